using System.Text.Json;

namespace Rewards.Domain.Tests;

/// <summary>The values that an independent implementation computed (docs/protocols.md, opening).</summary>
internal static class Vectors
{
    public static readonly JsonElement ReceiptCodes = Read("receipt-codes.json");
    public static readonly JsonElement Draws = Read("draws.json");
    public static readonly JsonElement OfflineVouchers = Read("offline-vouchers.json");

    private static JsonElement Read(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "vectors", file)));
        return document.RootElement.Clone();
    }
}
