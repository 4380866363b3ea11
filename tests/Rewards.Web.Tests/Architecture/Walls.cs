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
