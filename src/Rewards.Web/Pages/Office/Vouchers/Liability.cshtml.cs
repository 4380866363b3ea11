using Microsoft.AspNetCore.Mvc;
using Rewards.Application;
using Rewards.Application.Insights;

namespace Rewards.Web.Pages.Office.Vouchers;

/// <summary>What the programme owes over time: vouchers in money, fuel points in points; each also as a file.</summary>
[ResponseCache(NoStore = true)]
public sealed class LiabilityModel(ShowLiability show, ReferenceData reference, ChainSettings chain, TimeProvider clock)
    : OfficePage(reference, chain, clock)
{
    /// <summary>Vouchers, then fuel points.</summary>
    public IReadOnlyList<BooksView> Books { get; private set; } = [];

    /// <summary>Shows both.</summary>
    public async Task OnGetAsync(CancellationToken cancellationToken) => Books =
    [
        new BooksView(
            "vouchers",
            await show.VouchersAsync(Filter.Period, cancellationToken),
            Enum.GetNames<VoucherColumn>(),
            [nameof(VoucherColumn.Issued), nameof(VoucherColumn.Redeemed)]),
        new BooksView(
            "points",
            await show.FuelPointsAsync(Filter.Period, cancellationToken),
            Enum.GetNames<PointColumn>(),
            [nameof(PointColumn.Earned), nameof(PointColumn.Spent)]),
    ];

    /// <summary>The books of vouchers as a file.</summary>
    public async Task<IActionResult> OnGetVouchersAsync(CancellationToken cancellationToken) =>
        Download("vouchers", LiabilityCsv.Vouchers(await show.VouchersAsync(Filter.Period, cancellationToken)));

    /// <summary>The books of fuel points as a file.</summary>
    public async Task<IActionResult> OnGetPointsAsync(CancellationToken cancellationToken) =>
        Download("fuel-points", LiabilityCsv.FuelPoints(await show.FuelPointsAsync(Filter.Period, cancellationToken)));

    private FileContentResult Download(string what, byte[] table) =>
        File(table, "text/csv", $"liability-{what}-{OfficeFilter.DayOf(Filter.Period.From)}-{OfficeFilter.DayOf(Filter.Period.To)}.csv");
}
