using System.Globalization;
using System.Text;
using Rewards.Application.Shoppers;
using Rewards.Domain.FuelPoints;
using Rewards.Domain.Shoppers;

namespace Rewards.Setup.Demo;

/// <summary>Made-up people, one a household of the receipts.</summary>
internal sealed class DemoShoppers
{
    private readonly Dictionary<string, PeopleNames> _names = SeedFiles.Json<Dictionary<string, PeopleNames>>("demo-people.json");
    private readonly Dictionary<string, DemoShopper> _byHousehold = [];

    /// <summary>The person of a household.</summary>
    public DemoShopper Of(string household)
    {
        if (!_byHousehold.TryGetValue(household, out var shopper))
        {
            _byHousehold[household] = shopper = Make(household);
        }

        return shopper;
    }

    private DemoShopper Make(string household)
    {
        var chance = new Chance("household/" + household);
        var language = chance.Happens(0.2) ? "es" : "en";
        var names = _names[language];
        var (first, last) = (chance.Of(names.First), chance.Of(names.Last));
        var leaves = chance.Share();
        var email = leaves < 0.62 ? $"{Plain(first)}.{Plain(last)}{household}@shopper.example" : null;
        var card = leaves is > 0.4 and < 0.76 ? "6004" + household.PadLeft(8, '0') : null;
        return new DemoShopper(language, email, card, chance.Happens(0.8) ? (first, last) : null, chance.Normal() * 0.6);
    }

    private static string Plain(string name) => string.Concat(name.ToLowerInvariant().Normalize(NormalizationForm.FormD)
        .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark));

    private sealed record PeopleNames(IReadOnlyList<string> First, IReadOnlyList<string> Last);
}

/// <summary>A made-up person.</summary>
/// <param name="Language">Two letters.</param>
/// <param name="Email">Null where none is left.</param>
/// <param name="Card">Null where none is left.</param>
/// <param name="Name">First and last; null where none is given.</param>
/// <param name="Temper">How well they speak of things, around 0.</param>
internal sealed record DemoShopper(string Language, string? Email, string? Card, (string First, string Last)? Name, double Temper)
{
    /// <summary>The person in the database; null before the first response, and for who leaves no contact.</summary>
    public Shopper? Person { get; private set; }

    /// <summary>When each promotion was given.</summary>
    public Dictionary<int, IReadOnlyList<DateOnly>> GivenOn { get; } = [];

    /// <summary>Whether feedback was given before; null where nobody knows who it was.</summary>
    public bool? IsReturning { get; set; }

    /// <summary>The person with their ledger, as the awards take it.</summary>
    public FoundShopper? Found { get; private set; }

    /// <summary>Takes the person in at the first response.</summary>
    /// <returns>The new person; null where there is none to add.</returns>
    public Shopper? TakeIn(DateTime at, string town)
    {
        if (Person is not null || (Email is null && Card is null))
        {
            return null;
        }

        Person = new Shopper(Guid.CreateVersion7(new DateTimeOffset(at, TimeSpan.Zero)), Email, Email is null ? Card : null, Language, at);
        Found = new FoundShopper(Person, IsNew: true, new Dictionary<int, IReadOnlyList<DateTime>>(), new FuelLedger(Person.Id));
        if (Email is not null && Name is { } name)
        {
            Person.SetName(name.First, name.Last, town);
            Person.VerifyEmail(at.AddMinutes(20));
        }

        return Person;
    }
}
