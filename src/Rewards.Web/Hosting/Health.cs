using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Rewards.Application.Audit;
using Rewards.Application.FuelPoints;
using Rewards.Data;

namespace Rewards.Web.Hosting;

/// <summary>
/// <c>/health/live</c>: the process answers. <c>/health/ready</c>: the database does, with this version's schema; and what the last
/// checks of the ledger of fuel points and of the audit found, which take no node out of service.
/// </summary>
internal static class Health
{
    public static void AddPortalHealth(this IServiceCollection services) =>
        services.AddHealthChecks().AddCheck<DatabaseCheck>("database").AddCheck<LedgerHealth>("ledger").AddCheck<AuditHealth>("audit");

    public static void MapPortalHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = WriteAsync });
    }

    private static Task WriteAsync(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(new
    {
        status = report.Status.ToString(),
        checks = report.Entries.ToDictionary(e => e.Key, e => e.Value.Description ?? e.Value.Status.ToString()),
    });

    private sealed class LedgerHealth(CheckFuelLedger check, TimeProvider clock) : IHealthCheck
    {
        private static readonly TimeSpan _late = TimeSpan.FromDays(2);

        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            try
            {
                return await check.LastAsync(cancellationToken) switch
                {
                    null => HealthCheckResult.Healthy("not checked yet"),
                    { Faults: > 0 } bad => HealthCheckResult.Degraded($"{bad.Faults} line(s) do not agree; the first: {bad.FirstFault}"),
                    var old when clock.GetUtcNow().UtcDateTime - old.FinishedAt > _late =>
                        HealthCheckResult.Degraded($"not checked since {old.FinishedAt:yyyy-MM-dd HH:mm} UTC"),
                    var good => HealthCheckResult.Healthy(
                        $"all {good.Lots} balances agree with their {good.Lines} lines; {good.FinishedAt:yyyy-MM-dd HH:mm} UTC"),
                };
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                return HealthCheckResult.Degraded("cannot be looked up", exception);
            }
        }
    }

    private sealed class AuditHealth(KeepAudit keep, TimeProvider clock) : IHealthCheck
    {
        private static readonly TimeSpan _late = TimeSpan.FromDays(2);

        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            try
            {
                var standing = await keep.StandingAsync(cancellationToken);
                return standing.Check switch
                {
                    null => HealthCheckResult.Healthy("not verified yet"),
                    { IsOfDates: true, Fault: { } dates } when !standing.IsExplained => HealthCheckResult.Degraded($"rows agree, dates are to be explained: {dates}"),
                    { IsOfDates: false, Fault: { } fault } => HealthCheckResult.Degraded($"does not agree: {fault}"),
                    var old when clock.GetUtcNow().UtcDateTime - old.FinishedAt > _late =>
                        HealthCheckResult.Degraded($"not verified since {old.FinishedAt:yyyy-MM-dd HH:mm} UTC"),
                    var good => HealthCheckResult.Healthy($"all {good.Links} links agree; {good.FinishedAt:yyyy-MM-dd HH:mm} UTC"),
                };
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                return HealthCheckResult.Degraded("cannot be looked up", exception);
            }
        }
    }

    private sealed class DatabaseCheck(RewardsDb db) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            try
            {
                var missing = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).Count();
                return missing == 0
                    ? HealthCheckResult.Healthy("answers, schema is up to date")
                    : HealthCheckResult.Unhealthy($"the schema is {missing} migration(s) behind: run `rewards migrate`");
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                return HealthCheckResult.Unhealthy("ConnectionStrings:Rewards: the database cannot be reached", exception);
            }
        }
    }
}
