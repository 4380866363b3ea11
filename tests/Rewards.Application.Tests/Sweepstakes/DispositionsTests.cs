using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Rewards.Application.Sweepstakes;
using Rewards.Domain;
using Rewards.Domain.Audit;
using Rewards.Domain.Mail;
using Rewards.Domain.Sweepstakes;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Application.Tests.Sweepstakes;

/// <summary>Prizes that somebody lost go on as the protocol says, by two officers.</summary>
public class DispositionsTests
{
    private const string DrawId = DrawnMonth.DrawId;
    private const int AtOnce = 8;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task Two_officers_take_a_prize_and_the_next_in_line_is_offered_it(DatabaseKind database)
    {
        await using var month = await DrawnMonth.StartAsync(database, persons: 4);
        var (ana, ben) = (new OfficerForTests(month.Portal), new OfficerForTests(month.Portal));
        var before = (await month.ClaimsAsync())[0];
        var file = (await AttachedFile.ReadAsync(new MemoryStream("%PDF-1.7 signed"u8.ToArray()), Stop)).Value;

        var proposal = (await ana.ProposesDisposition(DrawId, before.Id, DispositionReason.IneligiblePrefix + "AGE", " Sixteen\r\nyears old ", file)).Value;
        Assert.Equal(new DrawProposalBySamePerson(), (await ana.ConfirmsDisposition(DrawId, proposal.Id)).Error);
        Assert.Equal(new DrawProposalBySamePerson(), (await ana.DeclinesDisposition(DrawId, proposal.Id)).Error);
        Assert.Equal(new DrawProposalOfAnother(), (await ben.WithdrawsDisposition(DrawId, proposal.Id)).Error);
        Assert.Equal(new DrawProposalWaiting(), (await ben.ProposesDisposition(DrawId, before.Id)).Error);
        Assert.Equal(before.EntryId, (await month.ClaimsAsync())[0].EntryId);
        var recorded = (await ben.ConfirmsDisposition(DrawId, proposal.Id)).Value;

        var now = (await month.ClaimsAsync())[0];
        var places = (await month.Portal.AllAsync<DrawingPlace>()).OrderBy(p => p.Place).ToList();
        Assert.Equal((2, PrizeClaimStatus.Offered, places[2].ShopperId), (now.Turn, now.Status, now.ShopperId));
        Assert.Equal(places[2].EntryId, now.EntryId);
        Assert.Single(await month.Portal.AllAsync<OutboxMail>(), m => m.Kind == MailKind.Winner && m.Id == now.Id);
        var line = recorded.Read();
        Assert.Equal(
            (EntryId.FromBytes(before.EntryId), "INELIGIBLE_AGE", $"{ana.Id:n}", $"{ben.Id:n}", default(Digest)),
            (line.Entry, line.Reason, line.FirstActor, line.SecondActor, line.Previous));
        var document = (await OpensAsync(month, proposal.Id, isFile: false)).Value;
        Assert.Equal(line.Evidence, Digest.Of(document.Content));
        Assert.Equal(
            $"{{\"id\":\"{proposal.Id:n}\",\"claim\":\"{before.Id:n}\",\"reason\":\"INELIGIBLE_AGE\",\"note\":\"Sixteen years old\","
            + $"\"fileType\":\"application/pdf\",\"file\":\"{Digest.Of(file.Content)}\"}}",
            Encoding.UTF8.GetString(document.Content));
        Assert.Equal(file.Content, (await OpensAsync(month, proposal.Id, isFile: true)).Value.Content);
        Assert.Equal(await month.SettledAsync(), await month.HoldersAsync());
        Assert.Empty(await month.FaultsAsync());
        Assert.Equal(
            [AuditAct.PrizeDisposed, AuditAct.DispositionProposed, AuditAct.EvidenceOpened, AuditAct.EvidenceOpened],
            (await month.Portal.AllAsync<AuditEvent>()).Where(e => e.Act >= AuditAct.PrizeDisposed).Select(e => e.Act).Order());
    }

    [Theory, EveryDatabase]
    public async Task Whatever_is_disposed_of_in_whatever_order_the_prizes_are_where_the_ranking_puts_them(DatabaseKind database)
    {
        await using var month = await DrawnMonth.StartAsync(database, persons: 14, prizes: 4);
        var sequence = new StringBuilder();
        while ((await month.ClaimsAsync()).Where(c => c.MayBeLost).ToList() is { Count: > 0 } held)
        {
            var claim = held[RandomNumberGenerator.GetInt32(held.Count)];
            sequence.Append(claim.Prize);
            Assert.Null((await month.Officer.Disposes(DrawId, claim.Id)).Error);

            Assert.True((await month.SettledAsync()).SequenceEqual(await month.HoldersAsync()), $"after {sequence}");
        }

        // Fourteen persons had one of four prizes each, and nobody is left for any.
        Assert.Equal(14, sequence.Length);
        Assert.All(await month.HoldersAsync(), Assert.Null);
        Assert.Empty(await month.FaultsAsync());
    }

