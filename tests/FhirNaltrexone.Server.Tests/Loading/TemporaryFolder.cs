using System.Formats.Tar;
using System.IO.Compression;
using System.Text;

namespace FhirNaltrexone.Server.Tests.Loading;

/// <summary>A folder for one test.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("fhir-naltrexone-load-").FullName;

    public string At(string name) => Path.Combine(Root, name);

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        var path = At(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public string WriteGzip(string name, string text)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return Write(name, bytes.ToArray());
    }

    /// <summary>Writes a compressed tar with regular files.</summary>
    public string WritePackage(string name, params (string Name, string Text)[] files)
        => WriteTar(name, files.Select(file => new PaxTarEntry(TarEntryType.RegularFile, file.Name)
        {
            DataStream = new MemoryStream(Encoding.UTF8.GetBytes(file.Text)),
        }));

    /// <summary>Writes a compressed tar with any entries.</summary>
    internal string WriteTar(string name, IEnumerable<TarEntry> entries)
    {
        using (var file = File.Create(At(name)))
        using (var gzip = new GZipStream(file, CompressionLevel.Fastest))
        using (var tar = new TarWriter(gzip))
        {
            foreach (var entry in entries)
            {
                tar.WriteEntry(entry);
            }
        }

        return At(name);
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
