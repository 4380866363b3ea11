using System.Net.Mail;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Rewards.Application.Mail;
using Rewards.Testing;
using Rewards.Testing.Databases;
using Rewards.Web.Hosting;
using Xunit;

namespace Rewards.Web.Tests.Mail;

/// <summary>Mail as it leaves the process.</summary>
public sealed partial class MailTransportTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("rewards-mail-").FullName;

    private readonly OutgoingMail _mail = new(
        Guid.Parse("01a20104-eea6-7691-8824-0fb5a68af5d7"),
        "jose@example.com",
        "es",
        "Su vale de $5 de la próxima compra: mañana, pingüino, café y mucho más que no cabe en una línea",
        "Ganó 50 puntos.\n\n.Un punto al inicio, y una línea tan larga que la codificación tiene que partirla en varias: aquí.\n",
        "<!doctype html>\n<p>Ganó 50 puntos.</p>\n");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task In_development_a_mail_is_a_file_with_both_parts()
    {
        var transport = await TransportAsync();

        await transport.SendAsync(_mail, CancellationToken.None);
        await transport.SendAsync(_mail, CancellationToken.None);

        var file = Assert.Single(Directory.EnumerateFileSystemEntries(Path.Combine(_folder, "mail")));
        Assert.Equal($"{_mail.Id}.eml", Path.GetFileName(file));
        var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        IsWellFormed(text);
    }

    [Fact]
    public async Task An_address_with_letters_that_ASCII_lacks_is_written_as_it_is()
    {
        var transport = await TransportAsync();

        await transport.SendAsync(_mail with { Recipient = "josé@example.com" }, CancellationToken.None);

        var file = Assert.Single(Directory.EnumerateFiles(Path.Combine(_folder, "mail")));
        Assert.Contains("To: josé@example.com\r\n", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_is_handed_the_mail_and_says_that_it_took_it()
    {
        await using var server = MailServerForTests.Start();
        var transport = await TransportAsync(
            ("Mail:Host", "127.0.0.1"), ("Mail:Port", $"{server.Port}"), ("Mail:UseTls", "false"));

        await transport.SendAsync(_mail, CancellationToken.None);

        var (from, to, data) = Assert.Single(server.Received);
        Assert.Equal(("<feedback@fairview.example>", "<jose@example.com>"), (from, to));
        IsWellFormed(data);
    }

    [Fact]
    public async Task A_server_that_will_not_take_it_is_a_failure()
    {
        await using var server = MailServerForTests.Start(refuses: true);
        var transport = await TransportAsync(("Mail:Host", "127.0.0.1"), ("Mail:Port", $"{server.Port}"), ("Mail:UseTls", "false"));

        await Assert.ThrowsAnyAsync<SmtpException>(() => transport.SendAsync(_mail, CancellationToken.None));
    }

    [Fact]
    public async Task A_server_without_TLS_is_not_spoken_to_where_TLS_is_asked_for()
    {
        await using var server = MailServerForTests.Start();
        var transport = await TransportAsync(
            ("Mail:Host", "127.0.0.1"), ("Mail:Port", $"{server.Port}"), ("Mail:User", "portal"), ("Mail:Password", "secret"));

        await Assert.ThrowsAnyAsync<SmtpException>(() => transport.SendAsync(_mail, CancellationToken.None));
        Assert.Empty(server.Received);
        Assert.DoesNotContain(server.Heard, line => line.StartsWith("AUTH", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("ana@example.com\r\nBcc: ben@example.com")]
    [InlineData("ana@example.com\nBcc: ben@example.com")]
    [InlineData("ana@example.com, ben@example.com")]
    [InlineData("ana@example.com; ben@example.com")]
    [InlineData("Ana <ana@example.com>")]
    [InlineData("ana@example.com ")]
    [InlineData("")]
    public async Task A_recipient_that_is_not_exactly_one_address_is_never_handed_over(string recipient)
    {
        var transport = await TransportAsync();

        await Assert.ThrowsAsync<FormatException>(() => transport.SendAsync(_mail with { Recipient = recipient }, CancellationToken.None));

        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(_folder, "mail")));
    }

    [Fact]
    public async Task A_subject_has_one_line()
    {
        var transport = await TransportAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => transport.SendAsync(_mail with { Subject = "Hello\r\nBcc: ben@example.com" }, CancellationToken.None));
    }

    // What the portal itself uses with these settings; nothing of it is started.
    private async Task<IMailTransport> TransportAsync(params (string Name, string Value)[] settings)
    {
        IMailTransport? transport = null;
        await using var below = await PortalForTests.StartAsync(DatabaseKind.Sqlite, new PortalSetup(), (all, clock) =>
        {
            var app = PortalHost.Build(["--environment", "Production"], builder =>
            {
                builder.Configuration.AddInMemoryCollection(all);
                builder.Configuration.AddInMemoryCollection(settings.Append(("Storage:Folder", _folder)).Append(("Portal:Url", "http://localhost:5080")).Select(s => KeyValuePair.Create(s.Item1, (string?)s.Item2)));
                builder.Services.AddSingleton<TimeProvider>(clock);
            });
            transport = app.Services.GetRequiredService<IMailTransport>();
            return app.Services;
        });
        return transport!;
    }

    private void IsWellFormed(string eml)
    {
        var (headers, body) = Split(eml.ReplaceLineEndings("\r\n"));
        Assert.All(headers.Split("\r\n"), line => Assert.True(line.Length <= 998 && line.All(char.IsAscii), line));
        Assert.Contains("Message-ID: <01a20104eea6769188240fb5a68af5d7@", headers, StringComparison.Ordinal);
        Assert.Contains("Reply-To: help@fairview.example", headers, StringComparison.Ordinal);
        Assert.Contains("Auto-Submitted: auto-generated", headers, StringComparison.Ordinal);
        Assert.Equal(_mail.Subject, Unfold(HeaderOf(headers, "Subject")));
        var boundary = Boundary().Match(headers).Groups[1].Value;
        Assert.StartsWith("multipart/alternative;", HeaderOf(headers, "Content-Type"), StringComparison.Ordinal);

        var parts = body.Split($"--{boundary}")[1..^1].Select(p => Split(p[2..])).ToList();
        Assert.Equal(["text/plain; charset=utf-8", "text/html; charset=utf-8"], parts.Select(p => HeaderOf(p.Headers, "Content-Type")));
        Assert.Equal([_mail.Text, _mail.Html], parts.Select(p => Decode(p.Body)));
    }

    private static (string Headers, string Body) Split(string text)
    {
        var blank = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        return (text[..blank], text[(blank + 4)..]);
    }

    private static string HeaderOf(string headers, string name) =>
        Regex.Match(headers, $@"(?:^|\r\n){name}: (?<value>.*?)(?=\r\n\S|$)", RegexOptions.Singleline | RegexOptions.IgnoreCase).Groups["value"].Value;

    // RFC 2047.
    private static string Unfold(string header) => Encoding.UTF8.GetString(
        [.. EncodedWords().Matches(header).SelectMany(m => Convert.FromBase64String(m.Groups[1].Value))]);

    // RFC 2045: quoted-printable. The line end before a boundary is the boundary's.
    private static string Decode(string body)
    {
        var bytes = new List<byte>();
        var text = body[..^2].Replace("=\r\n", "", StringComparison.Ordinal);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '=')
            {
                bytes.Add(Convert.ToByte(text.Substring(i + 1, 2), 16));
                i += 2;
            }
            else
            {
                Assert.True(char.IsAscii(text[i]));
                bytes.Add((byte)text[i]);
            }
        }

        return Encoding.UTF8.GetString([.. bytes]).ReplaceLineEndings("\n");
    }

    [GeneratedRegex(@"boundary=""?([^""\r\n;]+)")]
    private static partial Regex Boundary();

    [GeneratedRegex(@"=\?utf-8\?B\?([^?]*)\?=", RegexOptions.IgnoreCase)]
    private static partial Regex EncodedWords();
}
