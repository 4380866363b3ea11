namespace Rewards.Domain.Insights;

/// <summary>Customer Effort Score 2.0: agreement from 1 to 7 with "made it easy" (docs/metrics.md).</summary>
/// <param name="Mean">The mean answer, 1 to 7.</param>
/// <param name="Easy">The share of answers of 5 and more, in per cent, with its Wilson interval.</param>
public sealed record EffortScore(double Mean, Score Easy);
