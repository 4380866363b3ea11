using System.Net.Http.Headers;
using System.Text;
using Rewards.Application.Sweepstakes;

namespace Rewards.Web.Hosting;

/// <summary>
/// Asks drand's addresses, which come from the settings alone. No redirect is followed, no cookie kept, and of an answer no more is read
/// than a round has.
/// </summary>
internal sealed class BeaconSource : IBeaconSource, IDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(5);

    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(3),
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        MaxResponseHeadersLength = 16,
    });

    public async Task<string> GetAsync(Uri address, CancellationToken cancellationToken)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        waiting.CancelAfter(_patience);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        request.Headers.UserAgent.ParseAdd("Rewards-Draw/1");
        try
        {
            using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, waiting.Token);
            return answer.IsSuccessStatusCode
                ? await ReadAsync(answer.Content, waiting.Token)
                : throw new HttpRequestException(HttpRequestError.InvalidResponse, "No round.", null, answer.StatusCode);
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            throw new HttpRequestException(HttpRequestError.ConnectionError, "No answer in time.", late);
        }
        catch (IOException broken)
        {
            throw new HttpRequestException(HttpRequestError.ResponseEnded, "The answer broke off.", broken);
        }
    }

    public void Dispose() => _http.Dispose();

    private static async Task<string> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[BeaconValue.MaxAnswer];
        var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return length < buffer.Length
            ? Encoding.UTF8.GetString(buffer, 0, length)
            : throw new HttpRequestException(HttpRequestError.ConfigurationLimitExceeded, "The answer is longer than a round.");
    }
}
