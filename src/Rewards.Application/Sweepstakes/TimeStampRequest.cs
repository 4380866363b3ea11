using Rewards.Domain.Sweepstakes;

namespace Rewards.Application.Sweepstakes;

/// <summary>
/// A request for a time stamp over a commitment (RFC 3161), for any time stamping authority: what comes back attests that the commitment,
/// and so the bytes of <c>manifest.bin</c> whose SHA-256 it is, existed at that time.
/// </summary>
public static class TimeStampRequest
{
    /// <summary>The request in DER.</summary>
    public static byte[] Of(Digest commit) =>
    [
        0x30, 0x39, // TimeStampReq
        0x02, 0x01, 0x01, // version 1
        0x30, 0x31, // MessageImprint
        0x30, 0x0d, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01, 0x05, 0x00, // SHA-256, without parameters
        0x04, 0x20, .. commit.Bytes,
        0x01, 0x01, 0xff, // certReq: the authority's certificate comes with its answer
    ];
}
