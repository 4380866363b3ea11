using Microsoft.EntityFrameworkCore;
using Rewards.Domain.Audit;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Web.Tests.Cli;

/// <summary><c>rewards audit</c></summary>
public sealed class AuditTests
{
    [Theory, EveryDatabase]
    public async Task A_chain_is_linked_its_head_noted_and_what_does_not_agree_is_named(DatabaseKind database)
    {
        await using var rewards = await CommandLineForTests.OnAsync(database);
        (await rewards.RunsWithAsync("correct horse battery", "user", "add", "ana@fairview.example", "--role", "Administrator", "--password-stdin")).IsDone();

        (await rewards.RunsAsync("audit", "seal")).IsDone().Says("Linked 1 rows.");
        var head = (await rewards.RunsAsync("audit", "head")).IsDone().Output.Trim();
        Assert.StartsWith("2:", head, StringComparison.Ordinal);
        (await rewards.RunsAsync("audit", "verify", "--head", head)).IsDone().Says("all 2 links").Says(head);

        await rewards.InDatabaseAsync(db => db.AuditLinks.Where(l => l.Sequence == 2).ExecuteDeleteAsync());
        (await rewards.RunsAsync("audit", "verify")).IsDone();
        (await rewards.RunsAsync("audit", "verify", "--head", head)).IsRefused("link 2 was noted, and the chain ends with link 1: its end was cut off");
        await rewards.InDatabaseAsync(db => db.AuditEvents.ExecuteUpdateAsync(set => set.SetProperty(e => e.Act, AuditAct.DrawRun)));
        (await rewards.RunsAsync("audit", "verify")).IsRefused("was changed after it was linked (link 1");
        (await rewards.RunsAsync("audit", "verify", "--head", "17:abc")).IsMisused("64 hexadecimal digits");
    }
}
