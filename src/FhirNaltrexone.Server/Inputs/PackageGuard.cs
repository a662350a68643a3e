using System.Formats.Tar;

namespace FhirNaltrexone.Server.Inputs;

/// <summary>Looks through a package before anything of it is loaded: one bad entry, and none of it is.</summary>
internal static class PackageGuard
{
    private static readonly char[] Separators = ['/', '\\'];

    /// <summary>Looks at every entry.</summary>
    /// <exception cref="ServerException">The package must not be loaded.</exception>
    public static void Check(InputFile file, InputLimits limits)
    {
        var count = 0;
        foreach (var entry in PackageEntries.Read(file, limits))
        {
            if (++count > limits.PackageEntries) throw Bad(file, $"it has more than {limits.PackageEntries} entries");
            if (!IsPlain(entry.Type)) throw Bad(file, $"entry {count} is a link or a device");
            if (!IsSafe(entry.Name)) throw Bad(file, $"the name of entry {count} leads out of the package");
        }
    }

    private static bool IsPlain(TarEntryType type)
        => type is TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.Directory or TarEntryType.GlobalExtendedAttributes;

    private static bool IsSafe(string name)
        => name.Length > 0
            && name[0] is not ('/' or '\\')
            && !name.Contains(':', StringComparison.Ordinal)
            && !name.Any(char.IsControl)
            && !name.Split(Separators).Contains("..");

    private static ServerException Bad(InputFile file, string why) => new(ServerErrorCode.InputUnusable, $"{file.Name} cannot be used: {why}.");
}
