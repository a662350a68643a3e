using System.Formats.Tar;
using FhirNaltrexone.Validation.Definitions;

namespace FhirNaltrexone.Server.Inputs;

/// <summary>Reads the entries of a compressed tar in order, never more bytes than allowed.</summary>
internal static class PackageEntries
{
    /// <summary>The entries.</summary>
    /// <exception cref="ServerException">It is too large or damaged.</exception>
    public static IEnumerable<PackageEntry> Read(InputFile file, InputLimits limits)
    {
        using var input = file.Open();
        using var bounded = new BoundedStream(
            input.Content, limits.PackageBytes, () => new ServerException(ServerErrorCode.InputUnusable, $"{file.Name} cannot be used: unpacked it has more than {limits.PackageBytes} bytes."));
        using var tar = new TarReader(bounded, leaveOpen: true);
        while (Next(tar, file) is { } entry)
        {
            yield return new PackageEntry(entry.Name, entry.EntryType, entry.DataStream, input.Position);
        }
    }

    private static TarEntry? Next(TarReader tar, InputFile file)
    {
        try
        {
            return tar.GetNextEntry();
        }
        catch (Exception error) when (error is InvalidDataException or IOException or FormatException or ArgumentException or OverflowException)
        {
            throw new ServerException(ServerErrorCode.InputUnusable, $"{file.Name} cannot be used: it is no tar, or damaged.");
        }
    }
}
