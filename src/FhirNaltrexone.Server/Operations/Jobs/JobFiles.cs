using FhirNaltrexone.Storage.Jobs;

namespace FhirNaltrexone.Server.Operations.Jobs;

/// <summary>Puts lines into files of one type and bounded length, part by part.</summary>
internal sealed class JobFiles(JobFilesState state, int maxLines)
{
    private readonly List<JobFile> _open = [.. state.Open];
    private readonly List<JobChunk> _chunks = [];
    private int _last = state.Last;

    /// <summary>Where the files end now.</summary>
    public JobFilesState State => new() { Last = _last, Open = [.. _open] };

    /// <summary>Adds lines.</summary>
    /// <param name="role">What the file is for.</param>
    /// <param name="type">Type of every line.</param>
    /// <param name="lines">UTF-8 JSON without line breaks.</param>
    public void Add(JobFileRole role, string type, IReadOnlyList<ReadOnlyMemory<byte>> lines)
    {
        for (var start = 0; start < lines.Count;)
        {
            var at = Open(role, type);
            var file = _open[at];
            var count = (int)Math.Min(lines.Count - start, maxLines - file.Lines);
            _chunks.Add(NdjsonChunks.Make(file.File, file.Chunks + 1, role, type, [.. lines.Skip(start).Take(count)]));
            _open[at] = file with { Chunks = file.Chunks + 1, Lines = file.Lines + count };
            start += count;
        }
    }

    /// <summary>Takes out the parts made since the last time.</summary>
    public IReadOnlyList<JobChunk> Take()
    {
        var taken = _chunks.ToArray();
        _chunks.Clear();
        return taken;
    }

    private int Open(JobFileRole role, string type)
    {
        _open.RemoveAll(file => file.Lines >= maxLines);
        var at = _open.FindIndex(file => file.Role == role && file.Type == type);
        if (at >= 0) return at;
        _open.RemoveAll(file => file.Role == role);
        _open.Add(new(++_last, role, type, 0, 0));
        return _open.Count - 1;
    }
}
