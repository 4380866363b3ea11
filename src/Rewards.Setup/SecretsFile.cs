using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Rewards.Application;

namespace Rewards.Setup;

/// <summary>
/// Reads the secrets from the configuration. In development those that are missing are made once and kept in
/// <c>secrets.json</c> of the data folder; in production a missing one stops the start.
/// </summary>
public static class SecretsFile
{
    private const int Length = 32;

    private static readonly string[] _single = ["Secrets:Pepper", "Secrets:SealingKey", "Secrets:DrawKey"];
    private static readonly string[] _made = ["ReceiptCodes:Keys:0", .. _single, "VoucherSigning:Keys:0"];

    /// <summary>Reads all secrets.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="mayMake">Whether missing ones are made (development).</param>
    /// <exception cref="SettingException">One is missing or is not 32 bytes of hex.</exception>
    public static Secrets Read(IConfiguration configuration, bool mayMake)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var made = mayMake ? ReadOrMake(Path.Combine(configuration.DataFolder(), "secrets.json")) : [];
        var singles = _single.Select(s => Bytes(s, configuration[s] ?? made.GetValueOrDefault(s))).ToList();
        return new Secrets(
            ReceiptCodeKeys(configuration, mayMake), singles[0], singles[1], singles[2], Keys(configuration, "VoucherSigning:Keys", mayMake));
    }

    /// <summary>Reads the keys of receipt codes alone: who only prints codes needs no other secret.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="mayMake">Whether a missing one is made (development).</param>
    /// <exception cref="SettingException">It is missing or is not 32 bytes of hex.</exception>
    public static IReadOnlyList<byte[]> ReceiptCodeKeys(IConfiguration configuration, bool mayMake) =>
        Keys(configuration, "ReceiptCodes:Keys", mayMake);

    private static List<byte[]> Keys(IConfiguration configuration, string section, bool mayMake)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var keys = configuration.GetSection(section).GetChildren().Select(c => (c.Path, c.Value)).ToList();
        if (keys.Count == 0)
        {
            var made = mayMake ? ReadOrMake(Path.Combine(configuration.DataFolder(), "secrets.json")) : [];
            keys.Add(($"{section}:0", made.GetValueOrDefault($"{section}:0")));
        }

        return [.. keys.Select(k => Bytes(k.Path, k.Value))];
    }

    private static byte[] Bytes(string setting, string? hex)
    {
        if (string.IsNullOrWhiteSpace(hex))
        {
            throw new SettingException(setting, "is missing. Set it to 32 random bytes in hex, for example from `openssl rand -hex 32`.");
        }

        try
        {
            var bytes = Convert.FromHexString(hex.Trim());
            return bytes.Length == Length ? bytes : throw new SettingException(setting, $"has {bytes.Length} bytes, and {Length} are needed.");
        }
        catch (FormatException)
        {
            throw new SettingException(setting, "is not hex. Set it to 32 random bytes in hex, for example from `openssl rand -hex 32`.");
        }
    }

    private static Dictionary<string, string> ReadOrMake(string path)
    {
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            try
            {
                // The portal and the CLI may start together: whoever creates the file decides.
                using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
                JsonSerializer.Serialize(file, _made.ToDictionary(s => s, _ => New()), DataJson.Options);
            }
            catch (IOException) when (File.Exists(path))
            {
            }
        }

        var secrets = Read(path);
        if (_made.All(secrets.ContainsKey))
        {
            return secrets;
        }

        // It is older than this version; those it has stay as they are.
        foreach (var missing in _made)
        {
            secrets.TryAdd(missing, New());
        }

        File.WriteAllText($"{path}.new", JsonSerializer.Serialize(secrets, DataJson.Options));
        File.Move($"{path}.new", path, overwrite: true);
        return Read(path);
    }

    private static Dictionary<string, string> Read(string path) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(path), DataJson.Options)!;

    private static string New() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Length));
}
