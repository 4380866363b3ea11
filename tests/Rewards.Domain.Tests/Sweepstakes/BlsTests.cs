using System.Numerics;
using System.Text;
using System.Text.Json;
using Rewards.Domain.Sweepstakes;
using Rewards.Domain.Sweepstakes.Bls;
using Xunit;

namespace Rewards.Domain.Tests.Sweepstakes;

/// <summary>
/// BLS12-381 against the vectors of RFC 9380, rounds that drand published, and <c>vectors/bls.json</c>, which another implementation
/// computed (Client/tests/bls-vectors.mjs).
/// </summary>
public class BlsTests
{
    // Published by drand's quicknet.
    private const string Round123 = "b75c69d0b72a5d906e854e808ba7e2accb1542ac355ae486d591aa9d43765482e26cd02df835d3546d23c4b13e0dfc92";
    private const string Round1000 = "b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39";
    private const string Round1001 = "b33bf3667cbd5a82de3a24b4e0e9fe5513cc1a0e840368c6e31f5fcfa79bea03f73896b25883abf2853d10337fb8fa41";

    private static readonly JsonElement _vectors =
        JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "vectors", "bls.json"))).RootElement;

    // RFC 9380, appendix J.9.1.
    public static TheoryData<string, string, string> Rfc9380 => new()
    {
        { "", "052926add2207b76ca4fa57a8734416c8dc95e24501772c814278700eed6d1e4e8cf62d9c09db0fac349612b759e79a1", "08ba738453bfed09cb546dbb0783dbb3a5f1f566ed67bb6be0e8c67e2e81a4cc68ee29813bb7994998f3eae0c9c6a265" },
        { "abc", "03567bc5ef9c690c2ab2ecdf6a96ef1c139cc0b2f284dca0a9a7943388a49a3aee664ba5379a7655d3c68900be2f6903", "0b9c15f3fe6e5cf4211f346271d7b01c8f3b28be689c8429c85b67af215533311f0b8dfaaa154fa6b88176c229f2885d" },
        { "abcdef0123456789", "11e0b079dea29a68f0383ee94fed1b940995272407e3bb916bbf268c263ddd57a6a27200a784cbc248e84f357ce82d98", "03a87ae2caf14e8ee52e51fa2ed8eefe80f02457004ba4d486d6aa1f517c0889501dc7413753f9599b099ebcbbd2d709" },
        { "q128_" + new string('q', 128), "15f68eaa693b95ccb85215dc65fa81038d69629f70aeee0d0f677cf22285e7bf58d7cb86eefe8f2e9bc3f8cb84fac488", "1807a1d50c29f430b8cafc4f8638dfeeadf51211e1602a5f184443076715f91bb90a48ba1e370edce6ae1062f5e6dd38" },
        { "a512_" + new string('a', 512), "082aabae8b7dedb0e78aeb619ad3bfd9277a2f77ba7fad20ef6aabdc6c31d19ba5a6d12283553294c1825c4b3ca2dcfe", "05b84ae5a942248eea39e1d91030458c40153f3b654ab7872d779ad1e942856a20c438e8d99bc8abfbf74729ce1f7ac8" },
    };

    [Theory]
    [MemberData(nameof(Rfc9380))]
    public void A_message_is_hashed_to_the_point_that_the_standard_says(string message, string x, string y)
    {
        var point = HashToG1.Hash(Encoding.ASCII.GetBytes(message), "QUUX-V01-CS02-with-BLS12381G1_XMD:SHA-256_SSWU_RO_"u8);

        Assert.Equal((Fp.Of(x), Fp.Of(y), false), (point.X, point.Y, point.IsInfinity));
    }

    // RFC 9380, appendix K.1.
    [Theory]
    [InlineData("", 32, "68a985b87eb6b46952128911f2a4412bbc302a9d759667f87f7a21d803f07235")]
    [InlineData("abc", 32, "d8ccab23b5985ccea865c6c97b6e5b8350e794e603b4b97902f53a8a0d605615")]
    [InlineData("abcdef0123456789", 32, "eff31487c770a893cfb36f912fbfcbff40d5661771ca4b2cb4eafe524333f5c1")]
    public void A_message_is_expanded_as_the_standard_says(string message, int length, string expected) => Assert.Equal(
        expected, Convert.ToHexStringLower(HashToG1.Expand(Encoding.ASCII.GetBytes(message), "QUUX-V01-CS02-with-expander-SHA256-128"u8, length)));

    [Fact]
    public void Messages_of_every_length_are_hashed_to_the_points_that_another_implementation_found()
    {
        Assert.All(All("hashes"), hash => Assert.Equal(
            BlsCurve.ReadG1(Bytes(hash, "point")), HashToG1.Hash(Bytes(hash, "message"), Encoding.ASCII.GetBytes(Text(hash, "domain")))));
    }

    [Fact]
    public void Signatures_of_another_implementation_are_right_and_of_nothing_else()
    {
        var signatures = All("signatures").ToList();
        for (var i = 0; i < signatures.Count; i++)
        {
            var (own, next) = (signatures[i], signatures[(i + 1) % signatures.Count]);
            Assert.True(Verify(own, own, own));
            Assert.False(Verify(next, own, own));
            Assert.False(Verify(own, next, own));
            Assert.False(Verify(own, own, next));
        }

        static bool Verify(JsonElement key, JsonElement message, JsonElement signature) => BlsSignature.Verify(
            BlsCurve.ReadG2(Bytes(key, "key"))!.Value, Encoding.ASCII.GetBytes(Text(message, "domain")), Bytes(message, "message"), Bytes(signature, "signature"));
    }

    [Theory]
    [InlineData(123, Round123)]
    [InlineData(1000, Round1000)]
    [InlineData(1001, Round1001)]
    public void A_round_that_drand_published_is_genuine_and_of_no_other_round(long round, string signature)
    {
        var bytes = Convert.FromHexString(signature);

        Assert.True(Quicknet.IsSignatureOf(round, bytes));
        Assert.All([round - 1, round + 1, 0, -round, long.MinValue, long.MaxValue], other => Assert.False(Quicknet.IsSignatureOf(other, bytes)));
    }

    [Fact]
    public void A_signature_with_any_changed_bit_or_of_another_form_is_refused()
    {
        var right = Convert.FromHexString(Round123);
        for (var bit = 0; bit < 8 * right.Length; bit += bit < 16 ? 1 : 5)
        {
            var other = right.ToArray();
            other[bit / 8] ^= (byte)(0x80 >> (bit % 8));
            Assert.False(Quicknet.IsSignatureOf(123, other), $"bit {bit}");
        }

        byte[] infinity = [0xc0, .. new byte[47]];
        Assert.All(
            [[], right[1..], [.. right, 0], new byte[48], infinity, [0xe0, .. new byte[47]], [.. Enumerable.Repeat((byte)0xff, 48)]],
            (byte[] other) => Assert.False(Quicknet.IsSignatureOf(123, other)));
    }

    [Fact]
    public void A_point_written_with_a_number_above_the_prime_is_refused()
    {
        Assert.NotEmpty(All("overflowing"));
        Assert.All(All("overflowing"), one =>
        {
            Assert.NotNull(BlsCurve.ReadG1(Bytes(one, "point")));
            Assert.Null(BlsCurve.ReadG1(Bytes(one, "overflowing")));
        });
    }

    [Fact]
    public void A_point_of_the_curve_that_is_not_of_the_group_is_refused()
    {
        Assert.Equal((6, 6), (All("outsideG1").Count(), All("outsideG2").Count()));
        Assert.All(All("outsideG1"), point => Assert.Null(BlsCurve.ReadG1(Convert.FromHexString(point.GetString()!))));
        Assert.All(All("outsideG2"), point => Assert.Null(BlsCurve.ReadG2(Convert.FromHexString(point.GetString()!))));
    }

    [Fact]
    public void The_prime_field_computes_as_numbers_do()
    {
        BigInteger[] numbers =
        [
            0, 1, 2, Fp.Prime - 1, Fp.Prime - 2, (Fp.Prime - 1) / 2, BigInteger.Pow(2, 380), BigInteger.Pow(2, 64) - 1, BigInteger.Pow(2, 320) - 1,
            .. Enumerable.Range(0, 60).Select(i => new BigInteger(Digest.Of(BitConverter.GetBytes(i)).Bytes, isUnsigned: true)).Select(n => n * n * n % Fp.Prime),
        ];
        foreach (var a in numbers)
        {
            Assert.Equal(a, Fp.Of(a).ToNumber());
            Assert.Equal(a.IsZero ? 0 : BigInteger.One, (Fp.Of(a) * Fp.Of(a).Inverse()).ToNumber());
            Assert.True((Fp.Of(a) * Fp.Of(a)).TryRoot(out var root) && (root.ToNumber() == a || (-root).ToNumber() == a));
            foreach (var b in numbers)
            {
                Assert.Equal((a + b) % Fp.Prime, (Fp.Of(a) + Fp.Of(b)).ToNumber());
                Assert.Equal((a - b + Fp.Prime) % Fp.Prime, (Fp.Of(a) - Fp.Of(b)).ToNumber());
                Assert.Equal(a * b % Fp.Prime, (Fp.Of(a) * Fp.Of(b)).ToNumber());
            }
        }
    }

    [Fact]
    public void A_point_times_a_number_is_the_point_added_up()
    {
        var point = HashToG1.Hash("p"u8, "t"u8);
        var sum = CurvePoint<Fp>.Infinity;
        for (var times = 0; times < 40; times++)
        {
            Assert.Equal(sum, point.Times(times));
            sum += point;
        }

        Assert.Equal(-point, point.Times(BlsCurve.Order - 1));
        Assert.Equal(CurvePoint<Fp>.Infinity, point.Times(BlsCurve.Order));
        Assert.Equal(CurvePoint<Fp>.Infinity, point + -point);
        Assert.Equal(CurvePoint<Fp>.Infinity, CurvePoint<Fp>.Infinity.Times(3));
    }

    [Fact]
    public void A_pairing_is_bilinear_and_not_always_one()
    {
        var p = HashToG1.Hash("p"u8, "t"u8);
        var q = BlsCurve.G2Generator;

        Assert.True(Pairing.ProductIsOne((p.Times(6), q.Times(35)), (-p.Times(14), q.Times(15))));
        Assert.True(Pairing.ProductIsOne((p, q.Times(BlsCurve.Order - 1)), (p, q)));
        Assert.False(Pairing.ProductIsOne((p.Times(6), q.Times(35)), (-p.Times(14), q.Times(16))));
        Assert.False(Pairing.ProductIsOne((p, q), (CurvePoint<Fp>.Infinity, q)));
        Assert.False(Pairing.ProductIsOne((p, q), (p, q)));
    }

    private static JsonElement.ArrayEnumerator All(string name) => _vectors.GetProperty(name).EnumerateArray();

    private static string Text(JsonElement vector, string name) => vector.GetProperty(name).GetString()!;

    private static byte[] Bytes(JsonElement vector, string name) => Convert.FromHexString(Text(vector, name));
}
