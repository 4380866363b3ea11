using System.Linq.Expressions;
using System.Text.RegularExpressions;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain;
using Rewards.Domain.Shoppers;

namespace Rewards.Application.Shoppers;

/// <summary>Notes how a shopper wants to stand on the winners list if they win; nothing at all takes it back.</summary>
public sealed class SetShopperName(RewardsDb db, RacingWrite race, ShopperNameValidator validator)
{
    /// <summary>Sets the name. Refuses with <c>name-part-missing</c>, <c>name-part-invalid</c>, <c>try-again</c>.</summary>
    /// <param name="shopperId">Whose: who is signed in.</param>
    /// <param name="typed">As typed.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>As it is kept.</returns>
    public async Task<Outcome<ShopperName>> RunAsync(Guid shopperId, ShopperName typed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var name = typed.Trimmed();
        if (!name.IsEmpty && validator.Refusal(name) is { } refusal)
        {
            return refusal;
        }

        return await race.RunAsync(AttemptAsync, TakeTurnAsync, cancellationToken);

        async Task<Outcome<ShopperName>> AttemptAsync()
        {
            var shopper = await db.Shoppers.SingleAsync(s => s.Id == shopperId, cancellationToken);
            shopper.SetName(name.FirstName, name.LastName, name.Town);
            await db.SaveChangesAsync(cancellationToken);
            return name;
        }

        Task TakeTurnAsync() => db.Shoppers.Where(s => s.Id == shopperId)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.Version, s => s.Version + 1), cancellationToken);
    }
}

/// <summary>How a shopper stands on the winners list: first name, initial of the last name, town.</summary>
/// <param name="FirstName">As typed; null for none.</param>
/// <param name="LastName">As typed; null for none.</param>
/// <param name="Town">As typed; null for none.</param>
public sealed record ShopperName(string? FirstName, string? LastName, string? Town)
{
    /// <summary>The longest first or last name, in UTF-16 units.</summary>
    public const int NameLength = 40;

    /// <summary>The longest name of a town, in UTF-16 units.</summary>
    public const int TownLength = 60;

    /// <summary>Whether nothing was given.</summary>
    public bool IsEmpty => FirstName is null && LastName is null && Town is null;

    /// <summary>Composed, without blanks around and with single blanks within; null where nothing was typed.</summary>
    public ShopperName Trimmed() => new(OneLine(FirstName), OneLine(LastName), OneLine(Town));

    private static string? OneLine(string? text) => string.IsNullOrWhiteSpace(text)
        ? null
        : string.Join(' ', text.Normalize().Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}

/// <summary>What makes a name good; the rules' states are the refusals.</summary>
public sealed partial class ShopperNameValidator : AbstractValidator<ShopperName>
{
    /// <summary>Sets the rules up.</summary>
    public ShopperNameValidator()
    {
        Part(n => n.FirstName, "firstName", ShopperName.NameLength);
        Part(n => n.LastName, "lastName", ShopperName.NameLength);
        Part(n => n.Town, "town", ShopperName.TownLength);
    }

    /// <summary>The first refusal, null where all is good.</summary>
    public Error? Refusal(ShopperName name) => Validate(name).Errors.Select(e => (Error)e.CustomState).FirstOrDefault();

    private void Part(Expression<Func<ShopperName, string?>> part, string field, int longest) =>
        RuleFor(part).Cascade(CascadeMode.Stop)
            .NotNull().WithState(_ => new NamePartMissing(field))
            .MaximumLength(longest).WithState(_ => new NamePartInvalid(field, longest))
            .Matches(Word()).WithState(_ => new NamePartInvalid(field, longest));

    [GeneratedRegex(@"^\p{L}[\p{L}\p{M} .,'’-]*\z")]
    private static partial Regex Word();
}
