using Rewards.Application.Localization;

namespace Rewards.Web.Pages;

/// <summary>Refusals that were written down by their code.</summary>
internal static class RefusalWords
{
    /// <summary>In two or three words; the code itself where the desk has none for it.</summary>
    public static string RefusedAs(this Texts texts, string code) =>
        texts.Has("store.no-" + code, Texts.CurrentLanguage) ? texts["store.no-" + code] : code;
}