    [Theory, EveryDatabase]
    public async Task A_line_longer_than_what_was_taken_down_goes_on_to_its_end_and_the_result_stays(DatabaseKind database)
    {
        const int Persons = 113;
        await using var month = await DrawnMonth.StartAsync(database, Persons, byMail: false);
        var drawn = (await ResultAsync(month)).Alternates;
        for (var i = 0; i < Persons; i++)
        {
            var held = (await month.ClaimsAsync()).First(c => c.MayBeLost);
            Assert.Null((await month.Officer.Disposes(DrawId, held.Id)).Error);
            if (i is 94 or 99 or 105)
            {
                Assert.Equal(await month.SettledAsync(), await month.HoldersAsync());
            }
        }

        Assert.Equal(await month.SettledAsync(), await month.HoldersAsync());
        Assert.All(await month.HoldersAsync(), Assert.Null);
        Assert.Equal(Persons, (await month.Portal.AllAsync<DrawingPlace>()).Count);
        Assert.Equal(DrawResult.AlternatesShown, drawn.Count);
        Assert.Equal(drawn, (await ResultAsync(month)).Alternates);
        Assert.Empty(await month.FaultsAsync());
    }

    [Theory, EveryDatabase]
    public async Task Entries_that_changed_stop_a_line_from_being_made_longer(DatabaseKind database)
    {
        await using var month = await DrawnMonth.StartAsync(database, persons: 103, byMail: false);
        await month.Portal.EntersAsync();
        Error? refusal = null;
        for (var i = 0; i < 103 && refusal is null; i++)
        {
            refusal = (await month.Officer.Disposes(DrawId, (await month.ClaimsAsync()).First(c => c.MayBeLost).Id)).Error;
        }

        Assert.Equal(new EntriesChanged(), refusal);
    }

    [Theory, EveryDatabase]
    public async Task Of_many_at_once_each_takes_another_in_line_and_the_chain_stays_whole(DatabaseKind database)
    {
        await using var month = await DrawnMonth.StartAsync(database, persons: 14, prizes: AtOnce);
        var proposals = new List<Guid>();
        foreach (var claim in await month.ClaimsAsync())
        {
            proposals.Add((await month.Officer.ProposesDisposition(DrawId, claim.Id, by: month.Officer.ColleagueId)).Value.Id);
        }

        // Each is confirmed by two officers at once: one does it, the other is told that it is decided.
        var outcomes = await Crowd.AtOnce(2 * AtOnce, i => new OfficerForTests(month.Portal).ConfirmsDisposition(DrawId, proposals[i / 2]));

        Assert.Equal($"{AtOnce} done, {AtOnce} draw-proposal-decided", outcomes.Tally());
        Assert.Equal(await month.SettledAsync(), await month.HoldersAsync());
        Assert.Equal(14, (await month.Portal.AllAsync<PrizeClaim>()).Count);
        Assert.Equal(2, (await month.HoldersAsync()).Count(h => h is null));
        Assert.Empty(await month.FaultsAsync());
    }

    [Theory, EveryDatabase]
    public async Task Of_a_confirmation_a_decline_and_a_withdrawal_at_once_one_stands(DatabaseKind database)
    {
        await using var month = await DrawnMonth.StartAsync(database, persons: 6);
        for (var i = 0; i < 3; i++)
        {
            var claim = (await month.ClaimsAsync())[0];
            var (ana, ben) = (new OfficerForTests(month.Portal), new OfficerForTests(month.Portal));
            var proposal = (await ana.ProposesDisposition(DrawId, claim.Id)).Value;

            var errors = await Crowd.AtOnce(3, async which => which switch
            {
                0 => (await ben.ConfirmsDisposition(DrawId, proposal.Id)).Error,
                1 => (await ben.DeclinesDisposition(DrawId, proposal.Id)).Error,
                _ => (await ana.WithdrawsDisposition(DrawId, proposal.Id)).Error,
            });

            Assert.Single(errors, e => e is null);
            Assert.All(errors.Where(e => e is not null), e => Assert.Equal(new DrawProposalDecided(), e));
            var status = (await month.Portal.AllAsync<DispositionProposal>()).Single(p => p.Id == proposal.Id).Status;
            Assert.Equal(status == DrawProposalStatus.Confirmed, (await month.ClaimsAsync())[0].Id != claim.Id);
        }

        Assert.Equal(await month.SettledAsync(), await month.HoldersAsync());
        Assert.Empty(await month.FaultsAsync());
    }

