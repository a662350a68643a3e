using System.IO.Compression;

namespace FhirNaltrexone.Server.Inputs;

/// <summary>A file with resources.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Name">How it is called in messages: as the user wrote it, or below the folder the user named.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="IsCompressed">Whether it is compressed by gzip.</param>
internal sealed record InputFile(string Path, string Name, InputKind Kind, bool IsCompressed)
{
    private const string Gzip = ".gz";

    /// <summary>The file, if its name tells what it holds.</summary>
    public static InputFile? FromName(string path, string name)
    {
        var isCompressed = path.EndsWith(Gzip, StringComparison.OrdinalIgnoreCase);
        var bare = isCompressed ? path[..^Gzip.Length] : path;
        return System.IO.Path.GetExtension(bare).ToUpperInvariant() switch
        {
            ".JSON" or ".XML" => new(path, name, InputKind.Document, isCompressed),
            ".NDJSON" or ".JSONL" => new(path, name, InputKind.Lines, isCompressed),
            ".TGZ" => new(path, name, InputKind.Package, IsCompressed: true),
            ".TAR" when isCompressed => new(path, name, InputKind.Package, IsCompressed: true),
            _ => null,
        };
    }

    /// <summary>Opens it for one pass.</summary>
    public OpenedInput Open()
    {
        var file = new FileStream(Path, new FileStreamOptions { Access = FileAccess.Read, Options = FileOptions.SequentialScan, BufferSize = 1 << 16 });
        return new OpenedInput(file, IsCompressed ? new GZipStream(file, CompressionMode.Decompress) : file);
    }
}
