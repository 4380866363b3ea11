using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Rewards.Web.Tests.Architecture;

/// <summary>The rules of the house. Each answers with what breaks it, in words; nothing where it is kept.</summary>
internal static partial class Walls
{
    // Web, Cli → Setup → Application → Data → Domain; Setup → providers → Data.
    private static readonly Dictionary<string, string[]> _mayReference = new()
    {
        ["Rewards.Domain"] = [],
        ["Rewards.Data"] = ["Rewards.Domain"],
        ["Rewards.Data.Sqlite"] = ["Rewards.Data"],
        ["Rewards.Data.PostgreSql"] = ["Rewards.Data"],
        ["Rewards.Data.SqlServer.Types"] = [],
        ["Rewards.Data.SqlServer"] = ["Rewards.Data", "Rewards.Data.SqlServer.Types"],
        ["Rewards.Application"] = ["Rewards.Data"],
        ["Rewards.Setup"] = ["Rewards.Application", "Rewards.Data.Sqlite", "Rewards.Data.PostgreSql", "Rewards.Data.SqlServer"],
        ["Rewards.Web"] = ["Rewards.Setup"],
        ["Rewards.Cli"] = ["Rewards.Setup"],
    };

    // Floors by height: an assembly uses its own floor's neighbours nowhere and none above it.
    private static readonly Dictionary<string, string[]> _mayUse = new()
    {
        ["Rewards.Domain"] = [],
        ["Rewards.Data"] = ["Rewards.Domain"],
        ["Rewards.Data.Sqlite"] = ["Rewards.Data", "Rewards.Domain"],
        ["Rewards.Data.PostgreSql"] = ["Rewards.Data", "Rewards.Domain"],
        ["Rewards.Data.SqlServer"] = ["Rewards.Data", "Rewards.Domain"],
        ["Rewards.Application"] = ["Rewards.Data", "Rewards.Domain"],
        ["Rewards.Setup"] =
            ["Rewards.Application", "Rewards.Data", "Rewards.Data.Sqlite", "Rewards.Data.PostgreSql", "Rewards.Data.SqlServer", "Rewards.Domain"],
        ["Rewards.Web"] = ["Rewards.Setup", "Rewards.Application", "Rewards.Data", "Rewards.Domain"],
        ["rewards"] = ["Rewards.Setup", "Rewards.Application", "Rewards.Data", "Rewards.Domain"],
    };

    private static readonly string[] _seesProviders = ["Rewards.Data.Sqlite", "Rewards.Data.PostgreSql", "Rewards.Data.SqlServer"];

    private static readonly string[] _basics =
        ["System.Runtime", "System.Collections", "System.Linq", "System.Memory", "System.Threading", "System.Security.Cryptography", "System.Text"];

    // Of System.IO only what works on memory.
    private static readonly string[] _inMemory =
        ["Stream", "MemoryStream", "TextReader", "TextWriter", "StringReader", "StringWriter", "BinaryReader", "BinaryWriter", "InvalidDataException"];

    private static readonly string[] _clocksAndDice =
    [
        "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today",
        "System.DateTimeOffset.get_Now", "System.DateTimeOffset.get_UtcNow", "System.Random..ctor", "System.Random.get_Shared",
    ];

    private static readonly string[] _capabilities =
    [
        "Receipts", "Surveys", "Promotions", "FuelPoints", "Vouchers", "Sweepstakes", "Shoppers", "Stores", "Staff", "Insights", "Cases", "Webhooks",
        "Mail", "Audit", "Fraud",
    ];

    private static readonly string[] _emptyNames = ["Service", "Manager", "Helper", "Helpers", "Util", "Utils", "Utility", "Base", "Impl"];

    public static IEnumerable<string> Direction(IEnumerable<Project> projects) =>
        from project in projects
        from reference in _mayReference.TryGetValue(project.Name, out var may) ? project.Projects.Except(may) : ["whatever: it has no floor yet"]
        select $"{project.Name} may not reference {reference}";

    public static IEnumerable<string> Direction(IEnumerable<Uses> assemblies) =>
        from assembly in assemblies
        from reference in assembly.References.Where(IsOurs).Except(_mayUse[assembly.Name])
        select $"{assembly.Name} may not use {reference}";

