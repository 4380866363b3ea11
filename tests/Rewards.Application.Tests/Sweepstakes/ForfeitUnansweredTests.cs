using Microsoft.EntityFrameworkCore;
using Rewards.Application.Sweepstakes;
using Rewards.Application.Sweepstakes.Claims;
using Rewards.Domain.Audit;
using Rewards.Domain.Sweepstakes;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Application.Tests.Sweepstakes;

/// <summary>A prize that nobody answered for in time goes on by itself, as the rules said, where the person was told.</summary>
public class ForfeitUnansweredTests
{
    private const string DrawId = DrawnMonth.DrawId;

    // Drawn at two in the morning by the programme's clocks.
    private static readonly TimeSpan _restOfTheDay = TimeSpan.FromHours(22) - TimeSpan.FromSeconds(1);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task At_the_deadline_and_not_before_the_prize_goes_on_by_the_rules(DatabaseKind database)
    {
        await using var month = await DrawnMonth.StartAsync(database, persons: 5);
        await month.MailsGoOutAsync(after: _restOfTheDay);
        var before = await month.ClaimsAsync();
        month.Portal.Clock.Advance(before[0].AnswerBy!.Value.AddTicks(-1) - month.Portal.Clock.Now);

        Assert.Equal(0, (await ForfeitsAsync(month)).Count);
        Assert.Equal(before.Select(c => c.Id), (await month.ClaimsAsync()).Select(c => c.Id));
        month.Portal.Clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(new Forfeited(2, null), await ForfeitsAsync(month));
        Assert.Equal(new Forfeited(0, null), await ForfeitsAsync(month));

        var now = await month.ClaimsAsync();
        Assert.All(now, c => Assert.Equal((2, PrizeClaimStatus.Offered), (c.Turn, c.Status)));
        Assert.All(now, c => Assert.Equal(new DateTime(2026, 5, 2, 4, 0, 0, DateTimeKind.Utc), c.AnswerBy));
        var sweepstakes = Assert.Single(await month.Portal.AllAsync<MonthlySweepstakes>());
        var rules = Digest.Of(System.Text.Encoding.UTF8.GetBytes(sweepstakes.Rules)).ToString()[..16];
        var lines = (await month.Portal.AllAsync<RecordedDisposition>()).OrderBy(d => d.Number).ToList();
        Assert.All(lines, d => Assert.Equal(("NO_RESPONSE", $"rules:{rules}", "portal"), (d.Read().Reason, d.Read().FirstActor, d.Read().SecondActor)));
        Assert.All((await month.Portal.AllAsync<AuditEvent>()).Where(e => e.Act == AuditAct.PrizeDisposed), e => Assert.Null(e.ActorId));
        var opened = (await month.Portal.CallAsync<OpenEvidence, Domain.Outcome<OpenedEvidence>>(
            u => u.RunAsync(DrawId, lines[0].EvidenceId, false, month.Officer.Id, Stop))).Value;
        Assert.Equal(lines[0].Read().Evidence, Digest.Of(opened.Content));
        Assert.Matches("\"toldBy\":\"mail\",\"toldAt\":\"2026-04-0\\dT[0-9:]+Z\",\"answerBy\":\"2026-04-17T04:00:00Z\",\"forfeitedAt\":\"2026-04-17T04:00:00Z\"}$", System.Text.Encoding.UTF8.GetString(opened.Content));
        Assert.Equal(await month.SettledAsync(), await month.HoldersAsync());
        Assert.Empty(await month.FaultsAsync());
    }

