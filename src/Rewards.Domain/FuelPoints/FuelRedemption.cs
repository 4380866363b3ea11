namespace Rewards.Domain.FuelPoints;

/// <summary>Who acts at a till: a member of staff, or a till's key with whoever stands at it.</summary>
/// <param name="ActorId">The member of staff, or the key.</param>
/// <param name="StoreNumber">Where.</param>
/// <param name="Cashier">Who, as the till names them; null where <paramref name="ActorId"/> is the person.</param>
public sealed record TillActor(Guid ActorId, int StoreNumber, string? Cashier)
{
    /// <summary>The longest name of a cashier.</summary>
    public const int CashierLength = 40;

    /// <summary>At which register, where it was said.</summary>
    public int? Register { get; init; }

    /// <summary>Whether someone is the same person, by all that is known: by name where a till gives one, whichever key it has.</summary>
    public bool IsSamePersonAs(Guid actorId, string? cashier) =>
        Cashier is null && cashier is null ? ActorId == actorId : PersonName.AreSame(Cashier, cashier);
}

/// <summary>A spending of points on cheaper fuel: one whole tier. Never changed or deleted.</summary>
public sealed class FuelRedemption
{
    private FuelRedemption()
    {
    }

    /// <summary>Takes down a redemption.</summary>
    /// <param name="id">Made at the edge.</param>
    /// <param name="shopperId">Whose points.</param>
    /// <param name="tier">What was bought with how many.</param>
    /// <param name="maximumGallons">For how many gallons at most.</param>
    /// <param name="pointsLeft">What could be spent after it.</param>
    /// <param name="actor">By whom and where.</param>
    /// <param name="idempotencyKey">Unique an actor: the same key never takes twice.</param>
    /// <param name="requestHash">SHA-256 of what was asked for.</param>
    /// <param name="at">UTC.</param>
    /// <param name="businessDay">In the store's time zone.</param>
    public FuelRedemption(
        Guid id,
        Guid shopperId,
        FuelTier tier,
        int maximumGallons,
        int pointsLeft,
        TillActor actor,
        string idempotencyKey,
        byte[] requestHash,
        DateTime at,
        DateOnly businessDay)
    {
        Id = id;
        ShopperId = shopperId;
        Points = tier.Points;
        CentsPerGallon = tier.CentsPerGallon;
        MaximumGallons = maximumGallons;
        PointsLeft = pointsLeft;
        StoreNumber = actor.StoreNumber;
        ActorId = actor.ActorId;
        Cashier = actor.Cashier;
        Register = actor.Register;
        IdempotencyKey = idempotencyKey;
        RequestHash = requestHash;
        At = at;
        BusinessDay = businessDay;
    }

    /// <summary>Its name.</summary>
    public Guid Id { get; private set; }

    /// <summary>Whose points.</summary>
    public Guid ShopperId { get; private set; }

    /// <summary>How many.</summary>
    public int Points { get; private set; }

    /// <summary>Off the price of a gallon.</summary>
    public int CentsPerGallon { get; private set; }

    /// <summary>For how many gallons at most.</summary>
    public int MaximumGallons { get; private set; }

    /// <summary>What could be spent after it: what the same key is answered again.</summary>
    public int PointsLeft { get; private set; }

    /// <summary>Where.</summary>
    public int StoreNumber { get; private set; }

    /// <summary>The member of staff, or the till's key.</summary>
    public Guid ActorId { get; private set; }

    /// <summary>As the till names them.</summary>
    public string? Cashier { get; private set; }

    /// <summary>At which register, where it was said.</summary>
    public int? Register { get; private set; }

    /// <summary>Unique an actor.</summary>
    public string IdempotencyKey { get; private set; } = "";

    /// <summary>SHA-256 of what was asked for.</summary>
    public byte[] RequestHash { get; private set; } = [];

    /// <summary>UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>In the store's time zone.</summary>
    public DateOnly BusinessDay { get; private set; }
}

/// <summary>Why a redemption is undone.</summary>
public enum FuelReversalReason
{
    /// <summary>The wrong tier was chosen.</summary>
    WrongTier = 1,

    /// <summary>The wrong card was taken.</summary>
    WrongCard = 2,

    /// <summary>The shopper did not fill up.</summary>
    SaleCancelled = 3,
}

/// <summary>The undoing of a redemption: a row that names it, unique by it.</summary>
public sealed class FuelRedemptionReversal
{
    private FuelRedemptionReversal()
    {
    }

    /// <summary>Takes down a reversal.</summary>
    /// <param name="id">Made at the edge.</param>
    /// <param name="fuelRedemptionId">What is undone; unique.</param>
    /// <param name="reason">Why.</param>
    /// <param name="supervisor">By whom: another person than who redeemed.</param>
    /// <param name="at">UTC.</param>
    public FuelRedemptionReversal(Guid id, Guid fuelRedemptionId, FuelReversalReason reason, TillActor supervisor, DateTime at)
    {
        Id = id;
        FuelRedemptionId = fuelRedemptionId;
        Reason = reason;
        ActorId = supervisor.ActorId;
        Supervisor = supervisor.Cashier;
        At = at;
    }

    /// <summary>Its name.</summary>
    public Guid Id { get; private set; }

    /// <summary>What is undone; unique.</summary>
    public Guid FuelRedemptionId { get; private set; }

    /// <summary>Why.</summary>
    public FuelReversalReason Reason { get; private set; }

    /// <summary>The member of staff, or the till's key.</summary>
    public Guid ActorId { get; private set; }

    /// <summary>As the till names them.</summary>
    public string? Supervisor { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime At { get; private set; }
}