    [Theory, EveryDatabase]
    public async Task What_is_handed_over_or_lost_cannot_be_taken_and_what_is_not_said_is_asked_for(DatabaseKind database)
    {
        await using var month = await DrawnMonth.StartAsync(database, persons: 4);
        var (first, second) = ((await month.ClaimsAsync())[0], (await month.ClaimsAsync())[1]);
        var officer = month.Officer;
        var waiting = (await officer.ProposesDisposition(DrawId, first.Id, by: officer.ColleagueId)).Value;
        await month.Portal.InDatabaseAsync(db => db.PrizeClaims.Where(c => c.Id == first.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.Status, PrizeClaimStatus.Fulfilled)));
        Assert.Null((await officer.Disposes(DrawId, second.Id)).Error);

        Assert.Equal(new PrizeClaimSettled(PrizeClaimStatus.Fulfilled), (await officer.ConfirmsDisposition(DrawId, waiting.Id)).Error);
        Assert.Equal(new PrizeClaimSettled(PrizeClaimStatus.Fulfilled), (await officer.ProposesDisposition(DrawId, first.Id)).Error);
        Assert.Equal(new PrizeClaimSettled(PrizeClaimStatus.Lost), (await officer.ProposesDisposition(DrawId, second.Id)).Error);
        Assert.Equal(new PrizeClaimUnknown(), (await officer.ProposesDisposition(DrawId, Guid.CreateVersion7())).Error);
        Assert.Equal(new PrizeClaimUnknown(), (await officer.ProposesDisposition("2026-02-monthly", first.Id)).Error);
        Assert.Equal(new DrawProposalUnknown(), (await officer.ConfirmsDisposition("2026-02-monthly", waiting.Id)).Error);
        Assert.Equal(new DispositionReasonMissing(), (await officer.ProposesDisposition(DrawId, first.Id, code: "INELIGIBLE_MOOD")).Error);
        Assert.Equal(new EvidenceNoteInvalid(), (await officer.ProposesDisposition(DrawId, first.Id, note: " \n ")).Error);
        Assert.Equal(new EvidenceNoteInvalid(), (await officer.ProposesDisposition(DrawId, first.Id, note: new string('x', DispositionEvidence.NoteLength + 1))).Error);
        Assert.Equal(new EvidenceUnknown(), (await OpensAsync(month, waiting.Id, isFile: true)).Error);
        Assert.Equal(new EvidenceUnknown(), (await OpensAsync(month, Guid.CreateVersion7(), isFile: false)).Error);
    }

    [Theory]
    [InlineData("%PDF-1.4", "application/pdf")]
    [InlineData("\u0089PNG\r\n\u001a\n", "image/png")]
    [InlineData("\u00ff\u00d8\u00ff\u00e0", "image/jpeg")]
    [InlineData("<html>", null)]
    [InlineData("", null)]
    public async Task A_file_is_what_is_in_it(string content, string? type)
    {
        var read = await AttachedFile.ReadAsync(new MemoryStream(Encoding.Latin1.GetBytes(content)), Stop);

        Assert.Equal(type, read.Error is null ? read.Value.Type : null);
        Assert.Equal(type is null, read.Error == new AttachedFileInvalid(AttachedFile.MostMegabytes));
    }

    [Fact]
    public async Task A_file_of_five_megabytes_is_taken_and_a_byte_more_is_not()
    {
        var most = new byte[AttachedFile.MostBytes + 1];
        "%PDF-"u8.CopyTo(most);

        Assert.Equal(AttachedFile.MostBytes, (await AttachedFile.ReadAsync(new MemoryStream(most, 0, AttachedFile.MostBytes), Stop)).Value.Content.Length);
        Assert.NotNull((await AttachedFile.ReadAsync(new MemoryStream(most), Stop)).Error);
    }

    private static Task<DrawResult> ResultAsync(DrawnMonth month) =>
        month.Portal.CallAsync<ReadDrawBundle, DrawResult>(async read => (await read.RunAsync(DrawId, Stop)).Value.Result);

    private static Task<Outcome<OpenedEvidence>> OpensAsync(DrawnMonth month, Guid evidenceId, bool isFile) =>
        month.Portal.CallAsync<OpenEvidence, Outcome<OpenedEvidence>>(u => u.RunAsync(DrawId, evidenceId, isFile, month.Officer.Id, Stop));
}
