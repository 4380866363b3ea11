using Microsoft.EntityFrameworkCore;
using Rewards.Application.Sweepstakes;
using Rewards.Domain;
using Rewards.Domain.Sweepstakes;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Application.Tests.Sweepstakes;

/// <summary>What the coming months are opened with is written in the office; what is open never changes.</summary>
public class EditTemplateTests
{
    private static readonly Guid _officer = Guid.CreateVersion7();

    private static readonly PortalSetup _setup = new()
    {
        Settings = new() { ["Sweepstakes:MailInAddress"] = "Fairview Sweepstakes, P.O. Box 7, Fairview, OH 45000" },
    };

    [Theory, EveryDatabase]
    public async Task A_month_that_opens_later_has_what_was_written_and_one_that_is_open_keeps_its_own(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, _setup);
        portal.Clock.Advance(TimeSpan.FromDays(20));
        await OpensAsync(portal);
        var before = await portal.AllAsync<MonthlySweepstakes>();

        var form = Form(
            ("sponsor", "Fairview Stores, Inc., 1 Main St, Fairview, OH 45000"), ("minimumAge", "21"), ("claimDays", "10"), ("voidIn", "ny, Florida"),
            ("prize1-count", "2"), ("prize1-text", "A bicycle"), ("prize1-es", "Una bicicleta"), ("prize1-value", "450.50"),
            ("prize3-count", "1"), ("prize3-text", "A bell"), ("prize2-count", ""), ("prize2-text", ""), ("prize2-es", ""), ("prize2-value", ""));
        Assert.Equal(1, (await SavesAsync(portal, 0, form)).Value.Number);
        portal.Clock.Advance(TimeSpan.FromDays(30));
        await OpensAsync(portal);

        var after = await portal.AllAsync<MonthlySweepstakes>();
        Assert.All(before, old => Assert.Equal((old.Rules, old.Prizes, old.MinimumAge), (Same(old).Rules, Same(old).Prizes, Same(old).MinimumAge)));
        var opened = Assert.Single(after, month => before.All(old => old.DrawId != month.DrawId));
        Assert.Equal("A bicycle / Una bicicleta\nA bicycle / Una bicicleta\nA bell\n", opened.Prizes);
        Assert.Equal((21, 10, "FL NY"), (opened.MinimumAge, opened.ClaimDays, opened.VoidIn));
        Assert.Equal([45_050, 45_050, 0], opened.PrizeTerms.ValuesInCents);
        Assert.Contains("Fairview Stores, Inc., 1 Main St", opened.Rules, StringComparison.Ordinal);
        Assert.Contains("Void in Florida, New York", opened.Rules, StringComparison.Ordinal);
        Assert.Contains("21 years of age", opened.Rules, StringComparison.Ordinal);
        Assert.Contains("2 × Una bicicleta", opened.Rules, StringComparison.Ordinal);

