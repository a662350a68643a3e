using System.Formats.Tar;
using System.IO.Compression;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Validation.Definitions;

/// <summary>A package as a gzipped tar.</summary>
internal sealed class PackageArchive(Stream stream, PackageLimits limits) : IPackageFiles
{
    private const string Folder = "package/";

    /// <summary>Whether a file holds a definition, or is the manifest: hidden files and what belongs to other tools are not looked at.</summary>
    public static bool IsContent(string name)
        => name.EndsWith(".json", StringComparison.Ordinal) && name[0] != '.' && !name.Contains('/', StringComparison.Ordinal);

    public IEnumerable<(string Name, ReadOnlyMemory<byte> Text)> Read()
    {
        var budget = new PackageBudget(limits);
        using var unpacking = new GZipStream(stream, CompressionMode.Decompress, leaveOpen: true);
        using var limited = new BoundedStream(
            unpacking, MaxUnpacked(), () => PackageBudget.TooMuch("The package grows too much when it is unpacked."));
        using var archive = new TarReader(limited);
        while (archive.GetNextEntry() is { } entry)
        {
            budget.Take(entry.Name, entry.Length);
            CheckName(entry.Name);
            if (entry.DataStream is { } data && Inner(entry.Name) is { } name && IsContent(name)) yield return (name, Bytes(data, entry.Length));
        }
    }

    /// <summary>An archive whose size is known may grow so many times; any may grow to the largest size, the heads of the entries included.</summary>
    private long MaxUnpacked()
    {
        const int PerFile = 2_048;
        var most = limits.MaxSize + ((long)limits.MaxFiles * PerFile);
        return stream.CanSeek ? Math.Min(most, Math.Max(1L << 20, (stream.Length - stream.Position) * limits.MaxRatio)) : most;
    }

    private static void CheckName(string name)
    {
        if (Path.IsPathRooted(name) || name.Contains('\\', StringComparison.Ordinal) || name.Split('/').Contains(".."))
            throw new PackageFault(IssueCodes.Security, "A file of the package has a name that leads out of it.");
    }

    private static string? Inner(string name)
    {
        var plain = name.StartsWith("./", StringComparison.Ordinal) ? name[2..] : name;
        return plain.StartsWith(Folder, StringComparison.Ordinal) && plain.Length > Folder.Length ? plain[Folder.Length..] : null;
    }

    private static byte[] Bytes(Stream data, long length)
    {
        var bytes = new byte[length];
        data.ReadExactly(bytes);
        return bytes;
    }
}
