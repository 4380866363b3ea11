using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rewards.Domain.Stores;

namespace Rewards.Data.Staff;

/// <summary>Someone who works for the chain and signs in: at a store's desk or in the office.</summary>
public sealed class StaffUser : IdentityUser<Guid>
{
    /// <summary>The store a member of its staff belongs to; null in the office.</summary>
    public int? StoreNumber { get; set; }
}

/// <summary>How Identity keeps its users.</summary>
public static class StaffStore
{
    /// <summary>
    /// Sets the version of Identity's schema (with passkeys). The context reads it from its services: whoever makes one, also for
    /// `dotnet ef`, sets it by this.
    /// </summary>
    public static void Configure(IdentityOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
    }
}

/// <summary>What someone may do.</summary>
public static class StaffRole
{
    /// <summary>Redeems vouchers at the store's desk.</summary>
    public const string Staff = "Staff";

    /// <summary>Redeems and undoes redemptions of others.</summary>
    public const string Supervisor = "Supervisor";

    /// <summary>Reads the feedback and runs the draws.</summary>
    public const string Marketing = "Marketing";

    /// <summary>All that marketing may, and settings.</summary>
    public const string Administrator = "Administrator";

    /// <summary>All four.</summary>
    public static IReadOnlyList<string> All { get; } = [Staff, Supervisor, Marketing, Administrator];

    /// <summary>Whether the role belongs to one store.</summary>
    public static bool BelongsToStore(string role) => role is Staff or Supervisor;
}

internal sealed class StaffUserMapping : IEntityTypeConfiguration<StaffUser>
{
    public void Configure(EntityTypeBuilder<StaffUser> builder) =>
        builder.HasOne<Store>().WithMany().HasForeignKey(u => u.StoreNumber).OnDelete(DeleteBehavior.Restrict);
}
