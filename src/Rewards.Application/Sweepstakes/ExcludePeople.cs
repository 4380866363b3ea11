using Microsoft.EntityFrameworkCore;
using Rewards.Application.Audit;
using Rewards.Application.Shoppers;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.Audit;
using Rewards.Domain.Shoppers;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Application.Sweepstakes;

/// <summary>
/// Who cannot win besides the accounts of staff: written down by the office with an e-mail address, a postal address for a whole household,
/// or both. What was typed is sealed; what entries are compared with are the canonical address and the household's keyed hash.
/// </summary>
public sealed class ExcludePeople(
    RewardsDb db, ContactDetailsValidator contact, AddFreeEntry entries, Vault vault, RecordAct record, TimeProvider clock)
{
    /// <summary>Lines on a page.</summary>
    public const int PageSize = 25;

    /// <summary>
    /// Writes somebody down. Refuses with <c>exclusion-empty</c>, <c>entrant-email-invalid</c>, <c>exclusion-note-invalid</c>,
    /// <c>address-part-missing</c>, <c>address-part-invalid</c>, <c>address-state-unknown</c>, <c>address-zip-invalid</c>.
    /// </summary>
    /// <param name="typed">As typed; the name is not looked at. Of the address all parts, or none.</param>
    /// <param name="note">Why, in the officer's words; may be empty.</param>
    /// <param name="officer">Who writes.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Outcome<ExcludedPerson>> AddAsync(EntrantForm typed, string? note, Guid officer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var details = new ContactDetails(typed.Email, Card: null).Trimmed();
        if (details.HasPerson && contact.Refusal(details) is not null)
        {
            return new EntrantEmailInvalid();
        }

        PostalAddress? address = null;
        if (new[] { typed.Street, typed.Unit, typed.City, typed.State, typed.Zip }.Any(part => !string.IsNullOrWhiteSpace(part))
            && PostalAddress.Read(typed.Street, typed.Unit, typed.City, typed.State, typed.Zip).IsRefused(out var refusal, out address))
        {
            return refusal;
        }

        if (details.Email is null && address is null)
        {
            return new ExclusionEmpty();
        }

        var words = note?.Trim() ?? "";
        if (words.Length > 0 && !PlainText.IsOf(words, 1, ExcludedPerson.NoteLength))
        {
            return new ExclusionNoteInvalid();
        }

        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var person = new ExcludedPerson(
            id,
            details.Email is null ? null : EmailAddress.Canonical(details.Email),
            address is null ? null : entries.HouseholdOf(address),
            vault.SealJson(new ExcludedDetails(details.Email, address, words), id),
            officer,
            now.UtcDateTime);
        db.ExcludedPeople.Add(person);
        record.Add(AuditAct.PersonExcluded, officer, AuditSubject.Of(id), Told(details.Email, address));
        await db.SaveChangesAsync(cancellationToken);
        return person;
    }

    /// <summary>Takes somebody out again. Refuses with <c>exclusion-unknown</c>.</summary>
    /// <returns>The refusal, or null.</returns>
    public async Task<Error?> RemoveAsync(Guid id, Guid officer, CancellationToken cancellationToken)
    {
        if (await db.ExcludedPeople.SingleOrDefaultAsync(p => p.Id == id, cancellationToken) is not { } person)
        {
            return new ExclusionUnknown();
        }

        db.ExcludedPeople.Remove(person);
        var known = vault.OpenJson<ExcludedDetails>(person.SealedDetails, person.Id);
        record.Add(AuditAct.PersonReadmitted, officer, AuditSubject.Of(id), Told(known.Email, known.Address));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            return new ExclusionUnknown();
        }
    }

    // Enough to know whom it was about, too little to find them by.
    private static (string Name, object? Value)[] Told(string? email, PostalAddress? address) =>
        [("email", email is null ? null : EmailAddress.Masked(email)), ("household", address?.Zip)];

    /// <summary>Lists a page, the latest first.</summary>
    /// <param name="page">From 1; past the last it is the last.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<ExcludedPeopleList> ListAsync(int page, CancellationToken cancellationToken)
    {
        var total = await db.ExcludedPeople.CountAsync(cancellationToken);
        var shown = PageNumber.Within(page, total, PageSize);
        var rows = await (
            from person in db.ExcludedPeople.AsNoTracking()
            from officer in db.Users.Where(u => u.Id == person.By).DefaultIfEmpty()
            orderby person.At descending, person.Id descending
            select new { Person = person, officer.UserName }).Skip((shown - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken);
        return new ExcludedPeopleList(total, shown,
        [
            .. rows.Select(r => new ExcludedPersonLine(
                r.Person.Id, vault.OpenJson<ExcludedDetails>(r.Person.SealedDetails, r.Person.Id), new Officer(r.Person.By, r.UserName), r.Person.At)),
        ]);
    }
}

/// <summary>What was typed of somebody who cannot win.</summary>
/// <param name="Email">Null for none.</param>
/// <param name="Address">Null for none.</param>
/// <param name="Note">May be empty.</param>
public sealed record ExcludedDetails(string? Email, PostalAddress? Address, string Note);

/// <summary>Some who cannot win.</summary>
/// <param name="Total">On all pages.</param>
/// <param name="Page">From 1.</param>
/// <param name="Lines">The latest first.</param>
public sealed record ExcludedPeopleList(int Total, int Page, IReadOnlyList<ExcludedPersonLine> Lines);

/// <summary>Somebody who cannot win.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Details">As typed.</param>
/// <param name="By">Who wrote it down.</param>
/// <param name="At">UTC.</param>
public sealed record ExcludedPersonLine(Guid Id, ExcludedDetails Details, Officer By, DateTime At);
