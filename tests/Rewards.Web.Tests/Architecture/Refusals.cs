using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Rewards.Domain;

namespace Rewards.Web.Tests.Architecture;

/// <summary>What every refusal needs: a code of its own, a sentence in each language, a row in docs/api.md.</summary>
internal static partial class Refusals
{
    /// <summary>Each refusal with every value that may change its code, its texts' arguments or its field.</summary>
    public static IEnumerable<Error> Examples(IEnumerable<Type> types) =>
        types.Where(t => t.IsSubclassOf(typeof(Error)) && !t.IsAbstract).SelectMany(t => Made(t).Cast<Error>());

    public static IEnumerable<string> CodesOfTheirOwn(IEnumerable<Error> examples) =>
    [
        .. from code in examples.GroupBy(e => e.Code)
           where code.Select(e => e.GetType()).Distinct().Count() > 1
           select $"{code.Key} is the code of {string.Join(" and ", code.Select(e => e.GetType().Name).Distinct())}",
        .. from code in examples.Select(e => e.Code).Distinct()
           where !Code().IsMatch(code)
           select $"{code} is not lower-case words joined by hyphens",
    ];

    public static IEnumerable<string> Sentences(IEnumerable<Error> examples, TextFiles texts) =>
    [
        .. from example in examples
           from language in Language.All
           let text = texts.Find("errors." + example.Code, language)
           let holes = Enumerable.Range(0, example.Arguments.Count)
           where text is null || !TextFiles.HolesOf(text).SequenceEqual(holes)
           select text is null
               ? $"{example.Code} has no sentence in {language}"
               : $"{example.Code} in {language} does not say each of its {example.Arguments.Count} argument(s)",
    ];

    public static IEnumerable<string> SentencesOfNobody(IEnumerable<Error> examples, TextFiles texts) =>
        texts.Keys("errors").Except(examples.Select(e => e.Code)).Select(k => $"{k} is the sentence of no refusal");

    /// <param name="examples">Every refusal.</param>
    /// <param name="document">docs/api.md.</param>
    public static IEnumerable<string> Rows(IEnumerable<Error> examples, string document)
    {
        var rows = Row().Matches(document).ToLookup(m => m.Groups[1].Value, m => int.Parse(m.Groups[2].Value, CultureInfo.InvariantCulture));
        var codes = examples.DistinctBy(e => e.Code).ToDictionary(e => e.Code, e => StatusOf(e.Kind));
        return
        [
            .. from code in codes
               where rows[code.Key].Count() != 1 || rows[code.Key].Single() != code.Value
               select $"{code.Key} wants one row with {code.Value}",
            .. from row in rows where !codes.ContainsKey(row.Key) select $"{row.Key} has a row and is no refusal",
        ];
    }

    private static int StatusOf(ErrorKind kind) => kind switch
    {
        ErrorKind.Invalid => 422,
        ErrorKind.NotFound => 404,
        ErrorKind.Conflict => 409,
        ErrorKind.Forbidden => 403,
        ErrorKind.TooMany => 429,
        ErrorKind.Unauthenticated => 401,
        ErrorKind.Malformed => 400,
        ErrorKind.MethodNotAllowed => 405,
        ErrorKind.TooLarge => 413,
        ErrorKind.OfAnotherType => 415,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static IEnumerable<object> Made(Type type)
    {
        var constructor = type.GetConstructors().OrderByDescending(c => c.GetParameters().Length).First();
        IEnumerable<IReadOnlyList<object?>> arguments = [[]];
        foreach (var parameter in constructor.GetParameters())
        {
            arguments = [.. from before in arguments from value in Values(parameter) select (IReadOnlyList<object?>)[.. before, value]];
        }

        foreach (var list in arguments)
        {
            object? made = null;
            try
            {
                made = constructor.Invoke([.. list]);
            }
            catch (TargetInvocationException exception) when (exception.InnerException is InvalidOperationException or ArgumentException)
            {
                // A combination that cannot be, and is refused as such.
            }

            if (made is not null)
            {
                yield return made;
            }
        }
    }

    private static IEnumerable<object?> Values(ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return [null, .. ValuesOf(underlying)];
        }

        return ValuesOf(type);
    }

    private static IEnumerable<object> ValuesOf(Type type) =>
        type == typeof(string) ? ["example"]
        : type == typeof(int) ? [3]
        : type == typeof(long) ? [3L]
        : type == typeof(bool) ? [true, false]
        : type == typeof(DateOnly) ? [new DateOnly(2026, 11, 21)]
        : type == typeof(DateTime) ? [new DateTime(2026, 11, 21, 20, 30, 0, DateTimeKind.Utc)]
        : type.IsEnum ? Enum.GetValues(type).Cast<object>()
        : type.IsAssignableTo(typeof(IEnumerable<string>)) || type == typeof(IReadOnlyList<string>) ? [new[] { "example" }]
        : Made(type);

    [GeneratedRegex("^[a-z]+(-[a-z0-9]+)*$")]
    private static partial Regex Code();

    [GeneratedRegex(@"^\| `([^`]+)` \| (\d{3}) \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
