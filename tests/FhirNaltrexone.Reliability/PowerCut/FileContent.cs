namespace FhirNaltrexone.Reliability.PowerCut;

/// <summary>The bytes of a file that calls change.</summary>
internal sealed class FileContent
{
    private byte[] _bytes;
    private int _length;

    public FileContent() => _bytes = [];

    private FileContent(byte[] bytes, int length) => (_bytes, _length) = (bytes, length);

    /// <summary>A copy that changes on its own.</summary>
    public FileContent Copy() => new(_bytes.AsSpan(0, _length).ToArray(), _length);

    /// <summary>Writes or truncates.</summary>
    public void Apply(DiskCall call)
    {
        if (call.Kind == DiskCallKind.Truncate)
        {
            Grow((int)call.Offset);
            _bytes.AsSpan((int)call.Offset, Math.Max(0, _length - (int)call.Offset)).Clear();
            _length = (int)call.Offset;
            return;
        }

        var end = (int)call.Offset + call.Bytes.Length;
        Grow(end);
        call.Bytes.CopyTo(_bytes, (int)call.Offset);
        _length = Math.Max(_length, end);
    }

    /// <summary>Writes the file.</summary>
    public void Save(string path)
    {
        using var file = File.Create(path);
        file.Write(_bytes, 0, _length);
    }

    private void Grow(int length)
    {
        if (length > _bytes.Length) Array.Resize(ref _bytes, Math.Max(length, _bytes.Length * 2));
    }
}