    [Theory, EveryDatabase]
    public async Task Whoever_was_told_too_late_or_not_at_all_or_answered_keeps_the_prize_until_two_officers_decide(DatabaseKind database)
    {
        await using var month = await DrawnMonth.StartAsync(database, persons: 6, prizes: 4);
        await month.MailsGoOutAsync(after: _restOfTheDay + TimeSpan.FromSeconds(1));
        var claims = await month.ClaimsAsync();
        await month.Portal.InDatabaseAsync(async db =>
        {
            // The second was not sent at all, the third was answered, the fourth was told by hand.
            await db.OutboxMails.Where(m => m.Id == claims[1].Id).ExecuteUpdateAsync(set => set.SetProperty(m => m.SentAt, (DateTime?)null));
            await db.PrizeClaims.Where(c => c.Id == claims[2].Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.Status, PrizeClaimStatus.Answered));
            await db.OutboxMails.Where(m => m.Id == claims[3].Id).ExecuteDeleteAsync();
            await db.PrizeClaims.Where(c => c.Id == claims[3].Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.ToldAt, c => c.OfferedAt));
        });
        month.Portal.Clock.Advance(TimeSpan.FromDays(30));

        Assert.Equal(new Forfeited(1, null), await ForfeitsAsync(month));

        Assert.Equal([1, 1, 1, 2], (await month.ClaimsAsync()).Select(c => c.Turn));
        var office = await month.Portal.CallAsync<ShowSweepstakes, OfficeDraw?>(u => u.RunAsync(DrawId, 1, Stop));
        Assert.Equal([true, true, false, false], office!.Winners.Select(w => w.IsNotReached));
        Assert.Null((await month.Officer.Disposes(DrawId, claims[0].Id, DispositionReason.NoResponse)).Error);
        Assert.Empty(await month.FaultsAsync());
    }

    [Theory, EveryDatabase]
    public async Task Whoever_no_mail_reached_in_time_is_told_by_hand_and_has_all_of_the_days_from_then(DatabaseKind database)
    {
        await using var month = await DrawnMonth.StartAsync(database, persons: 4, prizes: 1);
        await month.MailsGoOutAsync(after: _restOfTheDay);
        var claim = (await month.ClaimsAsync())[0];
        Assert.IsType<PrizeToldByMail>((await TellsAsync(month)).Error);
        await month.MailsGoOutAsync(after: _restOfTheDay + TimeSpan.FromSeconds(1));
        month.Portal.Clock.Advance(TimeSpan.FromDays(20));

        var link = (await TellsAsync(month)).Value;

        Assert.True(link.AnswerBy > month.Portal.Clock.Now.AddDays(14));
        Assert.Equal(new Forfeited(0, null), await ForfeitsAsync(month));
        Assert.IsType<DispositionReasonUntrue>((await month.Officer.Disposes(DrawId, claim.Id, DispositionReason.NoResponse)).Error);
        month.Portal.Clock.Advance(link.AnswerBy - month.Portal.Clock.Now);
        Assert.Equal(new Forfeited(1, null), await ForfeitsAsync(month));
    }

    [Theory, EveryDatabase]
    public async Task Nobody_has_failed_to_answer_while_there_is_time_or_after_an_answer(DatabaseKind database)
    {
        await using var month = await DrawnMonth.StartAsync(database, persons: 4, prizes: 2);
        var claims = await month.ClaimsAsync();
        Assert.IsType<DispositionReasonUntrue>((await month.Officer.Disposes(DrawId, claims[0].Id, DispositionReason.NoResponse)).Error);
        Assert.IsType<DispositionReasonUntrue>((await month.Officer.Disposes(DrawId, claims[0].Id, DispositionReason.AffidavitLate)).Error);
        await month.MailsGoOutAsync(after: TimeSpan.FromDays(3));
        month.Portal.Clock.Advance(claims[0].AnswerBy!.Value - month.Portal.Clock.Now);

        Assert.IsType<DispositionReasonUntrue>((await month.Officer.Disposes(DrawId, claims[0].Id, DispositionReason.AffidavitLate)).Error);
        Assert.Null((await month.Officer.Disposes(DrawId, claims[0].Id, DispositionReason.NoResponse)).Error);
        await month.Portal.InDatabaseAsync(db => db.PrizeClaims.Where(c => c.Id == claims[1].Id)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.AnsweredAt, c => c.OfferedAt)));
        Assert.IsType<DispositionReasonUntrue>((await month.Officer.Disposes(DrawId, claims[1].Id, DispositionReason.NoResponse)).Error);
        Assert.Null((await month.Officer.Disposes(DrawId, claims[1].Id, DispositionReason.AffidavitLate)).Error);
    }

    [Theory, EveryDatabase]
    public async Task Whoever_waits_to_be_told_by_hand_loses_nothing_by_waiting(DatabaseKind database)
    {
        await using var month = await DrawnMonth.StartAsync(database, persons: 4, byMail: false);
        month.Portal.Clock.Advance(TimeSpan.FromDays(300));

        Assert.Equal(new Forfeited(0, null), await ForfeitsAsync(month));
    }

    [Theory, EveryDatabase]
    public async Task Of_an_answer_and_the_deadline_at_once_one_stands(DatabaseKind database)
    {
        await using var month = await DrawnMonth.StartAsync(database, persons: 30, prizes: 6);
        await month.MailsGoOutAsync(after: TimeSpan.Zero);
        var claims = await month.ClaimsAsync();
        month.Portal.Clock.Advance(TimeSpan.FromDays(30));

        // Six winners answer as two nodes forfeit.
        var answered = await Crowd.AtOnce(claims.Count + 2, i => i < 2 ? ForfeitedAsync(month) : AnswersAsync(month, claims[i - 2].Id));

        var after = (await month.Portal.AllAsync<PrizeClaim>()).Where(c => c.Turn == 1).OrderBy(c => c.Prize).ToList();
        Assert.Equal(answered.Skip(2), after.Select(c => c.Status == PrizeClaimStatus.Answered));
        Assert.All(after.Where(c => c.Status != PrizeClaimStatus.Answered), c => Assert.Equal(PrizeClaimStatus.Lost, c.Status));
        Assert.Equal(after.Count(c => c.Status == PrizeClaimStatus.Lost), (await month.Portal.AllAsync<RecordedDisposition>()).Count);
        Assert.Equal(await month.SettledAsync(), await month.HoldersAsync());
        Assert.Empty(await month.FaultsAsync());
    }

    private static Task<Forfeited> ForfeitsAsync(DrawnMonth month) => month.Portal.CallAsync<ForfeitUnanswered, Forfeited>(u => u.RunAsync(Stop));

    private static async Task<bool> ForfeitedAsync(DrawnMonth month)
    {
        Assert.Null((await ForfeitsAsync(month)).Refused);
        return true;
    }

    // As a winner's answer is saved: by the claim as it was looked at.
    private static Task<bool> AnswersAsync(DrawnMonth month, Guid claimId) => month.Portal.InDatabaseAsync(async db =>
        await db.PrizeClaims.Where(c => c.Id == claimId && c.Status == PrizeClaimStatus.Offered).ExecuteUpdateAsync(
            set => set.SetProperty(c => c.Status, PrizeClaimStatus.Answered).SetProperty(c => c.Version, c => c.Version + 1)) == 1);

    private static Task<Domain.Outcome<PrizeLink>> TellsAsync(DrawnMonth month) =>
        month.Portal.CallAsync<TellByHand, Domain.Outcome<PrizeLink>>(u => u.RunAsync(DrawId, 1, month.Officer.Id, Stop));
}
