namespace Rewards.Web.Pages.Office;

/// <summary>What a form of the office brought.</summary>
internal static class FormFields
{
    /// <summary>The texts of each field, for a <see cref="Rewards.Application.TypedForm"/>.</summary>
    public static Dictionary<string, IReadOnlyList<string>> Fields(this IFormCollection form) =>
        form.ToDictionary(f => f.Key, IReadOnlyList<string> (f) => [.. f.Value.OfType<string>()]);
}