    public static IEnumerable<string> ProvidersUnseen(IEnumerable<Uses> assemblies) =>
        from assembly in assemblies
        where !_seesProviders.Contains(assembly.Name)
        from reference in assembly.References
        where IsDriver(reference) || (assembly.Name != "Rewards.Setup" && _seesProviders.Contains(reference))
        select $"{assembly.Name} may not see {reference}";

    public static IEnumerable<string> DomainAlone(Uses domain) =>
    [
        .. from reference in domain.References
           where !_basics.Any(b => reference == b || reference.StartsWith(b + ".", StringComparison.Ordinal))
           select $"{domain.Name} may not use {reference}",
        .. from type in domain.Types
           where DoesInputOrOutput(type)
           select $"{domain.Name} does input or output by {type}",
    ];

    public static IEnumerable<string> NoClockAndNoDice(IEnumerable<Uses> assemblies) =>
        from assembly in assemblies
        from member in assembly.Members.Intersect(_clocksAndDice)
        select $"{assembly.Name} uses {member}: take TimeProvider, RandomNumberGenerator";

    public static IEnumerable<string> RootNotShadowed(IEnumerable<string> fullNames) =>
        from name in fullNames
        where name.Split('.', '+').Skip(1).Any(part => part is "Reward" or "Rewards")
        select $"{name} shadows the root";

    public static IEnumerable<string> SameFolders(string project, IEnumerable<string> folders, params string[] ofItsOwn) =>
        from folder in folders.Except(_capabilities).Except(ofItsOwn)
        select $"{project}/{folder} is no capability";

    public static IEnumerable<string> NamesThatSay(IEnumerable<string> typeNames) =>
        from name in typeNames
        where _emptyNames.Any(e => name.EndsWith(e, StringComparison.Ordinal))
        select $"{name} says nothing";

    /// <param name="types">Where interfaces and what implements them are looked for.</param>
    /// <param name="edge">Interfaces to the world outside of the process.</param>
    public static IEnumerable<string> InterfacesWithAPurpose(IReadOnlyCollection<Type> types, params string[] edge) =>
        from type in types
        where type.IsInterface && !edge.Contains(type.Name)
        let implementations = types.Count(t => t is { IsClass: true } or { IsValueType: true } && Implements(t, type))
        where implementations < 2
        select $"{type.Name} has {implementations} implementation(s)";

    public static IEnumerable<string> NothingExcused(IEnumerable<(string Path, string Text)> sources) =>
        from source in sources
        from Match excuse in Excuses().Matches(source.Text)
        select $"{source.Path} excuses itself by {excuse.Value}";

    /// <summary>The types that someone wrote, of an assembly.</summary>
    public static IEnumerable<Type> Written(Assembly assembly) => assembly.GetTypes().Where(
        t => !t.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
            && !t.Name.Contains('<', StringComparison.Ordinal)
            && t.Namespace?.StartsWith("Rewards", StringComparison.Ordinal) == true
            && !t.Namespace.EndsWith(".Migrations", StringComparison.Ordinal));

    private static bool IsOurs(string assembly) =>
        assembly.StartsWith("Rewards", StringComparison.OrdinalIgnoreCase);

    private static bool IsDriver(string assembly) =>
        assembly.StartsWith("Npgsql", StringComparison.Ordinal)
        || assembly.StartsWith("SQLite", StringComparison.Ordinal)
        || assembly is "Microsoft.Data.SqlClient" or "Microsoft.Data.Sqlite"
        || assembly is "Microsoft.EntityFrameworkCore.Sqlite" or "Microsoft.EntityFrameworkCore.SqlServer";

    private static bool DoesInputOrOutput(string type) =>
        type is "System.Console" or "System.Diagnostics.Process"
        || type.StartsWith("System.Net.", StringComparison.Ordinal)
        || type.StartsWith("System.Data.", StringComparison.Ordinal)
        || (type.StartsWith("System.IO.", StringComparison.Ordinal) && !_inMemory.Contains(type["System.IO.".Length..]));

    private static bool Implements(Type type, Type wanted) => type.GetInterfaces()
        .Any(i => i == wanted || (i.IsGenericType && wanted.IsGenericType && i.GetGenericTypeDefinition() == wanted));

    [GeneratedRegex(@"#pragma warning|SuppressMessage|<NoWarn>|<TreatWarningsAsErrors>|dotnet_diagnostic\.\w+\.severity|#nullable disable")]
    private static partial Regex Excuses();
}
