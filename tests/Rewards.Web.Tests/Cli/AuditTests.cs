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
        var verified = await rewards.RunsAsync("audit", "verify");
        Assert.Equal(1, verified.Code);
        verified.Says("No: 2 thing(s) do not agree.");
        Assert.Contains("was changed after it was linked (link 1", verified.Error, StringComparison.Ordinal);
        Assert.Contains("is Administrator by no act", verified.Error, StringComparison.Ordinal);
        (await rewards.RunsAsync("audit", "verify", "--head", "17:abc")).IsMisused("64 hexadecimal digits");
    }

    [Theory, EveryDatabase]
    public async Task A_date_that_does_not_fit_is_explained_and_a_role_that_nobody_gave_is_not(DatabaseKind database)
    {
        await using var rewards = await CommandLineForTests.OnAsync(database);
        (await rewards.RunsWithAsync("correct horse battery", "user", "add", "ana@fairview.example", "--role", "Administrator", "--password-stdin")).IsDone();
        (await rewards.RunsWithAsync("correct horse battery", "user", "add", "luz@fairview.example", "--role", "Marketing", "--password-stdin")).IsDone();
        (await rewards.RunsAsync("audit", "seal")).IsDone();
        await rewards.InDatabaseAsync(async db =>
        {
            var at = TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(15);
            db.AuditEvents.Add(new AuditEvent(Guid.CreateVersion7(at), AuditAct.PasswordChanged, null, AuditSubject.Of(Guid.Empty), "{}", at));
            return await db.SaveChangesAsync();
        });

        (await rewards.RunsAsync("audit", "seal")).IsDone().Says("Linked 1 rows.").Says("1 of them are dated ahead");
        (await rewards.RunsAsync("audit", "verify")).IsRefused("says it was written");
        (await rewards.RunsAsync("audit", "explain", "--reason", "A clock was fast.")).IsDone().Says("up to link 4 are explained");
        (await rewards.RunsAsync("audit", "verify")).IsDone().Says("1 date(s) do not fit and were explained");

        await rewards.InDatabaseAsync(async db =>
        {
            var role = await db.Roles.SingleAsync(r => r.Name == "Administrator");
            return await db.UserRoles.Where(m => m.RoleId != role.Id).ExecuteUpdateAsync(set => set.SetProperty(m => m.RoleId, role.Id));
        });
        (await rewards.RunsAsync("audit", "verify")).IsRefused("is Administrator by no act");
    }
}
