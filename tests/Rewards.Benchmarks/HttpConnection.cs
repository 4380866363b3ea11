using System.Buffers.Text;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Rewards.Benchmarks;

/// <summary>
/// One kept-alive HTTP/1.1 connection that costs the measuring machine as little as may be: the portal has to share it. It says
/// that it ends TLS, as the proxy before a portal in production does.
/// </summary>
internal sealed class HttpConnection : IDisposable
{
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly string _host;
    private byte[] _buffer = new byte[64 * 1024];
    private int _length;

    private HttpConnection(string host) => _host = host;

    /// <summary>What is sent as cookies.</summary>
    public string Cookies { get; set; } = "";

    public static async Task<HttpConnection> OpenAsync(int port)
    {
        var connection = new HttpConnection($"127.0.0.1:{port}");
        await connection._socket.ConnectAsync(IPAddress.Loopback, port);
        return connection;
    }

    /// <summary>Sends a form; the answer's status and its whole text.</summary>
    public Task<HttpAnswer> PostAsync(string path, string form) => SendAsync(
        $"POST {path} HTTP/1.1\r\nHost: {_host}\r\n{MoreHeaders}Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {form.Length}\r\n\r\n{form}");

    /// <summary>Gets a page; the answer's status and its whole text.</summary>
    public Task<HttpAnswer> GetAsync(string path) => SendAsync($"GET {path} HTTP/1.1\r\nHost: {_host}\r\n{MoreHeaders}\r\n");

    public void Dispose() => _socket.Dispose();

    private string MoreHeaders => "X-Forwarded-Proto: https\r\n" + (Cookies.Length == 0 ? "" : $"Cookie: {Cookies}\r\n");

    private async Task<HttpAnswer> SendAsync(string request)
    {
        await _socket.SendAsync(Encoding.ASCII.GetBytes(request));
        _length = 0;
        int headers;
        while ((headers = _buffer.AsSpan(0, _length).IndexOf("\r\n\r\n"u8)) < 0)
        {
            await ReceiveAsync();
        }

        var body = headers + 4;
        if (Header(headers, "Content-Length: "u8) is { } length)
        {
            while (_length < body + length)
            {
                await ReceiveAsync();
            }
        }
        else if (_buffer.AsSpan(0, headers).IndexOf("chunked"u8) >= 0)
        {
            while (!_buffer.AsSpan(0, _length).EndsWith("0\r\n\r\n"u8))
            {
                await ReceiveAsync();
            }
        }

        var status = int.Parse(_buffer.AsSpan("HTTP/1.1 ".Length, 3), CultureInfo.InvariantCulture);
        return new HttpAnswer(status, Encoding.UTF8.GetString(_buffer, 0, _length));
    }

    private async Task ReceiveAsync()
    {
        if (_length == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var read = await _socket.ReceiveAsync(_buffer.AsMemory(_length));
        _length += read > 0 ? read : throw new IOException("The portal closed the connection.");
    }

    private int? Header(int headers, ReadOnlySpan<byte> name)
    {
        var at = _buffer.AsSpan(0, headers).IndexOf(name);
        return at >= 0 && Utf8Parser.TryParse(_buffer.AsSpan(at + name.Length, headers - at - name.Length), out int value, out _) ? value : null;
    }
}

/// <summary>An answer.</summary>
/// <param name="Status">Its status.</param>
/// <param name="Text">Status line, headers and body.</param>
internal sealed record HttpAnswer(int Status, string Text)
{
    /// <summary>The cookies it sets, as they are sent back.</summary>
    public string Cookies => string.Join("; ", Text.Split("\r\n").Where(l => l.StartsWith("Set-Cookie: ", StringComparison.OrdinalIgnoreCase))
        .Select(l => l["Set-Cookie: ".Length..].Split(';')[0]));
}
