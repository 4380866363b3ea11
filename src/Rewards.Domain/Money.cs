namespace Rewards.Domain;

/// <summary>An amount in the chain's currency, for texts: pages and mails show it as money.</summary>
/// <param name="Cents">Minor units.</param>
public readonly record struct Money(long Cents);
