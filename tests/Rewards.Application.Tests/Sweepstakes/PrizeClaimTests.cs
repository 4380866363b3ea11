using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Rewards.Application.Sweepstakes;
using Rewards.Application.Sweepstakes.Claims;
using Rewards.Domain;
using Rewards.Domain.Audit;
using Rewards.Domain.Mail;
using Rewards.Domain.Sweepstakes;
using Rewards.Domain.Vouchers;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Application.Tests.Sweepstakes;

/// <summary>From the link of the winner's mail to the prize in hand.</summary>
public class PrizeClaimTests
{
    private const string DrawId = EntriesForTests.DrawId;
    private const int AtOnce = 8;

    private static readonly Guid _officer = Guid.CreateVersion7();

    [Theory, EveryDatabase]
    public async Task A_prize_is_answered_accepted_and_handed_over_as_one_voucher_and_every_look_is_on_record(DatabaseKind database)
    {
        await using var portal = await DrawnAsync(database);
        var winner = await WinnerForTests.OfAsync(portal);

        portal.Clock.Advance(TimeSpan.FromSeconds(1));
        _ = (await winner.Answers()).Value;
        Assert.Equal(OfferPhase.Answered, (await winner.Looks())!.Phase);
        var answer = (await portal.CallAsync<RevealAnswer, Outcome<ClaimAnswer>>(u => u.RunAsync(DrawId, 1, _officer, default))).Value;
        Assert.Equal(("Ana María Diaz", "12 Main Street, Apt 3", new DateOnly(1980, 2, 29)), (answer.LegalName, answer.StreetLine, answer.BirthDate));
        Assert.Contains("at least 18 years", answer.Affidavit, StringComparison.Ordinal);
        portal.Clock.Advance(TimeSpan.FromSeconds(1));
        _ = (await AcceptsAsync(portal)).Value;
        portal.Clock.Advance(TimeSpan.FromSeconds(1));
        var fulfilled = (await VoucherAsync(portal)).Value;

        var voucher = Assert.Single(await portal.AllAsync<Voucher>());
        Assert.Equal((10_000, fulfilled.ShopperId, fulfilled.VoucherId), (voucher.ValueCents, voucher.ShopperId!.Value, voucher.Id));
        Assert.Equal(("Ana D.", "Fairview", PrizeClaimStatus.Fulfilled, 10_000), (fulfilled.PublicName, fulfilled.PublicTown, fulfilled.Status, fulfilled.GivenCents));
        Assert.Equal(
            [AuditAct.PrizeRevealed, AuditAct.PrizeAccepted, AuditAct.PrizeFulfilled],
            (await portal.AllAsync<AuditEvent>()).Where(e => e.SubjectId == winner.ClaimId).OrderBy(e => e.Id).Select(e => e.Act));
        Assert.Equal(
            [MailKind.Winner, MailKind.PrizeAnswered, MailKind.PrizeVoucher],
            (await portal.AllAsync<OutboxMail>()).GroupBy(m => m.Recipient).Single(g => g.Count() > 1).OrderBy(m => m.QueuedAt).Select(m => m.Kind));
    }

    [Theory, EveryDatabase]
    public async Task Of_two_officers_at_once_one_accepts_and_one_hands_over(DatabaseKind database)
    {
        await using var portal = await DrawnAsync(database);
        _ = (await (await WinnerForTests.OfAsync(portal)).Answers()).Value;

        Assert.Equal($"1 done, {AtOnce - 1} prize-step-out-of-order", (await Crowd.AtOnce(AtOnce, _ => AcceptsAsync(portal))).Tally());
        Assert.Equal($"1 done, {AtOnce - 1} prize-step-out-of-order", (await Crowd.AtOnce(AtOnce, i => i % 2 == 0 ? VoucherAsync(portal) : HandAsync(portal))).Tally());
        var claim = await (await WinnerForTests.OfAsync(portal)).ClaimAsync();
        Assert.Equal(claim.VoucherId is null ? 0 : 1, (await portal.AllAsync<Voucher>()).Count);
    }

