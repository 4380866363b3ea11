using System.Net.Http.Headers;
using System.Net.Http.Json;
using Rewards.Web.Tests.Api;

namespace Rewards.Web.Tests.Conservation;

/// <summary>A till that sends the same again until there is an answer, as docs/api.md asks of it.</summary>
/// <param name="portal">The portal as it runs now; another one after a crash.</param>
/// <param name="token">The till's key.</param>
internal sealed class PatientTill(Func<HttpClient> portal, string token)
{
    private const int MostTries = 2_000;

    private static readonly TimeSpan _betweenTries = TimeSpan.FromMilliseconds(150);

    private int _lost;

    /// <summary>How often there was no answer.</summary>
    public int Lost => _lost;

    /// <summary>Sends.</summary>
    public Task<Answered> Posts(string address, object body, string? key = null) => SendsAsync(HttpMethod.Post, address, body, key);

    /// <summary>Asks.</summary>
    public Task<Answered> Gets(string address) => SendsAsync(HttpMethod.Get, address, null, null);

    /// <summary>Deletes.</summary>
    public Task<Answered> Deletes(string address) => SendsAsync(HttpMethod.Delete, address, null, null);

    private async Task<Answered> SendsAsync(HttpMethod method, string address, object? body, string? key)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                using var request = new HttpRequestMessage(method, address) { Content = body is null ? null : JsonContent.Create(body) };
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
                request.Headers.Add("X-Forwarded-For", "203.0.113.7");
                request.Headers.Add("X-Forwarded-Proto", "https");
                if (key is not null)
                {
                    request.Headers.Add("Idempotency-Key", key);
                }

                using var response = await portal().SendAsync(request);
                var text = await response.Content.ReadAsStringAsync();
                return new Answered(new ApiAnswer(response.StatusCode, response.Content.Headers.ContentType?.MediaType, text), tries > 1);
            }
            catch (Exception exception) when (exception is HttpRequestException or IOException && tries < MostTries)
            {
                // Gone, with or without having done it.
                Interlocked.Increment(ref _lost);
                await Task.Delay(_betweenTries);
            }
        }
    }
}

/// <summary>What was answered in the end.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="SomeLost">Whether it was sent before without an answer: it may have been done then.</param>
internal sealed record Answered(ApiAnswer Answer, bool SomeLost)
{
    /// <summary>As <see cref="ApiAnswer.Said"/>, without the field.</summary>
    public string Said => Answer.Said.Split(" (")[0];

    /// <summary>Whether it was done, and this is the answer.</summary>
    public bool IsDone => (int)Answer.Status is >= 200 and < 300;
}
