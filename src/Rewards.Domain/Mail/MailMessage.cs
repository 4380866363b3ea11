namespace Rewards.Domain.Mail;

/// <summary>What a mail is about; its words are resources of that name.</summary>
public enum MailKind
{
    /// <summary>What a response earned.</summary>
    Awards = 1,

    /// <summary>A one-time way into My rewards.</summary>
    SignIn = 2,

    /// <summary>A prize was won.</summary>
    Winner = 3,

    /// <summary>Points or a voucher end soon.</summary>
    Reminder = 4,

    /// <summary>To marketing: a promotion's budget is nearly or wholly spent.</summary>
    BudgetAlarm = 5,


    /// <summary>To marketing and administrators: something looks wrong.</summary>
    FraudAlert = 6,
