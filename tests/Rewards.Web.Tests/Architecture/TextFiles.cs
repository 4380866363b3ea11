using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Rewards.Domain;

namespace Rewards.Web.Tests.Architecture;

/// <summary>The words as they stand in resource files: by area, language and key.</summary>
internal sealed partial class TextFiles
{
    private readonly Dictionary<(string Area, string Language), Dictionary<string, string>> _texts = [];

    public static TextFiles OfTheHouse()
    {
        var files = new TextFiles();
        foreach (var (path, text) in House.Sources(".resx"))
        {
            var name = Path.GetFileNameWithoutExtension(path).Split('.');
            files.Add(name[0], name.Length > 1 ? name[1] : Language.All[0], XDocument.Parse(text).Root!.Elements("data")
                .Select(d => (d.Attribute("name")!.Value, d.Element("value")!.Value)));
        }

        return files;
    }

    public TextFiles Add(string area, string language, IEnumerable<(string Key, string Text)> texts)
    {
        _texts.Add((char.ToLowerInvariant(area[0]) + area[1..], language), texts.ToDictionary(t => t.Key, t => t.Text));
        return this;
    }

    public IEnumerable<string> Areas => _texts.Keys.Select(k => k.Area).Distinct();

    public IEnumerable<string> Keys(string area) =>
        _texts.Where(t => t.Key.Area == area).SelectMany(t => t.Value.Keys).Distinct();

    /// <param name="key"><c>area.rest</c>.</param>
    /// <param name="language">Two letters.</param>
    public string? Find(string key, string language)
    {
        var dot = key.IndexOf('.', StringComparison.Ordinal);
        return _texts.GetValueOrDefault((key[..dot], language))?.GetValueOrDefault(key[(dot + 1)..]);
    }

    /// <summary>The numbers of {0}, {1}, … in a text, in order, each once.</summary>
    public static IEnumerable<int> HolesOf(string text) =>
        Hole().Matches(text).Select(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture)).Distinct().Order();

    /// <summary>A key is in every language, not empty, with the same arguments, and translated.</summary>
    public IEnumerable<string> Twins() =>
    [
        .. from area in Areas
           from key in Keys(area)
           from language in Language.All
           where string.IsNullOrWhiteSpace(Find($"{area}.{key}", language))
           select $"{area}.{key} has no text in {language}",
        .. from area in Areas
           from key in Keys(area)
           let texts = Language.All.Select(l => Find($"{area}.{key}", l)).OfType<string>().ToList()
           where texts.Select(t => string.Join(',', HolesOf(t))).Distinct().Count() > 1
           select $"{area}.{key} has other arguments in another language",
        .. from area in Areas
           from key in Keys(area)
           let texts = Language.All.Select(l => Find($"{area}.{key}", l)).OfType<string>().ToList()
           where texts.Count > 1 && texts.Distinct().Count() == 1 && Word().Count(texts[0]) > 2
           select $"{area}.{key} is not translated",
    ];

    /// <summary>Every key that a source names; of one that goes on in code (<c>"office.language-" + …</c>) some key begins so.</summary>
    public IEnumerable<string> MissingFrom(IEnumerable<(string Path, string Text)> sources)
    {
        var areas = Areas.ToHashSet();
        return from source in sources
               from Match key in Key().Matches(source.Text)
               where areas.Contains(key.Groups[1].Value) && !IsFile(key.Groups[2].Value)
               from language in Language.All
               where !Has(key.Groups[1].Value, key.Groups[2].Value, language)
               select $"{source.Path} wants {key.Value} in {language}";
    }

    private bool Has(string area, string rest, string language) => rest.EndsWith('-')
        ? Keys(area).Any(k => k.StartsWith(rest, StringComparison.Ordinal))
        : Find($"{area}.{rest}", language) is not null;

    private static bool IsFile(string rest) => rest is "txt" or "json" or "csv" or "bin" or "resx" or "js" or "css" or "eml";

    [GeneratedRegex(@"\{(\d+)(?:[,:][^}]*)?\}")]
    private static partial Regex Hole();

    [GeneratedRegex(@"\p{L}{2,}")]
    private static partial Regex Word();

    [GeneratedRegex("\"([a-z]+)\\.([A-Za-z][A-Za-z0-9.-]*)\"")]
    private static partial Regex Key();
}
