using System.Buffers.Binary;
using System.Text;

namespace Rewards.Application.Sweepstakes;

/// <summary>
/// The only form of a bundle's zip: stored members with fixed names, times and attributes, without gaps. Who knows the
/// members' sizes and checksums knows every other byte of the container (docs/draw-protocol.md §12).
/// </summary>
internal static class CanonicalZip
{
    private const ushort VersionStored = 10;
    private const ushort FirstOfJanuary1980 = 0x0021;
    private const int LocalHeaderLength = 30;
    private const int CentralHeaderLength = 46;
    private const int EndLength = 22;

    /// <summary>A member of the container.</summary>
    /// <param name="Name">Its name, ASCII.</param>
    /// <param name="Checksum">The CRC-32 of its bytes.</param>
    /// <param name="Length">How many bytes it has.</param>
    public readonly record struct Member(string Name, uint Checksum, uint Length)
    {
        /// <summary>Bytes that the member takes in the container, its header included.</summary>
        public long TotalLength => LocalHeaderLength + Name.Length + (long)Length;
    }

    /// <summary>Bytes before a member's own.</summary>
    public static int LengthOfHeader(string name) => LocalHeaderLength + name.Length;

    /// <summary>Bytes after the last member's own.</summary>
    public static int LengthOfDirectory(IEnumerable<string> names) => EndLength + names.Sum(name => CentralHeaderLength + name.Length);

    /// <summary>What stands before a member's bytes.</summary>
    public static byte[] Header(Member member)
    {
        var header = new byte[LengthOfHeader(member.Name)];
        BinaryPrimitives.WriteUInt32LittleEndian(header, 0x04034B50);
        WriteCommon(header.AsSpan(4), member);
        Encoding.ASCII.GetBytes(member.Name, header.AsSpan(LocalHeaderLength));
        return header;
    }

    /// <summary>Takes a member's size and checksum from its header, whatever else stands there.</summary>
    public static Member ReadHeader(string name, ReadOnlySpan<byte> header) => new(
        name,
        BinaryPrimitives.ReadUInt32LittleEndian(header[14..]),
        BinaryPrimitives.ReadUInt32LittleEndian(header[18..]));

    /// <summary>What stands after the last member's bytes.</summary>
    public static byte[] Directory(IReadOnlyList<Member> members)
    {
        var directory = new byte[LengthOfDirectory(members.Select(member => member.Name))];
        var rest = directory.AsSpan();
        long offset = 0;
        foreach (var member in members)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(rest, 0x02014B50);
            BinaryPrimitives.WriteUInt16LittleEndian(rest[4..], VersionStored);
            WriteCommon(rest[6..], member);
            BinaryPrimitives.WriteUInt32LittleEndian(rest[42..], (uint)offset);
            Encoding.ASCII.GetBytes(member.Name, rest[CentralHeaderLength..]);
            rest = rest[(CentralHeaderLength + member.Name.Length)..];
            offset += member.TotalLength;
        }

        BinaryPrimitives.WriteUInt32LittleEndian(rest, 0x06054B50);
        BinaryPrimitives.WriteUInt16LittleEndian(rest[8..], (ushort)members.Count);
        BinaryPrimitives.WriteUInt16LittleEndian(rest[10..], (ushort)members.Count);
        BinaryPrimitives.WriteUInt32LittleEndian(rest[12..], (uint)(directory.Length - EndLength));
        BinaryPrimitives.WriteUInt32LittleEndian(rest[16..], (uint)offset);
        return directory;
    }

    // The 26 bytes that a local header and a central one have in common; what is not written is zero.
    private static void WriteCommon(Span<byte> common, Member member)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(common, VersionStored);
        BinaryPrimitives.WriteUInt16LittleEndian(common[8..], FirstOfJanuary1980);
        BinaryPrimitives.WriteUInt32LittleEndian(common[10..], member.Checksum);
        BinaryPrimitives.WriteUInt32LittleEndian(common[14..], member.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(common[18..], member.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(common[22..], (ushort)member.Name.Length);
    }
}
