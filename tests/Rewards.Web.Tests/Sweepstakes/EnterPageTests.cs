using System.Net;
using Rewards.Domain.Sweepstakes;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Web.Tests.Sweepstakes;

/// <summary>The page of free entries, without script.</summary>
public class EnterPageTests
{
    private static PortalSetup Setup => new() { Promotions = [PortalSetup.Entry()], Entries = new EntryTerms(30, 60, 18, "RI") };

    [Theory, EveryDatabase]
    public async Task From_the_first_page_to_the_receipt_and_the_mail(DatabaseKind database)
    {
        await using var portal = await PortalOnLoopback.StartAsync(database, Setup);
        var form = await (await portal.Browser().Opens("/")).Follows("a[href='/enter']");

        var done = await SubmitAsync(form);

        Assert.Equal(HttpStatusCode.OK, done.Status);
        Assert.Contains("You are in the March draw", done.Text, StringComparison.Ordinal);
        var entry = Convert.ToHexStringLower(Assert.Single(await portal.Below.AllAsync<SweepstakesEntry>()).Id);
        Assert.Equal(entry, done.TextOf("#entry-id"));
        Assert.True(done.Has($"a[href='/draws/2026-03-monthly#entry={entry}']"));
        Assert.Contains(entry, (await portal.Mail.MailTo("ana@example.com")).Text, StringComparison.Ordinal);

        // Back and once more: the same entry, not another one.
        Assert.Equal(done.Address, (await SubmitAsync(form)).Address);
        Assert.Single(await portal.Below.AllAsync<SweepstakesEntry>());

        var again = await SubmitAsync(await portal.Browser().Opens("/enter"));
        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.Contains("today already", again.TextOf(".errors"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "name", "", 422, "first and last name")]
    [InlineData("es", "name", "", 422, "nombre y apellido")]
    [InlineData("en", "email", "ana@", 422, "Type your e-mail address")]
    [InlineData("en", "street", " ", 422, "Fill in the whole address")]
    [InlineData("en", "city", "", 422, "Fill in the whole address")]
    [InlineData("en", "state", "", 422, "Choose a state")]
    [InlineData("en", "zip", "123", 422, "five digits")]
    [InlineData("en", "agree", "false", 422, "Tick the box")]
    [InlineData("en", "state", "RI", 409, "void in Rhode Island")]
    [InlineData("es", "state", "RI", 409, "nulo en Rhode Island")]
    public async Task A_refusal_names_its_field_and_keeps_what_was_typed(string language, string field, string typed, int status, string words)
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite, Setup);

        var page = await SubmitAsync(await portal.Browser(language: language).Opens("/enter"), (field, typed));

        Assert.Equal(status, (int)page.Status);
        Assert.Contains(words, page.TextOf($".errors a[href='#{field}']"), StringComparison.Ordinal);
        Assert.True(page.Has($"#{field}[aria-invalid=true]"));
        Assert.Equal(field == "name" ? "" : "Ana Díaz", page.Document.GetElementById("name")!.GetAttribute("value") ?? "");
        Assert.Empty(await portal.Below.AllAsync<SweepstakesEntry>());
    }

    [Fact]
    public async Task Many_forms_of_one_client_are_stopped_for_a_while()
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite, new PortalSetup
        {
            Promotions = [PortalSetup.Entry()],
            Settings = { ["Throttle:EntriesPerClient"] = "3" },
        });
        var browser = portal.Browser();
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await SubmitAsync(await browser.Opens("/enter"), ("email", $"person{i}@example.com"))).Status);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await SubmitAsync(await browser.Opens("/enter"), ("email", "ben@example.com"))).Status);
        Assert.Equal(3, (await portal.Below.AllAsync<SweepstakesEntry>()).Count);
    }

    [Fact]
    public async Task The_rules_lead_to_both_ways_and_without_an_open_draw_the_page_says_so()
    {
        await using var portal = await PortalOnLoopback.StartAsync(DatabaseKind.Sqlite, Setup);
        var rules = await portal.Browser().Opens("/draws/2026-03-monthly/rules");
        Assert.True(rules.Has("a[href='/enter']"));

        portal.Below.Clock.Advance(TimeSpan.FromDays(40));

        var closed = await portal.Browser().Opens("/enter");
        Assert.False(closed.Has("form[action='/enter']"));
        Assert.Contains("No draw is open today", closed.Text, StringComparison.Ordinal);
        Assert.False((await portal.Browser().Opens("/draws/2026-03-monthly/rules")).Has("a[href='/enter']"));
        Assert.Equal(HttpStatusCode.NotFound, (await portal.Browser().Opens($"/enter/{Guid.NewGuid():n}")).Status);
    }

    private static Task<PageForTests> SubmitAsync(PageForTests form, params (string Name, string Value)[] otherwise)
    {
        var typed = new Dictionary<string, string>
        {
            ["name"] = "Ana Díaz",
            ["email"] = "ana@example.com",
            ["street"] = "12 Main Street",
            ["city"] = "Fairview",
            ["state"] = "OH",
            ["zip"] = "45000",
            ["agree"] = "true",
        };
        foreach (var (name, value) in otherwise)
        {
            typed[name] = value;
        }

        return form.Submits("form[action='/enter']", [.. typed.Select(t => (t.Key, t.Value))]);
    }
}
