namespace Rewards.Domain.Surveys;

/// <summary>The way a response came in.</summary>
public enum Channel
{
    /// <summary>The code on a receipt, in a browser.</summary>
    Receipt = 1,

    /// <summary>At the till, on the customer's display.</summary>
    Till = 2,

    /// <summary>At a kiosk in the store.</summary>
    Kiosk = 3,

    /// <summary>In the chain's app.</summary>
    App = 4,
}
