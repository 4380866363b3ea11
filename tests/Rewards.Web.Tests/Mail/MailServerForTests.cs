using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Rewards.Web.Tests.Mail;

/// <summary>A mail server on a free loopback port that speaks as much SMTP as is needed, and no TLS.</summary>
internal sealed class MailServerForTests : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<(string From, string To, string Data)> _received = [];
    private readonly ConcurrentQueue<string> _heard = [];
    private readonly CancellationTokenSource _stopping = new();
    private readonly bool _refuses;
    private readonly Task _serving;

    private MailServerForTests(bool refuses)
    {
        _refuses = refuses;
        _listener.Start();
        _serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Envelope and data of what it took.</summary>
    public IReadOnlyCollection<(string From, string To, string Data)> Received => _received;

    /// <summary>The commands it was sent.</summary>
    public IReadOnlyCollection<string> Heard => _heard;

    /// <param name="refuses">Whether it refuses every recipient.</param>
    public static MailServerForTests Start(bool refuses = false) => new(refuses);

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _serving;
        _listener.Stop();
        _stopping.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_stopping.Token);
                await TalkAsync(client);
            }
        }
        catch (OperationCanceledException)
        {
            // Stopped.
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
        await using var writer = new StreamWriter(client.GetStream(), new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
        var (from, to) = ("", "");
        await writer.WriteLineAsync("220 ready");
        while (await reader.ReadLineAsync() is { } line)
        {
            _heard.Enqueue(line);
            switch (line.Split(' ', ':')[0].ToUpperInvariant())
            {
                case "MAIL":
                    from = line.Split(':', 2)[1];
                    await writer.WriteLineAsync("250 ok");
                    break;
                case "RCPT" when _refuses:
                    await writer.WriteLineAsync("550 no such mailbox");
                    break;
                case "RCPT":
                    to = line.Split(':', 2)[1];
                    await writer.WriteLineAsync("250 ok");
                    break;
                case "DATA":
                    await writer.WriteLineAsync("354 go on");
                    _received.Enqueue((from, to, await DataAsync(reader)));
                    await writer.WriteLineAsync("250 taken");
                    break;
                case "QUIT":
                    await writer.WriteLineAsync("221 bye");
                    return;
                default:
                    await writer.WriteLineAsync("250 ok");
                    break;
            }
        }
    }

    // RFC 5321 §4.5.2: a dot that begins a line was doubled.
    private static async Task<string> DataAsync(StreamReader reader)
    {
        var data = new StringBuilder();
        while (await reader.ReadLineAsync() is { } line && line != ".")
        {
            data.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        }

        return data.ToString();
    }
}
