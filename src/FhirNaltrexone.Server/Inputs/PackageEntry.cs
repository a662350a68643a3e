using System.Formats.Tar;

namespace FhirNaltrexone.Server.Inputs;

/// <summary>An entry of a package.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">What it is.</param>
/// <param name="Content">Its bytes, valid until the next entry is read; null when there are none.</param>
/// <param name="Position">Bytes of the file read so far.</param>
internal sealed record PackageEntry(string Name, TarEntryType Type, Stream? Content, long Position);
