using System.Globalization;
using System.Text;

namespace Rewards.Domain.Sweepstakes;

/// <summary>
/// Where a draw's randomness comes from: a round of drand's quicknet or a ceremony. Named in the manifest before anyone can
/// know its value (docs/draw-protocol.md §7).
/// </summary>
public abstract record Beacon
{
    /// <summary>The most bytes that <see cref="ToJson"/> has.</summary>
    public const int MaxJsonBytes = 32 * 1024;

    private protected Beacon()
    {
    }

    /// <summary>Which beacon: what the manifest calls <c>beaconId</c>.</summary>
    public abstract Digest Id { get; }

    /// <summary>Which round of it; 0 for a ceremony.</summary>
    public abstract long Round { get; }

    /// <summary>The 32 bytes that nobody could know when the commitment was published.</summary>
    public abstract Digest Randomness { get; }

    /// <summary>The text of <c>beacon.json</c> (docs/draw-protocol.md §11), in its only form.</summary>
    public abstract string ToJson();

    /// <summary>Reads a <c>beacon.json</c>.</summary>
    /// <returns>Null when it is not exactly what <see cref="ToJson"/> writes, byte for byte.</returns>
    public static Beacon? FromJson(ReadOnlySpan<byte> json)
    {
        if (json.Length > MaxJsonBytes)
        {
            return null;
        }

        var beacon = (Beacon?)DrandQuicknet.Read(new CanonicalScanner(json)) ?? Ceremony.Read(new CanonicalScanner(json));
        return beacon is not null && json.SequenceEqual(Encoding.UTF8.GetBytes(beacon.ToJson())) ? beacon : null;
    }
}

/// <summary>A round of drand's quicknet.</summary>
/// <remarks>
/// A round as somebody says it was published: whether it was is <see cref="IsGenuine"/>, which whoever draws with it, or says what came
/// of it, has asked first.
/// </remarks>
public sealed record DrandQuicknet : Beacon
{
    /// <summary>Takes a round as it was published.</summary>
    /// <param name="round">1 to <see cref="Quicknet.LastRound"/>.</param>
    /// <param name="signature">48 bytes.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such round, or the signature has another length.</exception>
    public DrandQuicknet(long round, ReadOnlySpan<byte> signature)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(round, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(round, Quicknet.LastRound);
        ArgumentOutOfRangeException.ThrowIfNotEqual(signature.Length, Quicknet.SignatureLength, nameof(signature));
        (Round, Signature, Randomness) = (round, Convert.ToHexStringLower(signature), Digest.Of(signature));
    }

    /// <inheritdoc/>
    public override Digest Id => Quicknet.BeaconId;

    /// <inheritdoc/>
    public override long Round { get; }

    /// <summary>The round's signature, 96 hexadecimal digits in lower case.</summary>
    public string Signature { get; }

    /// <summary>Whether the signature is that of the round (<see cref="Quicknet.IsSignatureOf"/>): some hundredths of a second.</summary>
    public bool IsGenuine => Quicknet.IsSignatureOf(Round, Convert.FromHexString(Signature));

    /// <summary>The hash of the signature.</summary>
    public override Digest Randomness { get; }

    /// <inheritdoc/>
    public override string ToJson() => string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"kind":"drand-quicknet","beaconId":"{{Id}}","round":{{Round}},"signature":"{{Signature}}"}""");

    internal static DrandQuicknet? Read(CanonicalScanner json)
    {
        Span<byte> id = stackalloc byte[Digest.Length];
        Span<byte> signature = stackalloc byte[Quicknet.SignatureLength];
        return json.Literal("{\"kind\":\"drand-quicknet\",\"beaconId\":\"") && json.Hex(id)
            && json.Literal("\",\"round\":") && json.Number(out var round)
            && json.Literal(",\"signature\":\"") && json.Hex(signature)
            && json.Literal("\"}") && json.AtEnd
            && round >= 1 && round <= Quicknet.LastRound
            ? new DrandQuicknet(round, signature)
            : null;
    }
}

/// <summary>A value announced in public and described beforehand: for portals without network, and for demonstrations.</summary>
public sealed record Ceremony : Beacon
{
    /// <summary>The longest description or announced value, in characters.</summary>
    public const int MaxTextLength = 2000;

    /// <summary>Takes a ceremony that has happened.</summary>
    /// <param name="description">What would be announced, exactly as it was committed to.</param>
    /// <param name="announced">What was announced.</param>
    /// <exception cref="ArgumentException">A text is empty, longer than <see cref="MaxTextLength"/>, or ill-formed Unicode.</exception>
    public Ceremony(string description, string announced)
    {
        if (!IsText(description) || !IsText(announced))
        {
            throw new ArgumentException($"A text of a ceremony has 1 to {MaxTextLength} characters of well-formed Unicode.");
        }

        (Description, Announced) = (description, announced);
        (Id, Randomness) = (IdOf(description), Digest.Of(Encoding.UTF8.GetBytes(announced)));
    }

    /// <inheritdoc/>
    public override Digest Id { get; }

    /// <inheritdoc/>
    public override long Round => 0;

    /// <summary>The hash of the announced value.</summary>
    public override Digest Randomness { get; }

    /// <summary>What would be announced, said before the commitment.</summary>
    public string Description { get; }

    /// <summary>What was announced.</summary>
    public string Announced { get; }

    /// <summary>The beacon's id for the manifest: <c>H(S("sweeps/v1/ceremony") ‖ S(description))</c>.</summary>
    public static Digest IdOf(string description)
    {
        var writer = new ProtocolWriter(new byte[64 + ProtocolWriter.SizeOfText(description)]);
        writer.Text("sweeps/v1/ceremony"u8);
        writer.Text(description);
        return Digest.Of(writer.Written);
    }

    /// <inheritdoc/>
    public override string ToJson() =>
        $$"""{"kind":"ceremony","beaconId":"{{Id}}","round":0,"description":{{CanonicalJson.Quote(Description)}},"announced":{{CanonicalJson.Quote(Announced)}}}""";

    internal static Ceremony? Read(CanonicalScanner json)
    {
        Span<byte> id = stackalloc byte[Digest.Length];
        return json.Literal("{\"kind\":\"ceremony\",\"beaconId\":\"") && json.Hex(id)
            && json.Literal("\",\"round\":0,\"description\":") && json.Text(out var description)
            && json.Literal(",\"announced\":") && json.Text(out var announced)
            && json.Literal("}") && json.AtEnd
            && IsText(description) && IsText(announced)
            ? new Ceremony(description, announced)
            : null;
    }

    private static bool IsText(string text) =>
        text.Length is > 0 and <= MaxTextLength && !text.EnumerateRunes().Contains(Rune.ReplacementChar);
}
