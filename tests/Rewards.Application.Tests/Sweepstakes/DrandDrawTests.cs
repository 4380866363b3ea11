using Rewards.Application.Sweepstakes;
using Rewards.Domain;
using Rewards.Domain.Sweepstakes;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Application.Tests.Sweepstakes;

/// <summary>A month that a round of drand decides: the rounds are of 2023, and so is the clock.</summary>
public class DrandDrawTests
{
    private const string DrawId = "2023-07-monthly";

    private static readonly DrandQuicknet _round = (DrandQuicknet)SampleBundle.Drand;
    private static readonly DateTime _due = Quicknet.TimeOf(_round.Round).UtcDateTime;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task The_committed_round_draws_and_no_wrong_one_does(DatabaseKind database)
    {
        await using var portal = await CommittedAsync(database);
        var officer = new OfficerForTests(portal);

        Assert.Equal(new AnnouncementNotDue(_due), (await officer.Draws(DrawId, _round.Signature)).Error);
        portal.Clock.Advance(_due - portal.Clock.Now);

        Assert.Equal(new BeaconSignatureWrong(), (await officer.Draws(DrawId, _round.Signature[..^1] + "3")).Error);
        Assert.Equal(new BeaconSignatureWrong(), (await officer.Draws(DrawId, BlsRound1000)).Error);
        Assert.Equal(
            new BeaconRoundOther(_round.Round, 1000), (await officer.Draws(DrawId, $$"""{"round":1000,"signature":"{{BlsRound1000}}"}""")).Error);
        Assert.Equal(
            new BeaconSignatureWrong(), (await officer.Draws(DrawId, $$"""{"round":{{_round.Round}},"signature":"{{BlsRound1000}}"}""")).Error);
        foreach (var nothing in (string?[])[null, "", "4-0-9-9-1", "{", "{}", "[]", """{"round":"123","signature":1}""", $"{_round.Signature}00", new string('a', 5000)])
        {
            Assert.Equal(new BeaconRoundUnreadable(), (await officer.Draws(DrawId, nothing)).Error);
        }

        Assert.Equal(SweepstakesStatus.Committed, Assert.Single(await portal.AllAsync<MonthlySweepstakes>()).Status);
        Assert.Empty(await portal.AllAsync<DrawingPlace>());

        var result = (await officer.Draws(DrawId, $$"""{"round":{{_round.Round}},"randomness":"{{_round.Randomness}}","signature":"{{_round.Signature}}"}""")).Value;

        var drawing = Assert.Single(await portal.AllAsync<Drawing>());
        Assert.Equal((_round.Round, _round.Signature, null, null), (drawing.BeaconRound, Convert.ToHexStringLower(drawing.BeaconSignature!), drawing.Announced, drawing.BeaconDescription));
        Assert.Equal(_round, drawing.Beacon());
        Assert.Equal(2, result.Winners.Count);
        var path = Path.Combine(Path.GetTempPath(), $"drand-draw-{Guid.NewGuid():n}.zip");
        await using (var file = File.Create(path))
        {
            await portal.CallAsync<ReadDrawBundle, bool>(async read =>
            {
                await WriteDrawBundle.ToZipAsync(file, (await read.RunAsync(DrawId, Stop)).Value, Stop);
                return true;
            });
        }

        var verdict = VerifyDrawBundle.Run(path, Digest.FromBytes(drawing.Commit), Stop);
        File.Delete(path);
        Assert.Null(verdict.Disagreement);
        Assert.Contains(verdict.Checked, line => line.StartsWith($"BLS signature: verified, of round {_round.Round} of drand quicknet", StringComparison.Ordinal));
    }

