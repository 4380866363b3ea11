using Microsoft.EntityFrameworkCore;
using Rewards.Data;
using Rewards.Domain.Sweepstakes;

namespace Rewards.Application.Sweepstakes;

/// <summary>Who has each prize now: its winner as drawn, or whoever it went on to.</summary>
internal static class PrizeHolders
{
    /// <summary>Of each prize that was offered the last claim.</summary>
    public static IQueryable<PrizeHolder> Holders(this RewardsDb db) =>
        from drawing in db.Drawings.AsNoTracking()
        join claim in db.PrizeClaims.Last() on drawing.SweepstakesId equals claim.SweepstakesId
        join place in db.DrawingPlaces on new { DrawingId = drawing.Id, Place = claim.Prize } equals new { place.DrawingId, place.Place }
        select new PrizeHolder
        {
            DrawingId = drawing.Id,
            Place = place.Place,
            Prize = place.Prize!,
            EntryId = claim.EntryId,
            Turn = claim.Turn,
            Status = claim.Status,
            Name = claim.PublicName,
            Town = claim.PublicTown,
        };
}

/// <summary>A prize and who it was offered to last.</summary>
internal sealed class PrizeHolder
{
    public required int DrawingId { get; init; }

    public required int Place { get; init; }

    public required string Prize { get; init; }

    public required byte[] EntryId { get; init; }

    public required int Turn { get; init; }

    public required PrizeClaimStatus Status { get; init; }

    public required string? Name { get; init; }

    public required string? Town { get; init; }
}

/// <summary>A prize and who has it, as the list of winners says it.</summary>
/// <param name="Place">Of the prize, from 1.</param>
/// <param name="Prize">As in <c>prizes.txt</c> (<see cref="PrizeName"/>).</param>
/// <param name="EntryId">32 hexadecimal digits.</param>
/// <param name="Name">As the winner consented, once the prize was accepted; null until then, and where they did not.</param>
/// <param name="Town">The same.</param>
/// <param name="WentOn">Whether it went on from whom it was drawn for.</param>
/// <param name="IsVacant">Whether nobody has it: who had it lost it, and nobody is left in line.</param>
public sealed record PublicWinner(int Place, string Prize, string EntryId, string? Name, string? Town, bool WentOn = false, bool IsVacant = false)
{
    /// <summary>The entry as a line has room for it: <c>019a…c4d2</c>.</summary>
    public string ShortEntryId => Short(EntryId);

    internal static string Short(string entryId) => $"{entryId[..4]}…{entryId[^4..]}";

    internal static PublicWinner Of(PrizeHolder holder)
    {
        var isVacant = holder.Status == PrizeClaimStatus.Lost;
        return new PublicWinner(
            holder.Place,
            holder.Prize,
            Convert.ToHexStringLower(holder.EntryId),
            isVacant ? null : holder.Name,
            isVacant ? null : holder.Town,
            holder.Turn > 1,
            isVacant);
    }
}

/// <summary>Somebody who had a prize and lost it.</summary>
/// <param name="Place">Of the prize, from 1.</param>
/// <param name="Prize">As in <c>prizes.txt</c> (<see cref="PrizeName"/>).</param>
/// <param name="Turn">1 for the winner as drawn.</param>
/// <param name="EntryId">32 hexadecimal digits.</param>
/// <param name="Reason">Why, as far as everyone is told.</param>
/// <param name="At">UTC.</param>
public sealed record LostPrize(int Place, string Prize, int Turn, string EntryId, PublicReason Reason, DateTime At)
{
    /// <summary>The entry as a line has room for it.</summary>
    public string ShortEntryId => PublicWinner.Short(EntryId);
}

/// <summary>Why somebody lost a prize, as far as everyone is told.</summary>
public enum PublicReason
{
    /// <summary>They did not answer in time.</summary>
    NoResponse,

    /// <summary>The affidavit came late or not at all.</summary>
    AffidavitLate,

    /// <summary>They did not want it.</summary>
    Declined,

    /// <summary>They were not eligible.</summary>
    NotEligible,
}
