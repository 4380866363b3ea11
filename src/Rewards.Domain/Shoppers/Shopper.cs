namespace Rewards.Domain.Shoppers;

/// <summary>
/// A person, known by an e-mail address, a loyalty card, or both, or by name and postal address alone. Never has a password. <see cref="Version"/> is counted up
/// by everything that is limited per shopper, so that two receipts of one shopper at the same time are decided in turn.
/// </summary>
public sealed class Shopper
{
    private Shopper()
    {
    }

    /// <summary>Takes a person in; at least one of the identities is given.</summary>
    /// <param name="id">Made at the edge; it is the canonical identity in draws.</param>
    /// <param name="email">As typed.</param>
    /// <param name="loyaltyCard">As printed on the card.</param>
    /// <param name="language">Two letters: the language of the mail.</param>
    /// <param name="createdAt">UTC.</param>
    /// <param name="postKey">A keyed hash of name and postal address, of who has entered by mail and left nothing else.</param>
    public Shopper(Guid id, string? email, string? loyaltyCard, string language, DateTime createdAt, Guid? postKey = null)
    {
        if (email is null && loyaltyCard is null && postKey is null)
        {
            throw new ArgumentException("A shopper is known by an e-mail address, a loyalty card or a postal address.", nameof(email));
        }

        Id = id;
        Email = email;
        EmailKey = email is null ? null : EmailAddress.Canonical(email);
        LoyaltyCard = loyaltyCard;
        PostKey = postKey;
        Language = language;
        CreatedAt = createdAt;
    }

    /// <summary>The canonical identity in draws.</summary>
    public Guid Id { get; private set; }

    /// <summary>Where mail goes, as typed.</summary>
    public string? Email { get; private set; }

    /// <summary><see cref="EmailAddress.Canonical"/> of it; unique.</summary>
    public string? EmailKey { get; private set; }

    /// <summary>As printed on the card; unique.</summary>
    public string? LoyaltyCard { get; private set; }

    /// <summary>A keyed hash of name and postal address, of who has entered by mail and left nothing else; unique.</summary>
    public Guid? PostKey { get; private set; }

    /// <summary>
    /// A keyed hash of the canonical postal address that was given first: who share it are one household. Later ones count for the
    /// entries they are given with, and leave this as it is: anyone can type an address beside somebody's e-mail.
    /// </summary>
    public Guid? HouseholdId { get; private set; }

    /// <summary>Name and postal address as they were given with it, sealed.</summary>
    public byte[]? SealedContact { get; private set; }

    /// <summary>When a link sent to the address was first followed, UTC.</summary>
    public DateTime? EmailVerifiedAt { get; private set; }

    /// <summary>For the winners list, if the shopper gave it.</summary>
    public string? FirstName { get; private set; }

    /// <summary>For the winners list: only its initial is shown.</summary>
    public string? LastName { get; private set; }

    /// <summary>For the winners list, if the shopper gave it.</summary>
    public string? Town { get; private set; }

    /// <summary>The language of the mail, two letters.</summary>
    public string Language { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>Concurrency token.</summary>
    public int Version { get; private set; }

    /// <summary>How the person stands on the winners list: first name and initial; null where no name was given.</summary>
    public string? PublicName => PublicNameOf(FirstName, LastName);

    /// <summary>First name and initial; null where no first name was given.</summary>
    public static string? PublicNameOf(string? firstName, string? lastName) =>
        firstName is null ? null : lastName is { Length: > 0 } ? $"{firstName} {InitialOf(lastName)}." : firstName;

    /// <summary>Enough to know a person again, not enough to reach or to be them: <c>a…@example.com</c>, <c>…4711</c>.</summary>
    /// <param name="email">As typed; goes first.</param>
    /// <param name="loyaltyCard">As printed.</param>
    public static string MaskedName(string? email, string? loyaltyCard) =>
        email is not null ? EmailAddress.Masked(email)
        : loyaltyCard is not null ? $"…{loyaltyCard[^Math.Min(loyaltyCard.Length - 1, 4)..]}"
        : "";

    // The first character as a reader counts them, not half of one.
    private static string InitialOf(string name) => System.Globalization.StringInfo.GetNextTextElement(name);

    /// <summary>Counts <see cref="Version"/> up: what is saved with it is decided against everything else of this shopper.</summary>
    public void Touch() => Version++;

    /// <summary>Notes where the person lives, where nothing was known of it.</summary>
    /// <param name="householdId">A keyed hash of the canonical address.</param>
    /// <param name="sealedContact">Name and address, sealed.</param>
    public void LivesAt(Guid householdId, byte[] sealedContact)
    {
        if (HouseholdId is null)
        {
            (HouseholdId, SealedContact) = (householdId, sealedContact);
        }
    }

    /// <summary>Takes the card that was shown with the person's receipt, or to a colleague; saving fails where somebody else has it.</summary>
    /// <param name="card">As printed on it.</param>
    /// <exception cref="InvalidOperationException">The person has one: that stays.</exception>
    public void TakeCard(string card)
    {
        LoyaltyCard = LoyaltyCard is null ? card : throw new InvalidOperationException("A card is never taken over another; the use case looks first.");
        Version++;
    }

    /// <summary>Notes that the address is the person's own.</summary>
    public void VerifyEmail(DateTime at)
    {
        EmailVerifiedAt ??= at;
        Version++;
    }

    /// <summary>How the person wants to be named if they win; empty means not given.</summary>
    public void SetName(string? firstName, string? lastName, string? town)
    {
        FirstName = firstName;
        LastName = lastName;
        Town = town;
        Version++;
    }
}

/// <summary>
/// A one-time way in by mail. What the mail carries is a keyed hash of <see cref="Id"/>, so that the database alone opens
/// nothing.
/// </summary>
public sealed class SignInLink
{
    private SignInLink()
    {
    }

    /// <summary>Makes a link.</summary>
    /// <param name="id">Made at the edge.</param>
    /// <param name="shopperId">Who it lets in.</param>
    /// <param name="expiresAt">UTC.</param>
    public SignInLink(Guid id, Guid shopperId, DateTime expiresAt)
    {
        Id = id;
        ShopperId = shopperId;
        ExpiresAt = expiresAt;
    }

    /// <summary>Its name.</summary>
    public Guid Id { get; private set; }

    /// <summary>Who it lets in.</summary>
    public Guid ShopperId { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime ExpiresAt { get; private set; }

    /// <summary>When it was used, UTC; a guarded update sets it once.</summary>
    public DateTime? UsedAt { get; private set; }
}
