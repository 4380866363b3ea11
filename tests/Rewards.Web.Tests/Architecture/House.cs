using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace Rewards.Web.Tests.Architecture;

/// <summary>The house as it stands: its assemblies, projects, folders and sources.</summary>
internal static class House
{
    /// <summary>Every assembly of <c>src/</c> but the stand-in for Microsoft's (docs/decisions/0003).</summary>
    public static IReadOnlyList<Assembly> Assemblies { get; } =
    [
        .. new[]
        {
            "Rewards.Domain", "Rewards.Data", "Rewards.Data.Sqlite", "Rewards.Data.PostgreSql", "Rewards.Data.SqlServer",
            "Rewards.Application", "Rewards.Setup", "Rewards.Web", "rewards",
        }.Select(Assembly.Load),
    ];

    /// <summary>The root of the checkout.</summary>
    public static DirectoryInfo Root { get; } = Above(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>Every project of <c>src/</c>.</summary>
    public static IEnumerable<Project> Projects() =>
        Root.GetDirectories("src")[0].GetDirectories().SelectMany(d => d.GetFiles("*.csproj")).Select(Project.Read);

    /// <summary>Every source of <c>src/</c> with one of the endings, by its path below the root.</summary>
    public static IEnumerable<(string Path, string Text)> Sources(params string[] endings) =>
        Directory.EnumerateFiles(Path.Combine(Root.FullName, "src"), "*", SearchOption.AllDirectories)
            .Where(f => endings.Any(e => f.EndsWith(e, StringComparison.Ordinal)))
            .Select(f => (Path: Path.GetRelativePath(Root.FullName, f).Replace('\\', '/'), File: f))
            .Where(f => !f.Path.Split('/').Any(part => part is "bin" or "obj" or "node_modules" or "wwwroot" or "Migrations"))
            .Select(f => (f.Path, File.ReadAllText(f.File)));

    /// <summary>The folders of a project that hold sources.</summary>
    public static IEnumerable<string> Folders(string project) =>
        Root.GetDirectories(project)[0].GetDirectories().Select(d => d.Name).Where(n => n is not ("bin" or "obj" or "TestResults"));

    private static DirectoryInfo Above(DirectoryInfo folder) =>
        File.Exists(Path.Combine(folder.FullName, "Rewards.sln")) ? folder
            : Above(folder.Parent ?? throw new InvalidOperationException("These tests read the checkout they were built in."));
}

/// <summary>A project file: who it is and what it names.</summary>
/// <param name="Name">The folder's and file's name.</param>
/// <param name="Projects">The projects it references.</param>
internal sealed record Project(string Name, IReadOnlyList<string> Projects)
{
    public static Project Read(FileInfo file) => new(
        Path.GetFileNameWithoutExtension(file.Name),
        [
            .. XDocument.Load(file.FullName).Descendants("ProjectReference")
                .Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/'))),
        ]);
}

/// <summary>What an assembly really uses, as its metadata says: not what its project could use.</summary>
/// <param name="Name">Its name.</param>
/// <param name="References">The assemblies it uses.</param>
/// <param name="Types">The types of others that it uses, full names.</param>
/// <param name="Members">The members of others that it uses, <c>System.DateTime.get_Now</c>.</param>
internal sealed record Uses(
    string Name, IReadOnlyCollection<string> References, IReadOnlyCollection<string> Types, IReadOnlyCollection<string> Members)
{
    public static Uses Of(Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var metadata = file.GetMetadataReader();
        return new Uses(
            assembly.GetName().Name!,
            [.. assembly.GetReferencedAssemblies().Select(a => a.Name!)],
            [.. metadata.TypeReferences.Select(h => NameOf(metadata, h))],
            [
                .. metadata.MemberReferences.Select(metadata.GetMemberReference)
                    .Where(m => m.Parent.Kind == HandleKind.TypeReference)
                    .Select(m => $"{NameOf(metadata, (TypeReferenceHandle)m.Parent)}.{metadata.GetString(m.Name)}"),
            ]);
    }

    private static string NameOf(MetadataReader metadata, TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        return $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}";
    }
}
