using System.Collections.Concurrent;
using System.Net;

namespace Rewards.Web.Tests;

/// <summary>
/// A browser without script: keeps cookies, follows redirects, submits forms. It speaks through the proxy, so that the portal
/// sees https and the address it comes from.
/// </summary>
/// <param name="http">To the portal.</param>
/// <param name="client">The address it comes from.</param>
public sealed class BrowserForTests(HttpClient http, string client)
{
    private const int MostRedirects = 10;

    private readonly ConcurrentDictionary<string, string> _cookies = [];

    /// <summary>What the browser asks to be spoken to in: <c>en</c> or <c>es</c>.</summary>
    public string Language { get; init; } = "en";

    /// <summary>The names of the cookies it keeps.</summary>
    public ICollection<string> Cookies => _cookies.Keys;

    /// <summary>Opens an address.</summary>
    public Task<PageForTests> Opens(string address) => SendsAsync(HttpMethod.Get, address, null);

    /// <summary>Sends a form that no page has shown.</summary>
    public Task<PageForTests> Posts(string address, params (string Name, string Value)[] fields) =>
        SendsAsync(HttpMethod.Post, address, fields);

    /// <summary>Downloads a file, byte for byte.</summary>
    public Task<byte[]> Downloads(string address) => http.GetByteArrayAsync(address);

    /// <summary>Signs in; lands where the portal sends this colleague.</summary>
    public async Task<PageForTests> SignsIn(Colleague colleague)
    {
        ArgumentNullException.ThrowIfNull(colleague);
        return await SignsIn(await Opens("/account/sign-in"), colleague.Email, colleague.Password);
    }

    /// <summary>Fills in the page that asks to sign in.</summary>
    public static Task<PageForTests> SignsIn(PageForTests page, string email, string password)
    {
        ArgumentNullException.ThrowIfNull(page);
        return page.Submits("form.card", ("email", email), ("password", password));
    }

    internal async Task<PageForTests> SendsAsync(
        HttpMethod method, string address, IReadOnlyList<(string Name, string Value)>? fields, (string Field, byte[] Content)? file = null)
    {
        var redirects = new List<string>();
        while (true)
        {
            using var request = new HttpRequestMessage(method, address);
            request.Headers.Add("X-Forwarded-For", client);
            request.Headers.Add("X-Forwarded-Proto", "https");
            request.Headers.Add("Accept-Language", Language);
            if (!_cookies.IsEmpty)
            {
                request.Headers.Add("Cookie", string.Join("; ", _cookies.Select(c => $"{c.Key}={c.Value}")));
            }

            if (method == HttpMethod.Post)
            {
                request.Content = ContentOf(fields ?? [], file);
            }

            using var response = await http.SendAsync(request);
            Keep(response);
            if (response.StatusCode is not (HttpStatusCode.Found or HttpStatusCode.SeeOther) || redirects.Count == MostRedirects)
            {
                var type = response.Content.Headers.ContentType?.MediaType;
                return new PageForTests(
                    this, response.StatusCode, address, redirects, await response.Content.ReadAsStringAsync(), type, response.Headers);
            }

            var target = new Uri(new Uri(http.BaseAddress!, address), response.Headers.Location!);
            address = target.PathAndQuery + target.Fragment;
            redirects.Add(target.Authority == http.BaseAddress!.Authority ? address : target.ToString());
            (method, fields) = (HttpMethod.Get, null);
        }
    }

    private void Keep(HttpResponseMessage response)
    {
        foreach (var line in response.Headers.TryGetValues("Set-Cookie", out var lines) ? lines : [])
        {
            var pair = line.Split(';')[0].Split('=', 2);
            if (pair[1].Length == 0)
            {
                _cookies.TryRemove(pair[0], out _);
            }
            else
            {
                _cookies[pair[0]] = pair[1];
            }
        }
    }

    private static HttpContent ContentOf(IReadOnlyList<(string Name, string Value)> fields, (string Field, byte[] Content)? file)
    {
        if (file is not { } sent)
        {
            return new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        }

        var parts = new MultipartFormDataContent();
        foreach (var (name, value) in fields.Where(f => f.Name != sent.Field))
        {
            parts.Add(new StringContent(value), name);
        }

        parts.Add(new ByteArrayContent(sent.Content), sent.Field, "file");
        return parts;
    }
}
