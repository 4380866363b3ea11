using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Rewards.Setup.Demo;

/// <summary>
/// Numbers that look like chance and are the same every time: SHA-256 of what they are for and a counter. For made-up data
/// only; whatever is given or won is decided by the cryptographic generator.
/// </summary>
/// <param name="about">What they are for: others about the same are the same.</param>
internal sealed class Chance(string about)
{
    private int _count;

    /// <summary>From 0 up to, not including, 1.</summary>
    public double Share()
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"rewards/demo/{about}/{_count++}"), hash);
        return (BinaryPrimitives.ReadUInt64BigEndian(hash) >> 11) * (1.0 / (1UL << 53));
    }

    /// <summary>Whether something of this probability happens.</summary>
    public bool Happens(double probability) => Share() < probability;

    /// <summary>From 0 up to, not including, a number.</summary>
    public int Below(int number) => (int)(Share() * number);

    /// <summary>One of a list.</summary>
    public T Of<T>(IReadOnlyList<T> list) => list[Below(list.Count)];

    /// <summary>Around 0 with a standard deviation of 1 (Box and Muller).</summary>
    public double Normal() => Math.Sqrt(-2 * Math.Log(1 - Share())) * Math.Cos(2 * Math.PI * Share());
}
