using Microsoft.EntityFrameworkCore;
using Rewards.Application.Mail;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.Mail;
using Rewards.Domain.Shoppers;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Application.Sweepstakes.Claims;

/// <summary>
/// A winner answers by the link of the mail: signs, or hands in the affidavit on paper, or does not want the prize. In time only; sent
/// again, the first answer stands. Against a forfeiture at the same moment the claim's version decides.
/// </summary>
public sealed class AnswerPrize(
    RewardsDb db, DatabaseProvider provider, FindClaim find, Affidavit affidavit, Vault vault, OutboxBell bell, ChainSettings chain, TimeProvider clock)
{
    private const int MostTries = 3;

    /// <summary>
    /// Answers. Refuses with <c>prize-unknown</c>, <c>prize-answer-late</c>, <c>entrant-name-invalid</c>, as an address does
    /// (<see cref="PostalAddress.Read"/>), and with <c>entry-state-void</c>, <c>birth-date-invalid</c>, <c>winner-too-young</c>, <c>phone-invalid</c>,
    /// <c>winner-consent-missing</c>, <c>affidavit-unsigned</c>, <c>try-again</c>.
    /// </summary>
    /// <param name="claimId">The claim.</param>
    /// <param name="signature">What the link carries.</param>
    /// <param name="form">As typed.</param>
    /// <param name="language">In which the affidavit was shown.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public Task<Outcome<PrizeClaim>> RunAsync(Guid claimId, string signature, ClaimForm form, string language, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(form);
        return ChangeAsync(claimId, signature, Answer, cancellationToken);

        Task<Error?> Answer(FoundClaim found, DateTime now)
        {
            var claim = found.Claim;
            if (claim.AnsweredAt is not null)
            {
                return Task.FromResult<Error?>(null);
            }

            var text = affidavit.Write(found.Of, claim.Prize);
            if (ReadClaimForm.Of(form, found, Zone.DayOf(now, chain.TimeZone), text, language).IsRefused(out var refusal, out var answer))
            {
                return Task.FromResult<Error?>(refusal);
            }

            claim.Answer(
                vault.SealJson(answer, claim.Id),
                form.Consent!.Value,
                answer.SignedAs is null ? null : Affidavit.HashOf(text, new { claim = claim.Id, name = answer.SignedAs, legalName = answer.LegalName, address = answer.Address.OneLine, birth = answer.BirthDate, at = now }),
                now);
            Confirm(found, now);
            return Task.FromResult<Error?>(null);
        }
    }

    /// <summary>
    /// Takes a page of the affidavit that was signed on paper. Refuses with <c>prize-unknown</c>, <c>prize-answer-late</c>,
    /// <c>prize-step-out-of-order</c>, <c>claim-files-spent</c>, <c>try-again</c>.
    /// </summary>
    /// <param name="claimId">The claim.</param>
    /// <param name="signature">What the link carries.</param>
    /// <param name="file">A photo or a scan of it.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public Task<Outcome<PrizeClaim>> HandInAsync(Guid claimId, string signature, AttachedFile file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        return ChangeAsync(claimId, signature, HandIn, cancellationToken);

        async Task<Error?> HandIn(FoundClaim found, DateTime now)
        {
            var claim = found.Claim;
            if (!claim.MayHandInAt(now))
            {
                return new PrizeStepOutOfOrder(claim.Status);
            }

            var there = await db.ClaimFiles.CountAsync(f => f.ClaimId == claim.Id, cancellationToken);
            if (there >= ClaimFile.Most)
            {
                return new ClaimFilesSpent();
            }

            var id = Guid.CreateVersion7(clock.GetUtcNow());
            db.ClaimFiles.Add(new ClaimFile(id, claim.Id, there + 1, file.Type, vault.SealBytes(file.Content, id.ToByteArray(bigEndian: true)), now));
            var answer = vault.OpenJson<ClaimAnswer>(claim.SealedAnswer!, claim.Id);
            claim.Sign(Affidavit.HashOf(answer.Affidavit, new { claim = claim.Id, file = Digest.Of(file.Content).ToString(), before = Hex(claim.AffidavitHash) }), now);
            if (there == 0)
            {
                Confirm(found, now);
            }

            return null;
        }
    }

    /// <summary>Says that the prize is not wanted. Refuses with <c>prize-unknown</c>, <c>prize-answer-late</c>, <c>prize-step-out-of-order</c>, <c>try-again</c>.</summary>
    /// <param name="claimId">The claim.</param>
    /// <param name="signature">What the link carries.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public Task<Outcome<PrizeClaim>> DeclineAsync(Guid claimId, string signature, CancellationToken cancellationToken)
    {
        return ChangeAsync(claimId, signature, Decline, cancellationToken);

        static Task<Error?> Decline(FoundClaim found, DateTime now)
        {
            var claim = found.Claim;
            if (!claim.Declines && !claim.IsOpenAt(now))
            {
                return Task.FromResult<Error?>(new PrizeStepOutOfOrder(claim.Status));
            }

            if (!claim.Declines)
            {
                claim.Decline(now);
            }

            return Task.FromResult<Error?>(null);
        }
    }

    private async Task<Outcome<PrizeClaim>> ChangeAsync(
        Guid claimId, string signature, Func<FoundClaim, DateTime, Task<Error?>> change, CancellationToken cancellationToken)
    {
        for (var tries = 1; tries <= MostTries; tries++)
        {
            if (await find.ByLinkAsync(claimId, signature, cancellationToken) is not { } found)
            {
                return new PrizeUnknown();
            }

            // In whole seconds, as every database keeps it: what was signed can be hashed again.
            var exact = clock.GetUtcNow().UtcDateTime;
            var now = exact.AddTicks(-(exact.Ticks % TimeSpan.TicksPerSecond));
            if (found.Claim is { Status: PrizeClaimStatus.Lost } || (found.Claim is { Status: PrizeClaimStatus.Offered } && !found.Claim.IsOpenAt(now)))
            {
                return new PrizeAnswerLate();
            }

            if (await change(found, now) is { } refusal)
            {
                db.ChangeTracker.Clear();
                return refusal;
            }

            try
            {
                await db.SaveChangesAsync(cancellationToken);
                bell.Ring();
                return found.Claim;
            }
            catch (DbUpdateException exception) when (exception is DbUpdateConcurrencyException || provider.IsDuplicateKey(exception))
            {
                // Sent twice, or forfeited at the same moment: what stands now is looked at anew.
                db.ChangeTracker.Clear();
            }
        }

        return new TryAgain();
    }

    private void Confirm(FoundClaim found, DateTime now)
    {
        if (found.Email is { } email)
        {
            db.OutboxMails.Add(new OutboxMail(Guid.CreateVersion7(clock.GetUtcNow()), MailKind.PrizeAnswered, found.Claim.Id, email, found.Language, now));
        }
    }

    private static string? Hex(byte[]? hash) => hash is null ? null : Convert.ToHexStringLower(hash);
}
