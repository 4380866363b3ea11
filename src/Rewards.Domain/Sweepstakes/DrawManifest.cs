using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Rewards.Domain.Sweepstakes;

/// <summary>
/// What is committed to before the draw: the list of entries, the rules, the prizes and the beacon that will decide
/// (docs/draw-protocol.md §5). Its hash is published at least an hour ahead.
/// </summary>
public sealed record DrawManifest
{
    /// <summary>The most bytes that a manifest has.</summary>
    public const int MaxBytes = 512;

    /// <summary>How long before the beacon's round is due the commitment must be public (docs/draw-protocol.md §6).</summary>
    public static readonly TimeSpan MinimumNotice = TimeSpan.FromHours(1);

    private const int FixedLength = 4 + 32 + 8 + 32 + 32 + 32 + 4 + 1 + 32 + 8;

    /// <summary>Lays down what a draw commits to.</summary>
    /// <exception cref="ArgumentException">A part is not what its property says.</exception>
    public DrawManifest(
        string drawId, long sequence, Digest previousCommit, long entryCount, Digest root, Digest rulesHash,
        Digest prizesHash, int prizeCount, DedupMode dedupMode, Digest beaconId, long round)
    {
        Sweepstakes.DrawId.ThrowIfInvalid(drawId);
        ArgumentOutOfRangeException.ThrowIfLessThan(sequence, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sequence, uint.MaxValue);
        ArgumentOutOfRangeException.ThrowIfNegative(entryCount);
        ArgumentOutOfRangeException.ThrowIfNegative(prizeCount);
        ArgumentOutOfRangeException.ThrowIfNegative(round);
        if (!Enum.IsDefined(dedupMode))
        {
            throw new ArgumentOutOfRangeException(nameof(dedupMode));
        }

        (DrawId, Sequence, PreviousCommit) = (drawId, sequence, previousCommit);
        (EntryCount, Root, RulesHash, PrizesHash) = (entryCount, root, rulesHash, prizesHash);
        (PrizeCount, DedupMode, BeaconId, Round) = (prizeCount, dedupMode, beaconId, round);
    }

    /// <summary>The draw's id (<see cref="DrawId.IsValid"/>).</summary>
    public string DrawId { get; }

    /// <summary>1 for the draw's first commitment; one more for each after an abort. Fits 32 bits.</summary>
    public long Sequence { get; }

    /// <summary>The commitment before this one; zeros for the first.</summary>
    public Digest PreviousCommit { get; }

    /// <summary>How many entries take part.</summary>
    public long EntryCount { get; }

    /// <summary>The root of the tree over the entries (<see cref="TreeOutline.Root"/>).</summary>
    public Digest Root { get; }

    /// <summary>The hash of the bytes of <c>rules.txt</c>.</summary>
    public Digest RulesHash { get; }

    /// <summary>The hash of the bytes of <c>prizes.txt</c>.</summary>
    public Digest PrizesHash { get; }

    /// <summary>How many prizes there are.</summary>
    public int PrizeCount { get; }

    /// <summary>Whether a person can win more than once.</summary>
    public DedupMode DedupMode { get; }

    /// <summary>Which beacon decides (<see cref="Beacon.Id"/>).</summary>
    public Digest BeaconId { get; }

    /// <summary>Which of the beacon's rounds decides; 0 for a ceremony.</summary>
    public long Round { get; }

    /// <summary>The commitment: the hash of <see cref="ToBytes"/>.</summary>
    public Digest Commit() => Digest.Of(ToBytes());

    /// <summary>
    /// The seed that the beacon's randomness makes of this commitment:
    /// <c>H(S("sweeps/v1/seed") ‖ S(drawId) ‖ commit ‖ beaconId ‖ u64 round ‖ randomness)</c> (docs/draw-protocol.md §8).
    /// </summary>
    /// <exception cref="ArgumentException">It is another beacon or round than was committed to.</exception>
    public Digest Seed(Beacon beacon)
    {
        ArgumentNullException.ThrowIfNull(beacon);
        if (beacon.Id != BeaconId || beacon.Round != Round)
        {
            throw new ArgumentException("The manifest commits to another beacon or round.", nameof(beacon));
        }

        var writer = new ProtocolWriter(stackalloc byte[256 + Sweepstakes.DrawId.MaxBytes]);
        writer.Text("sweeps/v1/seed"u8);
        writer.Text(DrawId);
        writer.Bytes(Commit().Bytes);
        writer.Bytes(BeaconId.Bytes);
        writer.UInt64((ulong)Round);
        writer.Bytes(beacon.Randomness.Bytes);
        return Digest.Of(writer.Written);
    }

    /// <summary>The bytes that are hashed and published as <c>manifest.bin</c>.</summary>
    public byte[] ToBytes()
    {
        var writer = new ProtocolWriter(stackalloc byte[MaxBytes]);
        writer.Text("sweeps/v1/manifest"u8);
        writer.Text(DrawId);
        writer.UInt32((uint)Sequence);
        writer.Bytes(PreviousCommit.Bytes);
        writer.UInt64((ulong)EntryCount);
        writer.Bytes(Root.Bytes);
        writer.Bytes(RulesHash.Bytes);
        writer.Bytes(PrizesHash.Bytes);
        writer.UInt32((uint)PrizeCount);
        writer.Byte((byte)DedupMode);
        writer.Bytes(BeaconId.Bytes);
        writer.UInt64((ulong)Round);
        return writer.Written.ToArray();
    }

    /// <summary>Reads a manifest that <see cref="ToBytes"/> could have written; accepts no other bytes.</summary>
    public static bool TryParse(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out DrawManifest? manifest)
    {
        manifest = null;
        var rest = bytes;
        if (!TryTakeText(ref rest, out var kind) || !kind.SequenceEqual("sweeps/v1/manifest"u8)
            || !TryTakeText(ref rest, out var drawId) || rest.Length != FixedLength)
        {
            return false;
        }

        var id = Encoding.UTF8.GetString(drawId);
        var sequence = BinaryPrimitives.ReadUInt32BigEndian(rest);
        var entryCount = BinaryPrimitives.ReadInt64BigEndian(rest[36..]);
        var prizeCount = BinaryPrimitives.ReadInt32BigEndian(rest[140..]);
        var dedupMode = (DedupMode)rest[144];
        var round = BinaryPrimitives.ReadInt64BigEndian(rest[177..]);
        if (!Sweepstakes.DrawId.IsValid(id) || sequence == 0 || entryCount < 0 || prizeCount < 0
            || !Enum.IsDefined(dedupMode) || round < 0)
        {
            return false;
        }

        var read = new DrawManifest(
            id, sequence, Digest.FromBytes(rest[4..36]), entryCount, Digest.FromBytes(rest[44..76]),
            Digest.FromBytes(rest[76..108]), Digest.FromBytes(rest[108..140]), prizeCount, dedupMode,
            Digest.FromBytes(rest[145..177]), round);
        manifest = bytes.SequenceEqual(read.ToBytes()) ? read : null;
        return manifest is not null;
    }

    private static bool TryTakeText(ref ReadOnlySpan<byte> rest, out ReadOnlySpan<byte> text)
    {
        text = default;
        if (rest.Length < sizeof(uint) || BinaryPrimitives.ReadUInt32BigEndian(rest) > (uint)(rest.Length - sizeof(uint)))
        {
            return false;
        }

        var length = (int)BinaryPrimitives.ReadUInt32BigEndian(rest);
        text = rest.Slice(sizeof(uint), length);
        rest = rest[(sizeof(uint) + length)..];
        return true;
    }
}
