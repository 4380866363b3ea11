using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Rewards.Application.Webhooks;
using Rewards.Domain.Webhooks;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Xunit;

namespace Rewards.Application.Tests.Webhooks;

/// <summary>Deliveries are written with what they tell of, and sent at least once (docs/webhooks.md).</summary>
public class SendWebhooksTests
{
    private static readonly PortalSetup _vouchers = new() { Promotions = [PortalSetup.Voucher(cents: 500)] };

    private readonly Wire _wire = new();

    [Theory, EveryDatabase]
    public async Task What_is_given_redeemed_and_undone_is_told_once_each_and_says_nothing_of_a_person(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, _vouchers);
        await AddsAsync(portal, [.. WebhookEvent.All]);
        var sent = await portal.Shopper.GivesFeedback(portal.Code(), "ana@example.com");
        portal.Clock.Advance(TimeSpan.FromSeconds(1));
        var voucher = await portal.VoucherAsync();
        portal.Clock.Advance(TimeSpan.FromSeconds(1));
        var redeemed = (await (await portal.CashierAsync()).Redeems(voucher.Code, 200)).Value;
        portal.Clock.Advance(TimeSpan.FromSeconds(1));
        await (await portal.CashierAsync()).Reverses(redeemed.RedemptionId);

        await SendsAsync(portal);
        await SendsAsync(portal);

        Assert.Equal(
            [WebhookEvent.AwardGranted, WebhookEvent.AwardGranted, WebhookEvent.RedemptionMade, WebhookEvent.RedemptionReversed],
            _wire.Sent.Select(s => s.Event));
        Assert.Contains($"{sent.ResponseId}", _wire.Sent[0].Body, StringComparison.Ordinal);
        Assert.All(_wire.Sent, s => Assert.DoesNotContain("ana", s.Body, StringComparison.Ordinal));
        Assert.All(await portal.AllAsync<WebhookDelivery>(), d => Assert.True(d.SentAt is not null && d.DueAt is null));
    }

    [Fact]
    public async Task What_is_refused_or_not_wanted_is_not_told_and_a_paused_webhook_is_told_later()
    {
        await using var portal = await PortalForTests.StartAsync(DatabaseKind.Sqlite, _vouchers);
        var id = await AddsAsync(portal, WebhookEvent.RedemptionMade);
        var cashier = await portal.CashierAsync();
        var voucher = await portal.VoucherAsync();
        await cashier.Redeems(voucher.Code, 501);
        Assert.Empty(await portal.AllAsync<WebhookDelivery>());

        await cashier.Redeems(voucher.Code, 100);
        await TurnsAsync(portal, id, WebhookState.Paused);
        await cashier.Redeems(voucher.Code, 100);
        await SendsAsync(portal);
        Assert.Empty(_wire.Sent);
        Assert.Single(await portal.AllAsync<WebhookDelivery>());

        await TurnsAsync(portal, id, WebhookState.Active);
        await SendsAsync(portal);
        Assert.Single(_wire.Sent);
        await TurnsAsync(portal, id, WebhookState.Ended);
        Assert.Equal("webhook-ended", await TurnsAsync(portal, id, WebhookState.Active));
    }

    [Theory, EveryDatabase]
    public async Task A_sender_that_is_killed_leaves_what_it_took_to_another_when_its_lease_ends(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, _vouchers);
        await AddsAsync(portal, WebhookEvent.AwardGranted);
        await portal.Shopper.GivesFeedback(portal.Code());
        var begun = new TaskCompletionSource();
        _wire.Before = () =>
        {
            // It was handed over, and the process is gone before it is noted.
            begun.SetResult();
            return Task.Delay(Timeout.Infinite);
        };
        _ = SendsAsync(portal);
        await begun.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        _wire.Before = () => Task.CompletedTask;

        await SendsAsync(portal);
        Assert.Single(_wire.Sent);
        portal.Clock.Advance(TimeSpan.FromMinutes(2));
        await SendsAsync(portal);

        Assert.Equal(2, _wire.Sent.Count);
        Assert.Single(_wire.Sent.Select(s => s.Id).Distinct());
        Assert.NotNull(Assert.Single(await portal.AllAsync<WebhookDelivery>()).SentAt);
    }

    [Theory, EveryDatabase]
    public async Task Many_senders_at_once_tell_each_delivery_once_and_those_of_one_webhook_in_order(DatabaseKind database)
    {
        await using var portal = await PortalForTests.StartAsync(database, _vouchers);
        await AddsAsync(portal, WebhookEvent.RedemptionMade);
        var cashier = await portal.CashierAsync();
        var voucher = await portal.VoucherAsync();
        for (var i = 0; i < 40; i++)
        {
            portal.Clock.Advance(TimeSpan.FromSeconds(1));
            await cashier.Redeems(voucher.Code, 10);
        }

        await SendsAsync(portal);
        var order = (await portal.AllAsync<WebhookDelivery>()).OrderBy(d => d.QueuedAt).Select(d => d.Id).ToList();
        Assert.Equal(order.Take(SendWebhooks.MostAtOnce), _wire.Sent.Select(s => s.Id));
        await Crowd.AtOnce(6, async _ =>
        {
            await SendsAsync(portal);
            return true;
        });

        Assert.Equal(40, _wire.Sent.Count);
        Assert.Equal(order.Order(), _wire.Sent.Select(s => s.Id).Order());
    }

    private static Task<Guid> AddsAsync(PortalForTests portal, params string[] events) => portal.CallAsync<CreateWebhook, Guid>(async create =>
        (await create.RunAsync("https://example.com/hook", events, (await portal.CashierAsync()).Id, default)).Value.Id);

    private static async Task<string?> TurnsAsync(PortalForTests portal, Guid id, WebhookState state) =>
        (await portal.CallAsync<ChangeWebhook, Domain.Error?>(async change => await change.TurnAsync(id, state, (await portal.CashierAsync()).Id, default)))?.Code;

    private Task<bool> SendsAsync(PortalForTests portal) => portal.CallAsync<IServiceProvider, bool>(
        services => ActivatorUtilities.CreateInstance<SendWebhooks>(services, _wire).RunAsync(default));

    /// <summary>The way to the receiver.</summary>
    private sealed class Wire : IWebhookTransport
    {
        private readonly ConcurrentQueue<WebhookRequest> _sent = [];

        public IReadOnlyList<WebhookRequest> Sent => [.. _sent];

        public Func<Task> Before { get; set; } = () => Task.CompletedTask;

        public async Task<int> PostAsync(WebhookRequest request, CancellationToken cancellationToken)
        {
            _sent.Enqueue(request);
            await Before();
            return 200;
        }
    }
}
