namespace FhirNaltrexone.Validation.Definitions;

/// <summary>A package unpacked into a folder.</summary>
internal sealed class PackageFolder(string path, PackageLimits limits) : IPackageFiles
{
    public IEnumerable<(string Name, ReadOnlyMemory<byte> Text)> Read()
    {
        var budget = new PackageBudget(limits);
        foreach (var file in new DirectoryInfo(Folder()).EnumerateFiles("*.json").OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            budget.Take(file.Name, file.Length);
            if (PackageArchive.IsContent(file.Name)) yield return (file.Name, File.ReadAllBytes(file.FullName));
        }
    }

    private string Folder() => Path.Combine(path, "package") is var inner && Directory.Exists(inner) ? inner : path;
}
