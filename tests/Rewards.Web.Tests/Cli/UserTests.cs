using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rewards.Data.Staff;
using Rewards.Domain.Stores;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Web.Tests.Cli;

/// <summary><c>rewards user add</c></summary>
public sealed class UserTests
{
    private const string Password = "correct horse battery";

    [Theory, EveryDatabase]
    public async Task Whoever_is_added_can_sign_in_with_the_password_and_has_the_role_and_the_store(DatabaseKind database)
    {
        await using var rewards = await CommandLineForTests.OnAsync(database);
        await AddStoreAsync(rewards, 27);

        (await rewards.RunsWithAsync(Password + "\n", "user", "add", "kim@fairview.example", "--role", "Supervisor", "--store", "27", "--password-stdin"))
            .IsDone().Says("Added kim@fairview.example, Supervisor at store 27.");

        Assert.True(await SignsInAsync(rewards, "kim@fairview.example", Password, StaffRole.Supervisor, 27));
        Assert.False(await SignsInAsync(rewards, "kim@fairview.example", "something else", StaffRole.Supervisor, 27));
        (await rewards.RunsWithAsync(Password, "user", "add", "KIM@fairview.example", "--role", "Marketing", "--password-stdin"))
            .IsRefused("Someone signs in with KIM@fairview.example already.");
    }

    [Fact]
    public async Task Where_nobody_can_be_asked_a_password_is_made_and_printed_once()
    {
        await using var rewards = await CommandLineForTests.OnAsync(DatabaseKind.Sqlite);

        var added = (await rewards.RunsAsync("user", "add", "ana@fairview.example", "--role", "Administrator")).IsDone();

        var password = Regex.Match(added.Output, "Password, shown this once: ([a-z0-9]{20})\n").Groups[1].Value;
        Assert.True(await SignsInAsync(rewards, "ana@fairview.example", password, StaffRole.Administrator, null));
    }

    [Theory]
    [InlineData("x@fairview.example", "Staff", null, Password, "Whoever works at a store's desk belongs to a store")]
    [InlineData("x@fairview.example", "Staff", "28", Password, "There is no store 28")]
    [InlineData("x@fairview.example", "Marketing", "27", Password, "belongs to no store")]
    [InlineData("x@fairview.example", "Marketing", null, "short", "needs 12 characters or more")]
    [InlineData("x@fairview.example", "Marketing", null, "", "needs 12 characters or more")]
    [InlineData("not an address", "Marketing", null, Password, "This is not an e-mail address.")]
    [InlineData("nobody", "Marketing", null, Password, "This is not an e-mail address.")]
    public async Task A_bad_account_is_refused_by_name_and_nobody_is_added(string email, string role, string? store, string password, string because)
    {
        await using var rewards = await CommandLineForTests.OnAsync(DatabaseKind.Sqlite);
        await AddStoreAsync(rewards, 27);
        string[] where = store is null ? [] : ["--store", store];

        (await rewards.RunsWithAsync(password, ["user", "add", email, "--role", role, "--password-stdin", .. where])).IsRefused(because);
        Assert.Equal(0, await rewards.InDatabaseAsync(db => db.Users.CountAsync()));
        Assert.Equal(0, await rewards.InDatabaseAsync(db => db.Roles.CountAsync()));
    }

    private static Task<int> AddStoreAsync(CommandLineForTests rewards, int number) => rewards.InDatabaseAsync(db =>
    {
        db.Stores.Add(new Store(number, "Foundry", "Princeton", "America/New_York"));
        return db.SaveChangesAsync();
    });

    private static Task<bool> SignsInAsync(CommandLineForTests rewards, string email, string password, string role, int? store) =>
        rewards.WithServicesAsync(async services =>
        {
            var users = services.GetRequiredService<UserManager<StaffUser>>();
            var user = await users.FindByEmailAsync(email);
            return user is not null && user.StoreNumber == store
                && await users.IsInRoleAsync(user, role) && await users.CheckPasswordAsync(user, password);
        });
}
