using Rewards.Domain.Receipts;

namespace Rewards.Application.Receipts;

/// <summary>One line of a file of receipts: a receipt, or why it is none.</summary>
/// <param name="Number">Counted from 1, the header's line; as an editor counts.</param>
/// <param name="Receipt">Null where the line is rejected.</param>
/// <param name="Reason">What is wrong, for a person; null where nothing is.</param>
/// <param name="Text">The start of a rejected line as it stands in the file; null of a good one.</param>
public readonly record struct ReceiptLine(long Number, Receipt? Receipt, string? Reason, string? Text);
