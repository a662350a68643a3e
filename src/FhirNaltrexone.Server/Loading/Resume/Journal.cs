using System.Text;
using System.Text.Json;
using FhirNaltrexone.Server.Inputs;

namespace FhirNaltrexone.Server.Loading.Resume;

/// <summary>
/// Remembers in a file what the store has acknowledged. A line is written only after the commit, so that at worst, after a crash, a few resources
/// are stored again, which makes no new versions. The last line that can be read counts; a torn one is passed over.
/// </summary>
internal sealed class Journal : IDisposable
{
    private readonly Dictionary<string, JournalLine> _known = new(StringComparer.Ordinal);
    private readonly FileStream? _file;

    private Journal(FileStream? file) => _file = file;

    /// <summary>Opens the journal.</summary>
    /// <param name="path">The file, made if there is none; null to remember nothing.</param>
    public static Journal Open(string? path)
    {
        if (path is null) return new Journal(null);

        var journal = new Journal(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read));
        journal.Read();
        return journal;
    }

    /// <summary>How far a file has been loaded; nothing when it is another file by now.</summary>
    public JournalLine Of(InputFile file)
    {
        var start = Start(file);
        return _known.TryGetValue(start.File, out var known) && known.Length == start.Length && known.Modified == start.Modified ? known : start;
    }

    /// <summary>Remembers how far a file has been loaded.</summary>
    public void Note(JournalLine line)
    {
        if (_file is null) return;

        _file.Write([.. JsonSerializer.SerializeToUtf8Bytes(line), (byte)'\n']);
        _file.Flush();
    }

    public void Dispose() => _file?.Dispose();

    private static JournalLine Start(InputFile file)
    {
        var info = new FileInfo(file.Path);
        return new JournalLine(info.FullName, info.Length, info.LastWriteTimeUtc.Ticks, 0, 0);
    }

    private void Read()
    {
        using var reader = new StreamReader(_file!, Encoding.UTF8, leaveOpen: true);
        var text = reader.ReadToEnd();
        foreach (var line in text.Split('\n').Select(Parse).OfType<JournalLine>())
        {
            _known[line.File] = line;
        }

        _file!.Seek(0, SeekOrigin.End);
        if (text.Length > 0 && text[^1] != '\n') _file.WriteByte((byte)'\n');
    }

    private static JournalLine? Parse(string line)
    {
        try
        {
            return line.Length == 0 ? null : JsonSerializer.Deserialize<JournalLine>(line);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
