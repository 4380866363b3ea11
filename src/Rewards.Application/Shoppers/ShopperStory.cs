using Rewards.Application.FuelPoints;
using Rewards.Application.Vouchers;
using Rewards.Domain.FuelPoints;

namespace Rewards.Application.Shoppers;

/// <summary>Which page of each list is wanted, from 1.</summary>
/// <param name="Lines">Of the ledger.</param>
/// <param name="Vouchers">Of the vouchers.</param>
/// <param name="Responses">Of the responses.</param>
/// <param name="Refunds">Of the refunds.</param>
/// <param name="Adjustments">Of the adjustments.</param>
public sealed record StoryPages(int Lines, int Vouchers, int Responses, int Refunds, int Adjustments);

/// <summary>A shopper's story. All lists have the latest first.</summary>
/// <param name="Id">Who.</param>
/// <param name="Email">Masked; null where none is known.</param>
/// <param name="IsVerified">Whether a link sent to it was followed.</param>
/// <param name="Card">The last digits; null where none is known.</param>
/// <param name="Language">Of their mail, two letters.</param>
/// <param name="Since">UTC.</param>
/// <param name="Fuel">What they can spend, and until when.</param>
/// <param name="Pending">Points that wait for the till.</param>
/// <param name="Lines">The ledger.</param>
/// <param name="Vouchers">In their wallet.</param>
/// <param name="Entries">By draw.</param>
/// <param name="Responses">Their feedback.</param>
/// <param name="Refunds">Of receipts that they gave feedback for.</param>
/// <param name="Adjustments">Points given or taken by hand.</param>
public sealed record ShopperStory(
    Guid Id,
    string? Email,
    bool IsVerified,
    string? Card,
    string Language,
    DateTime Since,
    FuelPointsBalance Fuel,
    IReadOnlyList<StoryAward> Pending,
    ListPage<ExplainedLine> Lines,
    ListPage<ListedVoucher> Vouchers,
    IReadOnlyList<StoryEntries> Entries,
    ListPage<StoryResponse> Responses,
    ListPage<StoryRefund> Refunds,
    ListPage<StoryAdjustment> Adjustments);

/// <summary>Points that wait for the till.</summary>
/// <param name="ResponseId">The feedback they are for.</param>
/// <param name="Promotion">As the office calls it.</param>
/// <param name="Points">How many.</param>
/// <param name="At">Given, UTC.</param>
public sealed record StoryAward(Guid ResponseId, string Promotion, int Points, DateTime At);

/// <summary>Entries into a draw.</summary>
/// <param name="DrawId">Which.</param>
/// <param name="Count">How many.</param>
public sealed record StoryEntries(string DrawId, int Count);

/// <summary>Feedback.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Reference">What the shopper can quote.</param>
/// <param name="SentAt">UTC.</param>
/// <param name="StoreName">About which store.</param>
public sealed record StoryResponse(Guid Id, string Reference, DateTime SentAt, string StoreName);

/// <summary>Money that went back.</summary>
/// <param name="At">UTC.</param>
/// <param name="StoreName">Where it was bought.</param>
/// <param name="BusinessDay">When it was bought.</param>
/// <param name="Cents">What went back.</param>
/// <param name="PointsTaken">Points that went with it.</param>
/// <param name="PointsLeft">Points that stayed by the policy.</param>
/// <param name="Policy">What was in force.</param>
public sealed record StoryRefund(
    DateTime At, string StoreName, DateOnly BusinessDay, long Cents, int PointsTaken, int PointsLeft, RefundPolicy Policy);

/// <summary>Points given or taken by hand.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Points">Negative to take.</param>
/// <param name="Reason">In words.</param>
/// <param name="Status">What became of it.</param>
/// <param name="ProposedBy">What they sign in with.</param>
/// <param name="ProposedAt">UTC.</param>
/// <param name="DecidedBy">What they sign in with.</param>
/// <param name="DecidedAt">UTC.</param>
public sealed record StoryAdjustment(
    Guid Id,
    int Points,
    string Reason,
    AdjustmentStatus Status,
    string ProposedBy,
    DateTime ProposedAt,
    string? DecidedBy,
    DateTime? DecidedAt);
