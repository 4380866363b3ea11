using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Rewards.Application;
using Rewards.Data;

namespace Rewards.Web.Hosting;

/// <summary>
/// Keys that sign cookies and forms: in the database, so that all nodes have them; sealed, so that the database alone signs
/// nothing.
/// </summary>
internal static class ProtectionKeys
{
    public static void AddPortalProtection(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("Rewards");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(options =>
        {
            options.XmlRepository = new InDatabase(provider.GetRequiredService<IServiceScopeFactory>());
            options.XmlEncryptor = new Sealing(provider.GetRequiredService<Vault>());
        }));
    }

    private sealed class InDatabase(IServiceScopeFactory scopes) : IXmlRepository
    {
        public IReadOnlyCollection<XElement> GetAllElements()
        {
            using var scope = scopes.CreateScope();
            var db = scope.ServiceProvider.GetRequiredService<RewardsDb>();
            return [.. db.ProtectionKeys.AsNoTracking().Select(k => k.Xml).AsEnumerable().Select(xml => XElement.Parse(xml))];
        }

        public void StoreElement(XElement element, string friendlyName)
        {
            using var scope = scopes.CreateScope();
            var db = scope.ServiceProvider.GetRequiredService<RewardsDb>();
            db.ProtectionKeys.Add(new ProtectionKey { Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
            db.SaveChanges();
        }
    }

    private sealed class Sealing(Vault vault) : IXmlEncryptor
    {
        public EncryptedXmlInfo Encrypt(XElement plaintextElement) => new(
            new XElement("sealed", Convert.ToBase64String(vault.Seal(plaintextElement.ToString(SaveOptions.DisableFormatting), Purpose))),
            typeof(Unsealing));
    }

    /// <summary>Opens a sealed key; made by the framework.</summary>
    public sealed class Unsealing(IServiceProvider services) : IXmlDecryptor
    {
        public XElement Decrypt(XElement encryptedElement) => XElement.Parse(
            services.GetRequiredService<Vault>().Unseal(Convert.FromBase64String(encryptedElement.Value), Purpose));
    }

    private static ReadOnlySpan<byte> Purpose => "rewards/protection-key/v1"u8;
}
