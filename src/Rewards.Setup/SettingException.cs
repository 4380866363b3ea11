namespace Rewards.Setup;

/// <summary>A setting that is missing or wrong: the process stops and says which, and what to do.</summary>
public sealed class SettingException : Exception
{
    /// <summary>Names the setting.</summary>
    /// <param name="setting">As in appsettings.sample.json.</param>
    /// <param name="message">What is wrong with it and what to do.</param>
    public SettingException(string setting, string message)
        : base($"{setting}: {message}")
    {
    }
}