    [Theory, EveryDatabase]
    public async Task A_round_is_due_an_hour_after_the_commitment_or_later_and_the_first_at_the_chosen_time(DatabaseKind database)
    {
        await using var portal = await FrozenAsync(database);
        var officer = new OfficerForTests(portal);
        portal.Clock.Advance(_due.AddHours(-1).AddTicks(1) - portal.Clock.Now);

        var soon = await officer.CommitsTo(DrawId, new BeaconChoice(BeaconKind.Drand, _due));
        var never = await officer.CommitsTo(DrawId, new BeaconChoice(BeaconKind.Drand, null));
        var late = await officer.CommitsTo(DrawId, new BeaconChoice(BeaconKind.Drand, _due.AddDays(40)));
        var due = (await officer.CommitsTo(DrawId, new BeaconChoice(BeaconKind.Drand, _due.AddTicks(1)))).Value;

        Assert.IsType<AnnouncementTooSoon>(soon.Error);
        Assert.Equal(new AnnouncementTimeInvalid(), never.Error);
        Assert.IsType<AnnouncementTooLate>(late.Error);
        Assert.Equal(_due.AddSeconds(3), due.AnnouncementAt);
        Assert.Equal(_round.Round + 1, Assert.Single(await portal.AllAsync<Drawing>()).BeaconRound);
    }

    [Fact]
    public async Task Mirrors_are_asked_one_after_the_other_until_one_has_the_genuine_round()
    {
        var asked = new List<string>();
        var right = $$"""{"round":{{_round.Round}},"signature":"{{_round.Signature}}"}""";
        var fetch = new FetchRound(
            new Mirrors(address =>
            {
                asked.Add($"{address}");
                return asked.Count switch
                {
                    1 => throw new HttpRequestException(HttpRequestError.ConnectionError),
                    2 => $$"""{"round":{{_round.Round}},"signature":"{{BlsRound1000}}"}""",
                    _ => right,
                };
            }),
            new PortalSettings());

        Assert.Equal(_round, (await fetch.RunAsync(_round.Round, Stop)).Value);
        var rest = $"drand.sh/{Quicknet.BeaconId}/public/{_round.Round}";
        Assert.Equal([$"https://api.{rest}", $"https://api2.{rest}", $"https://api3.{rest}"], asked);
    }

    [Fact]
    public async Task Where_no_mirror_has_it_each_is_told_with_what_it_said()
    {
        var fetch = new FetchRound(
            new Mirrors(address => address.Host switch
            {
                "one.example" => throw new HttpRequestException(HttpRequestError.InvalidResponse, null, null, System.Net.HttpStatusCode.NotFound),
                "two.example" => throw new HttpRequestException(HttpRequestError.NameResolutionError),
                _ => "<html>",
            }),
            new PortalSettings { Sweepstakes = new SweepstakesSettings { BeaconMirrors = ["https://one.example/", "https://two.example", "https://three.example:8443/drand"] } });

        Assert.Equal(
            new BeaconUnavailable("one.example: 404; two.example: NameResolutionError; three.example:8443: beacon-round-unreadable"),
            (await fetch.RunAsync(_round.Round, Stop)).Error);
    }

    private const string BlsRound1000 = "b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39";

    // An hour and a half before the round is due.
    private static async Task<PortalForTests> CommittedAsync(DatabaseKind database)
    {
        var portal = await FrozenAsync(database);
        portal.Clock.Advance(_due.AddMinutes(-90) - portal.Clock.Now);
        _ = (await new OfficerForTests(portal).CommitsTo(DrawId, new BeaconChoice(BeaconKind.Drand, _due))).Value;
        return portal;
    }

    private static async Task<PortalForTests> FrozenAsync(DatabaseKind database)
    {
        var portal = await PortalForTests.StartAsync(database);
        await portal.InDatabaseAsync(async db =>
        {
            var march = db.Sweepstakes.Single();
            db.Sweepstakes.Remove(march);
            db.Sweepstakes.Add(new MonthlySweepstakes(
                DrawId, new DateTime(2023, 7, 1, 4, 0, 0, DateTimeKind.Utc), new DateTime(2023, 8, 1, 4, 0, 0, DateTimeKind.Utc), march.Rules, march.Prizes));
            await db.SaveChangesAsync();
        });
        portal.Clock.Advance(new DateTime(2023, 7, 4, 12, 0, 0, DateTimeKind.Utc) - portal.Clock.Now);
        foreach (var i in Enumerable.Range(0, 5))
        {
            await portal.EntersAsync(email: $"shopper{i}@example.com", drawId: DrawId);
        }

        await new OfficerForTests(portal).TakesTo(SweepstakesStatus.Frozen, DrawId);
        return portal;
    }

    private sealed class Mirrors(Func<Uri, string> answer) : IBeaconSource
    {
        public Task<string> GetAsync(Uri address, CancellationToken cancellationToken) => Task.FromResult(answer(address));
    }
}