        MonthlySweepstakes Same(MonthlySweepstakes old) => after.Single(month => month.DrawId == old.DrawId);
    }

    [Theory, EveryDatabase]
    public async Task Of_officers_who_save_at_once_one_does_and_the_others_are_told(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, _setup);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => SavesAsync(portal, 0, Form(("minimumAge", $"{30 + i}")))));

        Assert.Single(outcomes, outcome => outcome.Error is null);
        Assert.All(outcomes.Where(outcome => outcome.Error is not null), outcome => Assert.IsType<SweepstakesTemplateChanged>(outcome.Error));
        Assert.Single(await portal.AllAsync<SweepstakesTemplate>());
        Assert.Equal(2, (await SavesAsync(portal, 1, Form(("minimumAge", "40")))).Value.Number);
        Assert.Equal(40, (await portal.CallAsync<EditTemplate, SweepstakesSettings>(u => u.TermsAsync(default))).MinimumAge);
    }

    [Theory]
    [InlineData("minimumAge", "12", "sweepstakes-number-invalid")]
    [InlineData("minimumAge", "", "sweepstakes-number-invalid")]
    [InlineData("claimDays", "366", "sweepstakes-number-invalid")]
    [InlineData("entriesAHousehold", "1", "sweepstakes-number-invalid")]
    [InlineData("mailInAddress", "", "sweepstakes-text-invalid")]
    [InlineData("mailInAddress", "Two\nlines", "sweepstakes-text-invalid")]
    [InlineData("voidIn", "Atlantis", "sweepstakes-state-unknown")]
    [InlineData("prize1-count", "0", "sweepstakes-number-invalid")]
    [InlineData("prize1-text", "", "sweepstakes-text-invalid")]
    [InlineData("prize1-text", "A trip / A cruise", "sweepstakes-text-invalid")]
    [InlineData("prize1-text", "\u200B", "sweepstakes-text-invalid")]
    [InlineData("prize1-value", "-1", "sweepstakes-number-invalid")]
    [InlineData("prize1-value", "a lot", "sweepstakes-number-invalid")]
    [InlineData("prize1-count", "10000000", "sweepstakes-number-invalid")]
    public async Task What_no_month_could_be_opened_with_is_said_at_its_field(string field, string typed, string code)
    {
        await using var portal = await PortalForTests.StartAsync(DatabaseKind.Sqlite, _setup);

        var refusals = await portal.CallAsync<EditTemplate, IReadOnlyList<Error>>(u => Task.FromResult(u.Check(Form((field, typed)))));

        Assert.Equal((code, field), (Assert.Single(refusals).Code, refusals[0].Field));
        Assert.NotNull((await SavesAsync(portal, 0, Form((field, typed)))).Error);
        Assert.Empty(await portal.AllAsync<SweepstakesTemplate>());
    }

    [Fact]
    public async Task Without_any_prize_it_is_not_saved_and_what_is_previewed_is_what_is_opened()
    {
        await using var portal = await PortalForTests.StartAsync(DatabaseKind.Sqlite, _setup);
        portal.Clock.Advance(TimeSpan.FromDays(20));
        var none = Form([.. from kind in Enumerable.Range(1, 2) from part in (string[])["count", "text", "es", "value"] select ($"prize{kind}-{part}", "")]);
        Assert.IsType<SweepstakesPrizesInvalid>((await SavesAsync(portal, 0, none)).Error);

        var form = Form(("prize1-count", "1"), ("prize1-value", "6000"));
        var preview = await portal.CallAsync<EditTemplate, TemplatePreview>(u => u.PreviewAsync(form, default));
        _ = (await SavesAsync(portal, 0, form)).Value;
        var opened = await OpensAsync(portal);

        Assert.Equal(["Florida", "New York"], preview.AskedIn.Order());
        Assert.Equal(600_000 + (20 * 2_500), preview.PrizeCents);
        var rules = await portal.InDatabaseAsync(db => db.Sweepstakes.Where(s => s.DrawId == opened[0]).Select(s => s.Rules).SingleAsync());
        Assert.Equal(RulesText.Read(rules).SelectMany(r => r.Sections).SelectMany(s => s.Paragraphs), preview.Rules.SelectMany(r => r.Sections).SelectMany(s => s.Paragraphs));
    }

    private static Task<Outcome<SweepstakesTemplate>> SavesAsync(PortalForTests portal, int number, TemplateForm form) =>
        portal.CallAsync<EditTemplate, Outcome<SweepstakesTemplate>>(u => u.SaveAsync(number, form, _officer, default));

    private static async Task<IReadOnlyList<string>> OpensAsync(PortalForTests portal) =>
        (await portal.CallAsync<OpenSweepstakes, Outcome<OpenedMonths>>(u => u.RunAsync(default))).Value.DrawIds;

    // The settings' form with some fields changed.
    private static TemplateForm Form(params (string Name, string Value)[] changes)
    {
        var fields = TemplateForm.Of(new SweepstakesSettings { MailInAddress = "P.O. Box 7, Fairview, OH 45000" }).Fields.ToDictionary();
        foreach (var (name, value) in changes)
        {
            fields[name] = [value];
        }

        return new TemplateForm(fields);
    }
}
