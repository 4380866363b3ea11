using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Rewards.Application;
using Rewards.Application.Webhooks;

namespace Rewards.Web.Hosting.Webhooks;

/// <summary>
/// Posts deliveries. No redirect is followed, no proxy asked, no cookie kept, and of the answer only the status is read. An address
/// inside the portal's own network is refused where the connection is made, whatever its name said before.
/// </summary>
internal sealed class WebhookTransport(PortalSettings settings) : IWebhookTransport, IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        MaxResponseHeadersLength = 16,
        ConnectCallback = (connection, cancellation) =>
            ConnectAsync(connection.DnsEndPoint, settings.Webhooks.AllowPrivateAddresses, cancellation),
    });

    public async Task<int> PostAsync(WebhookRequest request, CancellationToken cancellationToken)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, request.Url)
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(request.Body)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
        };
        message.Headers.Add("User-Agent", "Rewards-Webhooks/1");
        message.Headers.Add("X-Rewards-Event", request.Event);
        message.Headers.Add("X-Rewards-Delivery", request.Id.ToString());
        message.Headers.Add("X-Rewards-Signature", request.Signature);
        using var answer = await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        return (int)answer.StatusCode;
    }

    public void Dispose() => _http.Dispose();

    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint to, bool allowPrivate, CancellationToken cancellationToken)
    {
        var addresses = (await Dns.GetHostAddressesAsync(to.Host, cancellationToken)).Where(a => allowPrivate || PublicAddress.IsPublic(a)).ToArray();
        if (addresses.Length == 0)
        {
            throw new HttpRequestException($"{to.Host} is an address of a network of its own; nothing is sent there.");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            // To one of the addresses that were looked at, not to the name again.
            await socket.ConnectAsync(addresses, to.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