    [Theory, EveryDatabase]
    public async Task An_answer_that_is_sent_many_times_at_once_is_one_and_the_first_stands(DatabaseKind database)
    {
        await using var portal = await DrawnAsync(database);
        var winner = await WinnerForTests.OfAsync(portal);

        Assert.Equal($"{AtOnce} done", (await Crowd.AtOnce(AtOnce, _ => winner.Answers())).Tally());
        var hash = (await winner.ClaimAsync()).AffidavitHash;
        _ = (await winner.Answers(WinnerForTests.Form with { Consent = WinnerConsent.FullName })).Value;

        var claim = await winner.ClaimAsync();
        Assert.Equal((WinnerConsent.FirstNameAndTown, true), (claim.Consent, claim.AffidavitHash!.SequenceEqual(hash!)));
        Assert.Single(await portal.AllAsync<OutboxMail>(), m => m.Kind == MailKind.PrizeAnswered);
    }

    [Theory, EveryDatabase]
    public async Task What_was_signed_is_bound_by_its_hash(DatabaseKind database)
    {
        await using var portal = await DrawnAsync(database);
        var winner = await WinnerForTests.OfAsync(portal);
        portal.Clock.Advance(TimeSpan.FromTicks(1_234_567));
        _ = (await winner.Answers()).Value;

        var claim = await winner.ClaimAsync();
        var answer = (await portal.CallAsync<RevealAnswer, Outcome<ClaimAnswer>>(u => u.RunAsync(DrawId, 1, _officer, default))).Value;
        var signature =
            $$"""{"claim":"{{claim.Id}}","name":"{{Escaped(answer.SignedAs!)}}","legalName":"{{Escaped(answer.LegalName)}}","address":"{{answer.Address.OneLine}}","birth":"{{answer.BirthDate:yyyy-MM-dd}}","at":"{{claim.AffidavitAt:yyyy-MM-dd'T'HH:mm:ssK}}"}""";
        Assert.Equal(Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{answer.Affidavit}\n{signature}"))), Convert.ToHexString(claim.AffidavitHash!));

        static string Escaped(string name) => name.Replace("í", "\\u00ED", StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task The_last_moment_counts_and_the_next_does_not(DatabaseKind database)
    {
        await using var portal = await DrawnAsync(database);
        var (first, second) = (await WinnerForTests.OfAsync(portal, 1), await WinnerForTests.OfAsync(portal, 2));
        var until = (await first.ClaimAsync()).AnswerBy!.Value;

        portal.Clock.Advance(until.AddSeconds(-1) - portal.Clock.Now);
        _ = (await first.Answers()).Value;
        portal.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(new PrizeAnswerLate(), (await second.Answers()).Error);
        Assert.Equal(new PrizeAnswerLate(), (await second.Declines()).Error);
        Assert.Equal(OfferPhase.Over, (await second.Looks())!.Phase);
        Assert.Equal(OfferPhase.Answered, (await first.Looks())!.Phase);
        Assert.Null((await second.ClaimAsync()).SealedAnswer);
    }

    [Theory, EveryDatabase]
    public async Task Of_a_loss_and_an_answer_at_once_one_stands(DatabaseKind database)
    {
        await using var portal = await DrawnAsync(database);
        var winner = await WinnerForTests.OfAsync(portal);

        var outcomes = await Crowd.AtOnce(AtOnce, async i => i == 0 ? await LoseAsync() : (await winner.Answers()).Error is null);

        var claim = await winner.ClaimAsync();
        Assert.Equal(claim.Status == PrizeClaimStatus.Lost, outcomes[0]);
        Assert.All(outcomes.Skip(1), done => Assert.Equal(claim.Status == PrizeClaimStatus.Answered, done));

        Task<bool> LoseAsync() => portal.InDatabaseAsync(async db =>
        {
            var lost = await db.PrizeClaims.SingleAsync(c => c.Id == winner.ClaimId);
            if (lost.Status != PrizeClaimStatus.Offered)
            {
                return false;
            }

            lost.Lose();
            try
            {
                await db.SaveChangesAsync();
                return true;
            }
            catch (DbUpdateConcurrencyException)
            {
                return false;
            }
        });
    }

    [Fact]
    public async Task Whoever_cannot_win_or_says_too_little_is_told_so_and_nothing_is_kept()
    {
        await using var portal = await DrawnAsync(DatabaseKind.Sqlite);
        var winner = await WinnerForTests.OfAsync(portal);
        var form = WinnerForTests.Form;

        Assert.Equal(new EntrantNameInvalid(FreeEntrant.NameLength), (await winner.Answers(form with { Name = " " })).Error);
        Assert.Equal("address-zip-invalid", (await winner.Answers(form with { Zip = "4500" })).Error!.Code);
        Assert.Equal(new EntryStateVoid("Rhode Island"), (await winner.Answers(form with { State = "RI" })).Error);
        foreach (var birth in (string?[])[null, "", "1980", "1980-13-01", "2080-01-01", "1880-01-01"])
        {
            Assert.Equal(new BirthDateInvalid(), (await winner.Answers(form with { Birth = birth })).Error);
        }

        Assert.Equal(new WinnerTooYoung(18), (await winner.Answers(form with { Birth = "2008-03-11" })).Error);
        Assert.Equal(new PhoneInvalid(), (await winner.Answers(form with { Phone = "call me" })).Error);
        Assert.Equal(new WinnerConsentMissing(), (await winner.Answers(form with { Consent = null })).Error);
        Assert.Equal(new WinnerConsentMissing(), (await winner.Answers(form with { Consent = (WinnerConsent)9 })).Error);
        Assert.Equal(new AffidavitUnsigned(), (await winner.Answers(form with { Agrees = false })).Error);
        Assert.Equal(new AffidavitUnsigned(), (await winner.Answers(form with { Signature = "Ben Diaz" })).Error);
        Assert.Equal(new AffidavitUnsigned(), (await winner.Answers(form with { Signature = null })).Error);
        Assert.Null((await winner.ClaimAsync()).AnsweredAt);

        // Eighteen on the day of the entry, however old by now.
        Assert.Null((await winner.Answers(form with { Birth = "3/10/2008" })).Error);
    }

    [Fact]
    public async Task Another_link_opens_nothing()
    {
        await using var portal = await DrawnAsync(DatabaseKind.Sqlite);
        var winner = await WinnerForTests.OfAsync(portal);
        var link = (await winner.PathAsync()).Split('/')[^1];
        string[] others = ["", "x", link[..^1], link + "A", await portal.CallAsync<Vault, string>(v => Task.FromResult(v.SignLink(winner.ClaimId))), await portal.CallAsync<Vault, string>(v => Task.FromResult(v.SignPrize(Guid.NewGuid())))];

        foreach (var other in others)
        {
            Assert.Null(await portal.CallAsync<ShowOffer, ShownOffer?>(u => u.RunAsync(winner.ClaimId, other, default)));
            Assert.Equal(new PrizeUnknown(), (await portal.CallAsync<AnswerPrize, Outcome<PrizeClaim>>(u => u.RunAsync(winner.ClaimId, other, WinnerForTests.Form, "en", default))).Error);
            Assert.Equal(new PrizeUnknown(), (await portal.CallAsync<AnswerPrize, Outcome<PrizeClaim>>(u => u.DeclineAsync(winner.ClaimId, other, default))).Error);
        }
    }

    [Theory, EveryDatabase]
    public async Task On_paper_three_pages_are_taken_at_most_sealed_and_until_they_are_checked(DatabaseKind database)
    {
        await using var portal = await DrawnAsync(database);
        var winner = await WinnerForTests.OfAsync(portal);
        Assert.Equal(new PrizeStepOutOfOrder(PrizeClaimStatus.Offered), (await winner.HandsIn()).Error);

        _ = (await winner.Answers(WinnerForTests.Form with { OnPaper = true, Signature = null, Agrees = false })).Value;
        Assert.Equal(OfferPhase.OnPaper, (await winner.Looks())!.Phase);
        Assert.Equal(PrizeClaimStatus.Offered, (await winner.ClaimAsync()).Status);
        Assert.Equal(new PrizeStepOutOfOrder(PrizeClaimStatus.Offered), (await AcceptsAsync(portal)).Error);

        byte[] whole = [.. "%PDF-1.7"u8, .. new byte[AttachedFile.MostBytes - 8]];
        Assert.Null((await winner.HandsIn(new AttachedFile("application/pdf", whole))).Error);
        var outcomes = await Crowd.AtOnce(4, _ => winner.HandsIn());
        Assert.Equal((PrizeClaimStatus.Answered, ClaimFile.Most), ((await winner.ClaimAsync()).Status, (await portal.AllAsync<ClaimFile>()).Count));
        Assert.Equal(2, outcomes.Count(o => o.Error is null));
        var opened = (await portal.CallAsync<RevealAnswer, Outcome<AttachedFile>>(u => u.FileAsync(DrawId, 1, 1, _officer, default))).Value;
        Assert.Equal(("application/pdf", true), (opened.Type, opened.Content.SequenceEqual(whole)));
        Assert.DoesNotContain("%PDF"u8.ToArray(), (await portal.AllAsync<ClaimFile>()).Select(f => f.SealedBytes[..4]));
        Assert.Null((await AcceptsAsync(portal)).Error);
        Assert.Equal(new PrizeStepOutOfOrder(PrizeClaimStatus.Accepted), (await winner.HandsIn()).Error);
    }

    [Theory, EveryDatabase]
    public async Task Who_does_not_want_the_prize_is_not_accepted_and_cannot_take_it_back(DatabaseKind database)
    {
        await using var portal = await DrawnAsync(database);
        var winner = await WinnerForTests.OfAsync(portal);

        _ = (await winner.Declines()).Value;
        _ = (await winner.Declines()).Value;
        _ = (await winner.Answers()).Value;

        Assert.Equal(OfferPhase.Declined, (await winner.Looks())!.Phase);
        Assert.Null((await winner.ClaimAsync()).SealedAnswer);
        Assert.Equal(new PrizeStepOutOfOrder(PrizeClaimStatus.Answered), (await AcceptsAsync(portal)).Error);
    }

    [Theory, EveryDatabase]
    public async Task Who_left_no_address_is_told_by_hand_and_the_days_begin_once(DatabaseKind database)
    {
        await using var portal = await DrawnAsync(database, withEmail: false);
        var winner = await WinnerForTests.OfAsync(portal);
        Assert.Null(await winner.Looks());
        portal.Clock.Advance(TimeSpan.FromDays(30));

        var outcomes = await Crowd.AtOnce(AtOnce, _ => TellsAsync());
        Assert.Contains(outcomes, o => o.Error is null);
        var claim = await winner.ClaimAsync();
        Assert.Equal((portal.Clock.Now, true), (claim.ToldAt!.Value, claim.AnswerBy > portal.Clock.Now.AddDays(14)));
        portal.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(claim.AnswerBy, (await TellsAsync()).Value.AnswerBy);
        Assert.EndsWith(await winner.PathAsync(), (await TellsAsync()).Value.Address, StringComparison.Ordinal);
        Assert.Equal(2 + outcomes.Count(o => o.Error is null), (await portal.AllAsync<AuditEvent>()).Count(e => e.Act == AuditAct.PrizeTold));

        _ = (await winner.Answers()).Value;
        Assert.Equal(new PrizeStepOutOfOrder(PrizeClaimStatus.Answered), (await TellsAsync()).Error);
        Assert.DoesNotContain(await portal.AllAsync<OutboxMail>(), m => m.SubjectId == winner.ClaimId);

        Task<Outcome<PrizeLink>> TellsAsync() => portal.CallAsync<TellByHand, Outcome<PrizeLink>>(u => u.RunAsync(DrawId, 1, _officer, default));
    }

    [Fact]
    public async Task Who_has_an_address_is_told_by_mail_and_what_is_not_checked_or_another_turn_is_not_accepted()
    {
        await using var portal = await DrawnAsync(DatabaseKind.Sqlite);
        var winner = await WinnerForTests.OfAsync(portal);
        Assert.Equal(new PrizeToldByMail(), (await portal.CallAsync<TellByHand, Outcome<PrizeLink>>(u => u.RunAsync(DrawId, 1, _officer, default))).Error);
        Assert.Equal(new PrizeUnknown(), (await portal.CallAsync<TellByHand, Outcome<PrizeLink>>(u => u.RunAsync(DrawId, 99, _officer, default))).Error);
        Assert.Equal(new PrizeUnknown(), (await portal.CallAsync<RevealAnswer, Outcome<ClaimAnswer>>(u => u.RunAsync(DrawId, 1, _officer, default))).Error);
        _ = (await winner.Answers()).Value;

        for (var missing = 0; missing < 4; missing++)
        {
            var checks = new PrizeChecks(missing != 0, missing != 1, missing != 2, missing != 3);
            Assert.Equal(new PrizeUnchecked(), (await AcceptsAsync(portal, checks: checks)).Error);
        }

        Assert.Equal(new PrizeStepOutOfOrder(PrizeClaimStatus.Answered), (await AcceptsAsync(portal, turn: 2)).Error);
        Assert.Equal(new PrizeStepOutOfOrder(PrizeClaimStatus.Answered), (await VoucherAsync(portal)).Error);
        _ = (await AcceptsAsync(portal)).Value;
        Assert.Equal(new PrizeVoucherWrong(new Money(10_000)), (await VoucherAsync(portal, "100.01")).Error);
        Assert.Equal("voucher-amount-invalid", (await VoucherAsync(portal, "0")).Error!.Code);
        Assert.Equal(new PrizeNoteInvalid(PrizeClaim.NoteLength), (await HandAsync(portal, " ")).Error);
        Assert.Equal(new PrizeVoucherWrong(new Money(10_000)), (await VoucherAsync(portal, "$99.99")).Error);
        Assert.Equal(10_000, (await VoucherAsync(portal, "$100")).Value.GivenCents);
    }

    [Theory, EveryDatabase]
    public async Task Who_was_shown_the_link_takes_no_step_of_it_and_nobody_does_while_a_proposal_waits(DatabaseKind database)
    {
        await using var portal = await DrawnAsync(database, withEmail: false);
        var other = new OfficerForTests(portal);
        _ = (await portal.CallAsync<TellByHand, Outcome<PrizeLink>>(u => u.RunAsync(DrawId, 1, _officer, default))).Value;
        var winner = await WinnerForTests.OfAsync(portal);
        _ = (await winner.Answers()).Value;

        Assert.Equal(new PrizeBySamePerson(), (await AcceptsAsync(portal)).Error);
        _ = (await portal.CallAsync<AcceptPrize, Outcome<PrizeClaim>>(u => u.RunAsync(DrawId, 1, 1, new PrizeChecks(true, true, true, true), other.Id, default))).Value;
        Assert.Equal(new PrizeBySamePerson(), (await VoucherAsync(portal)).Error);
        Assert.Equal(new PrizeBySamePerson(), (await HandAsync(portal, "At the desk")).Error);

        var proposal = (await portal.CallAsync<ProposeDisposition, Outcome<DispositionProposal>>(u => u.RunAsync(
            DrawId, winner.ClaimId, new DispositionForm("INELIGIBLE_FRAUD", "Two passports"), _officer, default))).Value;
        Assert.Equal(new PrizeProposalWaits(), (await FulfilsAsync()).Error);
        _ = (await portal.CallAsync<ProposeDisposition, Outcome<DispositionProposal>>(u => u.WithdrawAsync(DrawId, proposal.Id, _officer, default))).Value;
        Assert.Equal(PrizeClaimStatus.Fulfilled, (await FulfilsAsync()).Value.Status);

        Task<Outcome<PrizeClaim>> FulfilsAsync() =>
            portal.CallAsync<FulfilPrize, Outcome<PrizeClaim>>(u => u.ByHandAsync(DrawId, 1, 1, "At the desk", null, other.Id, default));
    }

    internal static async Task<PortalForTests> DrawnAsync(DatabaseKind database, bool withEmail = true, int winners = 2)
    {
        var portal = await PortalForTests.StartAsync(database, new PortalSetup { Entries = new EntryTerms(30, 60, 18, "RI") });
        for (var i = 0; i < winners; i++)
        {
            await portal.EntersAsync(email: withEmail ? $"w{i}@example.com" : null);
        }

        await new OfficerForTests(portal).TakesTo(SweepstakesStatus.Drawn, DrawId);
        return portal;
    }

    internal static Task<Outcome<PrizeClaim>> AcceptsAsync(PortalForTests portal, int prize = 1, int turn = 1, PrizeChecks? checks = null) =>
        portal.CallAsync<AcceptPrize, Outcome<PrizeClaim>>(u => u.RunAsync(DrawId, prize, turn, checks ?? new PrizeChecks(true, true, true, true), _officer, default));

    internal static Task<Outcome<PrizeClaim>> VoucherAsync(PortalForTests portal, string? amount = null, int prize = 1) =>
        portal.CallAsync<FulfilPrize, Outcome<PrizeClaim>>(u => u.AsVoucherAsync(DrawId, prize, 1, amount, _officer, default));

    internal static Task<Outcome<PrizeClaim>> HandAsync(PortalForTests portal, string? note = "Handed over at Princeton", int prize = 1) =>
        portal.CallAsync<FulfilPrize, Outcome<PrizeClaim>>(u => u.ByHandAsync(DrawId, prize, 1, note, null, _officer, default));
}
