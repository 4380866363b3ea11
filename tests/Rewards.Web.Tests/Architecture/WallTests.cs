using System.Reflection;
using Rewards.Testing;
using Xunit;

namespace Rewards.Web.Tests.Architecture;

/// <summary>The walls between the floors. Beside each stands a violator, which shows that the wall can be felt.</summary>
public class WallTests
{
    private static readonly Uses[] _house = [.. House.Assemblies.Select(Uses.Of)];

    [Fact]
    public void Projects_reference_only_the_floor_below() => Assert.Empty(Walls.Direction(House.Projects()));

    [Fact]
    public void A_project_that_reaches_up_across_or_has_no_floor_is_found() => Assert.Equal(
        [
            "Rewards.Domain may not reference Rewards.Data",
            "Rewards.Application may not reference Rewards.Data.Sqlite",
            "Rewards.Loyalty may not reference whatever: it has no floor yet",
        ],
        Walls.Direction(
        [
            new Project("Rewards.Domain", ["Rewards.Data"]),
            new Project("Rewards.Application", ["Rewards.Data", "Rewards.Data.Sqlite"]),
            new Project("Rewards.Loyalty", []),
        ]));

    [Fact]
    public void Assemblies_use_only_floors_below() => Assert.Empty(Walls.Direction(_house));

    [Fact]
    public void An_assembly_that_uses_a_floor_above_is_found() => Assert.Equal(
        ["Rewards.Data may not use Rewards.Application", "Rewards.Data may not use Rewards.Setup"],
        Walls.Direction([UsesOf<PortalForTests>() with { Name = "Rewards.Data" }])
            .Except(["Rewards.Data may not use Rewards.Data"]).Order(StringComparer.Ordinal));

    [Fact]
    public void Only_the_setup_sees_providers() => Assert.Empty(Walls.ProvidersUnseen(_house));

    [Fact]
    public void Whoever_else_sees_a_provider_is_found() => Assert.Equal(
        [
            "Rewards.Web may not see Microsoft.Data.SqlClient", "Rewards.Web may not see Microsoft.Data.Sqlite", "Rewards.Web may not see Npgsql",
            "rewards may not see Rewards.Data.Sqlite",
        ],
        Walls.ProvidersUnseen([UsesOf<PortalForTests>() with { Name = "Rewards.Web" }, new Uses("rewards", ["Rewards.Data.Sqlite"], [], [])])
            .Order(StringComparer.Ordinal));

    [Fact]
    public void The_domain_stands_alone_and_does_no_input_or_output() =>
        Assert.Empty(Walls.DomainAlone(_house.Single(a => a.Name == "Rewards.Domain")));

    [Fact]
    public void A_domain_that_reads_files_asks_the_network_or_knows_the_database_is_found()
    {
        var found = Walls.DomainAlone(UsesOf<WallTests>()).ToList();

        Assert.Contains("Rewards.Web.Tests may not use Rewards.Data", found);
        Assert.Contains("Rewards.Web.Tests may not use System.Net.Http", found);
        Assert.Contains("Rewards.Web.Tests does input or output by System.IO.File", found);
        Assert.Contains("Rewards.Web.Tests does input or output by System.Net.Http.HttpClient", found);
    }

    [Fact]
    public void Time_comes_from_a_TimeProvider_and_chance_from_the_cryptographic_generator() => Assert.Empty(Walls.NoClockAndNoDice(_house));

    [Fact]
    public void Whoever_looks_at_the_clock_or_rolls_dice_is_found() => Assert.Equal(
        [
            "Rewards.Web.Tests uses System.DateTime.get_UtcNow: take TimeProvider, RandomNumberGenerator",
            "Rewards.Web.Tests uses System.Random..ctor: take TimeProvider, RandomNumberGenerator",
        ],
        Walls.NoClockAndNoDice([UsesOf<WallTests>()]).Order());

    [Fact]
    public void Nothing_inside_shadows_the_root_namespace() =>
        Assert.Empty(Walls.RootNotShadowed(House.Assemblies.SelectMany(Walls.Written).Select(t => t.FullName!)));

    [Fact]
    public void Whatever_shadows_the_root_namespace_is_found() => Assert.Equal(
        2, Walls.RootNotShadowed([typeof(Violators.Reward).FullName!, "Rewards.Domain.Rewards.Lot", "Rewards.Domain.RewardPoints"]).Count());

    [Theory]
    [InlineData("src/Rewards.Domain", "Codes")]
    [InlineData("src/Rewards.Data")]
    [InlineData("src/Rewards.Application", "Localization", "Resources")]
    [InlineData("tests/Rewards.Domain.Tests", "Codes", "vectors")]
    [InlineData("tests/Rewards.Application.Tests", "Data")]
    public void Every_floor_has_the_same_rooms(string project, params string[] ofItsOwn) =>
        Assert.Empty(Walls.SameFolders(project, House.Folders(project), ofItsOwn));

    [Fact]
    public void A_room_that_no_other_floor_has_is_found() => Assert.Equal(
        ["src/Rewards.Domain/Common is no capability"], Walls.SameFolders("src/Rewards.Domain", ["Receipts", "Codes", "Common"], "Codes"));

    [Fact]
    public void Names_say_something() => Assert.Empty(Walls.NamesThatSay(House.Assemblies.SelectMany(Walls.Written).Select(t => t.Name)));

    [Fact]
    public void A_name_that_says_nothing_is_found() => Assert.Equal(
        ["VoucherManager says nothing", "DateUtils says nothing"], Walls.NamesThatSay(["VoucherManager", "DateUtils", "Services", "Database"]));

    [Fact]
    public void An_interface_has_more_than_one_implementation_but_at_the_edge_of_the_process() =>
        Assert.Empty(Walls.InterfacesWithAPurpose([.. House.Assemblies.SelectMany(Walls.Written)], "IMailTransport", "IWebhookTransport", "IBeaconSource"));

    [Fact]
    public void An_interface_for_one_or_none_is_found() => Assert.Equal(
        ["IUnused has 0 implementation(s)", "IVoucherStore has 1 implementation(s)"],
        Walls.InterfacesWithAPurpose(typeof(Violators).GetNestedTypes(BindingFlags.Public | BindingFlags.NonPublic), "IEdge").Order());

    [Fact]
    public void No_rule_is_excused_line_by_line() => Assert.Empty(Walls.NothingExcused(House.Sources(".cs", ".cshtml", ".csproj")));

    [Fact]
    public void An_excuse_is_found() => Assert.Equal(
        3, Walls.NothingExcused([("a.cs", "#pragma warning disable CA1"), ("b.cs", "[SuppressMessage(1)]"), ("c.csproj", "<NoWarn>CA1</NoWarn>")]).Count());

    private static Uses UsesOf<T>() => Uses.Of(typeof(T).Assembly);
}
