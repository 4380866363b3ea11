using Microsoft.EntityFrameworkCore;
using Rewards.Application.Audit;
using Rewards.Application.Sweepstakes;
using Rewards.Domain.Sweepstakes;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Application.Tests.Sweepstakes;

/// <summary>Dispositions that somebody changes are found: in the books by the portal, in the bundle by whoever checks it.</summary>
public class DispositionBooksTests
{
    // Each was done by the last of three dispositions; what is said names it.
    private static readonly (string Statement, string Said)[] _changes =
    [
        ("""UPDATE "RecordedDispositions" SET "Line" = REPLACE("Line", 'DECLINED', 'NO_RESPONSE') WHERE "Number" = 2""", "disposition 2 does not follow"),
        ("""UPDATE "RecordedDispositions" SET "Hash" = (SELECT "Hash" FROM "RecordedDispositions" WHERE "Number" = 1) WHERE "Number" = 3""", "disposition 3 does not follow"),
        ("""UPDATE "RecordedDispositions" SET "Number" = 4 WHERE "Number" = 1""", "disposition 2 does not follow"),
        ("""DELETE FROM "RecordedDispositions" WHERE "Number" = 2""", "disposition 3 does not follow"),
        ("""DELETE FROM "RecordedDispositions" WHERE "Number" = 3""", "was lost by no disposition"),
        ("""UPDATE "RecordedDispositions" SET "ClaimId" = (SELECT "Id" FROM "PrizeClaims" WHERE "Status" = 1 AND "Prize" = 2) WHERE "Number" = 3""", "disposition 3 is not of the claim"),
        ("""UPDATE "PrizeClaims" SET "Status" = 1 WHERE "Turn" = 1 AND "Prize" = 1""", "is not of the claim"),
        ("""UPDATE "PrizeClaims" SET "Status" = 5 WHERE "Status" = 1 AND "Prize" = 2""", "prize 2 was lost by no disposition"),
        ("""UPDATE "PrizeClaims" SET "Prize" = 2, "Turn" = 9 WHERE "Status" = 1 AND "Prize" = 1""", "was not offered to whose turn"),
        ("""DELETE FROM "PrizeClaims" WHERE "Status" = 1 AND "Prize" = 1""", "prize 1 was not offered to whose turn 3 it was"),
        ("""UPDATE "PrizeClaims" SET "EntryId" = (SELECT p."EntryId" FROM "DrawingPlaces" p WHERE p."Place" = 8) WHERE "Status" = 1 AND "Prize" = 1""", "prize 1 was not offered to whose turn 3 it was"),
        ("""DELETE FROM "AuditEvents" WHERE "Act" = 110""", "disposition 1 was recorded by no act"),
    ];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task A_changed_disposition_or_claim_is_found_in_the_books(DatabaseKind database)
    {
        await using var month = await DrawnMonth.DisposedAsync(database);
        Assert.Empty(await month.FaultsAsync());
        var vault = await month.Portal.CallAsync<Vault, Vault>(Task.FromResult);

        foreach (var (statement, said) in _changes)
        {
            await month.Portal.InDatabaseAsync(async db =>
            {
                await using var transaction = await db.Database.BeginTransactionAsync(Stop);
                Assert.True(await db.Database.ExecuteSqlRawAsync(statement, Stop) > 0, statement);
                var faults = new AuditFindings();
                await new VerifyBooks(db, vault).RunAsync(faults, Stop);
                Assert.True(faults.Told is [var fault] && fault.Contains(said, StringComparison.Ordinal), $"{statement}: {string.Join(" | ", faults.Told)}");
                await transaction.RollbackAsync(Stop);
            });
        }
    }

    [Theory, EveryDatabase]
    public async Task A_changed_left_out_or_reordered_disposition_of_a_published_bundle_is_found(DatabaseKind database)
    {
        await using var month = await DrawnMonth.DisposedAsync(database);
        var zip = await month.BundleAsync();
        var path = Path.GetTempFileName();

        await File.WriteAllBytesAsync(path, zip, Stop);
        Assert.Null(VerifyDrawBundle.Run(path, null, Stop).Disagreement);
        foreach (var changed in ChangedBundle.OfDispositions(zip))
        {
            await File.WriteAllBytesAsync(path, changed.Zip, Stop);
            var said = VerifyDrawBundle.Run(path, null, Stop).Disagreement;
            Assert.True(said?.StartsWith(changed.File, StringComparison.Ordinal) == true, $"{changed.What}: {said}");
        }

        File.Delete(path);
    }
}
