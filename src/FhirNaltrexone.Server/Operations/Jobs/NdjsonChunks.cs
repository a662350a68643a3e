using System.IO.Compression;
using FhirNaltrexone.Storage.Jobs;

namespace FhirNaltrexone.Server.Operations.Jobs;

/// <summary>Lines of JSON to and from the parts that are stored.</summary>
internal static class NdjsonChunks
{
    /// <summary>Compresses lines into a part.</summary>
    public static JobChunk Make(int file, int chunk, JobFileRole role, string type, IReadOnlyList<ReadOnlyMemory<byte>> lines)
    {
        using var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.Fastest, leaveOpen: true))
        {
            foreach (var line in lines)
            {
                gzip.Write(line.Span);
                gzip.WriteByte((byte)'\n');
            }
        }

        return new() { File = file, Chunk = chunk, Role = role, Type = type, Lines = lines.Count, Content = buffer.ToArray() };
    }

    /// <summary>The bytes of a part, lines with their ends.</summary>
    public static byte[] Unpack(JobChunk chunk)
    {
        using var gzip = new GZipStream(new MemoryStream(chunk.Content.ToArray()), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        gzip.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>The lines of a part.</summary>
    public static IReadOnlyList<ReadOnlyMemory<byte>> Lines(JobChunk chunk)
    {
        ReadOnlyMemory<byte> rest = Unpack(chunk);
        var lines = new List<ReadOnlyMemory<byte>>(chunk.Lines);
        for (int end; (end = rest.Span.IndexOf((byte)'\n')) >= 0; rest = rest[(end + 1)..]) lines.Add(rest[..end]);
        return lines;
    }
}
