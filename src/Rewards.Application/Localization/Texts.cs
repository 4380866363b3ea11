using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Resources;
using Rewards.Domain;

namespace Rewards.Application.Localization;

/// <summary>
/// The words of pages, mails and refusals in every language. A key is <c>area.rest</c> and stands in the resource file of its
/// area: <c>feedback.code.label</c> in <c>Resources/Feedback.resx</c> and <c>Feedback.es.resx</c>. Instants are shown in the
/// programme's zone, money in the chain's currency.
/// </summary>
public sealed class Texts(ChainSettings chain)
{
    private readonly List<Assembly> _assemblies = [typeof(Texts).Assembly];
    private readonly ConcurrentDictionary<string, ResourceManager?> _areas = [];

    /// <summary>The text of a key in the current language.</summary>
    public string this[string key] => Find(key, CultureInfo.CurrentUICulture) ?? $"[{key}]";

    /// <summary>The text of a key in the current language, with what stands in it at {0}, {1}, …</summary>
    public string this[string key, params object[] arguments] =>
        OneFullStop(string.Format(CultureInfo.CurrentCulture, this[key], [.. arguments.Select(a => Show(a))]));

    /// <summary>A refusal in words; money in it with its cents, as the till says it.</summary>
    public string this[Error error] => this["errors." + error.Code, [.. error.Arguments.Select(a => a is Money money ? Exact(money.Cents) : a)]];

    /// <summary>The culture that a language is written in: US conventions in both.</summary>
    public static CultureInfo Culture(string language) =>
        CultureInfo.GetCultureInfo(Language.OrDefault(language) == "es" ? "es-US" : "en-US");

    /// <summary>The language of the current request, two letters.</summary>
    public static string CurrentLanguage => Language.OrDefault(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);

    /// <summary>Writes something in a language, whatever the current one is.</summary>
    /// <param name="language">Two letters.</param>
    /// <param name="write">Runs at once, in that language.</param>
    public static T Speak<T>(string language, Func<T> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        var (culture, uiCulture) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (Culture(language), Culture(language));
            return write();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, uiCulture);
        }
    }

    /// <summary>Adds the resources of another assembly.</summary>
    public Texts With(Assembly assembly)
    {
        _assemblies.Add(assembly);
        return this;
    }

    /// <summary>Whether a key has a text of its own in a language.</summary>
    public bool Has(string key, string language) => Find(key, Culture(language), exact: true) is not null;

    /// <summary>A day: <c>21 November 2026</c>, <c>21 de noviembre de 2026</c>.</summary>
    public static string Day(DateOnly day) =>
        day.ToString(CurrentLanguage == "es" ? "d 'de' MMMM 'de' yyyy" : "d MMMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>A month by any of its days: <c>November 2026</c>, <c>noviembre de 2026</c>.</summary>
    public static string Month(DateOnly day) =>
        day.ToString(CurrentLanguage == "es" ? "MMMM 'de' yyyy" : "MMMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>An instant (UTC) as day and time in the programme's zone.</summary>
    public string Instant(DateTime instant)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(instant, TimeZoneInfo.FindSystemTimeZoneById(chain.TimeZone));
        return $"{Day(DateOnly.FromDateTime(local))}, {local.ToString("t", CultureInfo.CurrentCulture)}";
    }

    /// <summary>A number of things: <c>18,204</c>.</summary>
    public static string Count(long number) => number.ToString("N0", CultureInfo.CurrentCulture);

    /// <summary>Money in the chain's currency: <c>$5</c>, <c>$2.50</c>.</summary>
    public static string Money(long cents) =>
        (cents / 100m).ToString(cents % 100 == 0 ? "C0" : "C2", CultureInfo.CurrentCulture);

    /// <summary>Money with its cents, for columns and the till: <c>$5.00</c>.</summary>
    public static string Exact(long cents) => (cents / 100m).ToString("C2", CultureInfo.CurrentCulture);

    /// <summary>Something that stands in a text.</summary>
    public object Show(object argument) => argument switch
    {
        DateOnly day => Day(day),
        DateTime instant => Instant(instant),
        Money money => Money(money.Cents),
        _ => argument,
    };

    // Spanish writes "7:30 p. m.", and a sentence that ends with it has one full stop.
    private static string OneFullStop(string text) => text.Replace("m..", "m.", StringComparison.Ordinal);

    private string? Find(string key, CultureInfo culture, bool exact = false)
    {
        var dot = key.IndexOf('.', StringComparison.Ordinal);
        if (dot < 1 || _areas.GetOrAdd(key[..dot], AreaOf) is not { } area)
        {
            return null;
        }

        var name = key[(dot + 1)..];
        return exact && culture.TwoLetterISOLanguageName != Language.All[0]
            ? area.GetResourceSet(CultureInfo.GetCultureInfo(culture.TwoLetterISOLanguageName), createIfNotExists: true, tryParents: false)?.GetString(name)
            : area.GetString(name, culture);
    }

    private ResourceManager? AreaOf(string area)
    {
        var name = char.ToUpperInvariant(area[0]) + area[1..];
        return _assemblies
            .Where(a => a.GetManifestResourceNames().Contains($"{a.GetName().Name}.Resources.{name}.resources"))
            .Select(a => new ResourceManager($"{a.GetName().Name}.Resources.{name}", a))
            .FirstOrDefault();
    }
}
