namespace FhirNaltrexone.Server.Inputs;

/// <summary>A file that is being read.</summary>
/// <param name="file">The file as it lies on disk.</param>
/// <param name="content">What it holds, unpacked.</param>
internal sealed class OpenedInput(FileStream file, Stream content) : IDisposable
{
    /// <summary>What the file holds.</summary>
    public Stream Content { get; } = content;

    /// <summary>Bytes of the file read so far.</summary>
    public long Position => file.Position;

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
        Content.Dispose();
        file.Dispose();
    }
}
