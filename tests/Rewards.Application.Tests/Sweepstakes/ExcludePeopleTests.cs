using Rewards.Application.Sweepstakes;
using Rewards.Domain;
using Rewards.Domain.Shoppers;
using Rewards.Domain.Sweepstakes;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Application.Tests.Sweepstakes;

/// <summary>Whoever the office wrote down cannot win: by the e-mail address however it is spelled, and with the whole household.</summary>
public class ExcludePeopleTests
{
    private const string DrawId = EntriesForTests.DrawId;
    private static readonly Guid _officer = Guid.CreateVersion7();

    [Theory, EveryDatabase]
    public async Task Their_entries_and_those_of_their_household_take_no_part(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database);
        var pat = await portal.EntersAsync(entries: 2, email: "pat+luck@example.com");
        var other = await portal.EntersAsync(email: "other@example.com");
        await EntersFreeAsync(portal, "Kim Roe", "kim@example.com", "12 Elm Street, Apt. 4");
        await EntersFreeAsync(portal, "Sam Poe", "sam@example.com", "12 elm st #4");
        await EntersFreeAsync(portal, "Max Doe", "max@example.com", "12 Elm Street, Apt. 5");
        _ = (await AddsAsync(portal, email: "Pat@Example.com")).Value;
        _ = (await AddsAsync(portal, street: "12 ELM ST", unit: "Unit 4")).Value;

        await new OfficerForTests(portal).TakesTo(SweepstakesStatus.Drawn, DrawId);

        var excluded = (await portal.AllAsync<EntryExclusion>()).ToLookup(e => e.Reason, e => Convert.ToHexString(e.EntryId));
        var entries = (await portal.AllAsync<SweepstakesEntry>()).ToLookup(e => e.ShopperId, e => Convert.ToHexString(e.Id));
        var shoppers = (await portal.AllAsync<Shopper>()).ToDictionary(s => s.Email ?? "", s => s.Id);
        Assert.Equal(entries[pat.Id].Order(), excluded[EntryExclusion.Employee].Order());
        Assert.Equal(entries[shoppers["kim@example.com"]].Concat(entries[shoppers["sam@example.com"]]).Order(), excluded[EntryExclusion.Household].Order());
        Assert.Equal(
            new[] { other.Id, shoppers["max@example.com"] }.Order(), (await portal.AllAsync<DrawingPlace>()).Select(p => p.ShopperId).Order());
    }

    [Theory, EveryDatabase]
    public async Task What_was_typed_is_listed_and_sealed_and_who_is_taken_out_can_win_again(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database);
        var pat = await portal.EntersAsync(email: "pat@example.com");
        var person = (await AddsAsync(portal, email: "pat@example.com", street: "12 Elm Street", note: "Works at the agency")).Value;

        var line = Assert.Single((await ListsAsync(portal)).Lines);
        Assert.Equal(("pat@example.com", "12 Elm Street, Fairview, OH 45000", "Works at the agency"), (line.Details.Email, line.Details.Address?.OneLine, line.Details.Note));
        Assert.DoesNotContain("Elm", System.Text.Encoding.UTF8.GetString(person.SealedDetails), StringComparison.Ordinal);

        Assert.Null(await RemovesAsync(portal, person.Id));
        Assert.IsType<ExclusionUnknown>(await RemovesAsync(portal, person.Id));
        Assert.Empty((await ListsAsync(portal)).Lines);
        await new OfficerForTests(portal).TakesTo(SweepstakesStatus.Drawn, DrawId);
        Assert.Equal(pat.Id, Assert.Single(await portal.AllAsync<DrawingPlace>()).ShopperId);
    }

    [Theory]
    [InlineData(null, null, null, "exclusion-empty")]
    [InlineData(" ", " ", null, "exclusion-empty")]
    [InlineData("not an address", null, null, "entrant-email-invalid")]
    [InlineData("pat@example.com", "\u0007", null, "address-part-invalid")]
    [InlineData("pat@example.com", null, "two\nlines", "exclusion-note-invalid")]
    public async Task What_says_nobody_is_refused(string? email, string? street, string? note, string code)
    {
        await using var portal = await PortalForTests.StartAsync(DatabaseKind.Sqlite);

        Assert.Equal(code, (await AddsAsync(portal, email, street, note: note)).Error?.Code);
        Assert.Empty(await portal.AllAsync<ExcludedPerson>());
    }

    private static Task<Outcome<ExcludedPerson>> AddsAsync(PortalForTests portal, string? email = null, string? street = null, string? unit = null, string? note = null) =>
        portal.CallAsync<ExcludePeople, Outcome<ExcludedPerson>>(u => u.AddAsync(
            string.IsNullOrWhiteSpace(street)
                ? new EntrantForm(null, email, street, unit, null, null, null)
                : new EntrantForm(null, email, street, unit, "Fairview", "OH", "45000"),
            note, _officer, default));

    private static Task<Error?> RemovesAsync(PortalForTests portal, Guid id) => portal.CallAsync<ExcludePeople, Error?>(u => u.RemoveAsync(id, _officer, default));

    private static Task<ExcludedPeopleList> ListsAsync(PortalForTests portal) => portal.CallAsync<ExcludePeople, ExcludedPeopleList>(u => u.ListAsync(1, default));

    private static async Task EntersFreeAsync(PortalForTests portal, string name, string email, string street) =>
        _ = (await portal.CallAsync<EnterFree, Outcome<EnteredFree>>(u => u.RunAsync(
            new EntrantForm(name, email, street, null, "Fairview", "OH", "45000-1234"), agrees: true, "mark", "en", default))).Value;
}
