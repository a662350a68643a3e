namespace FhirNaltrexone.Reliability.PowerCut;

/// <summary>A disk with a cache: what was synced is there after a power cut; of the rest some, all or none.</summary>
internal sealed class Disk
{
    private const int Sector = 512;

    private readonly Dictionary<string, FileContent> _synced = [];
    private readonly Dictionary<string, List<DiskCall>> _waiting = [];

    /// <summary>Takes a call.</summary>
    public void Apply(DiskCall call)
    {
        switch (call.Kind)
        {
            case DiskCallKind.Write or DiskCallKind.Truncate:
                Waiting(call.File).Add(call);
                break;
            case DiskCallKind.Sync:
                Sync(call.File);
                break;
            case DiskCallKind.Remove:
                _synced.Remove(call.File);
                _waiting.Remove(call.File);
                break;
        }
    }

    /// <summary>Writes the files as a power cut may leave them.</summary>
    public void Write(string folder, Random random)
    {
        var survival = random.Next(4);
        foreach (var file in _synced.Keys.Union(_waiting.Keys))
        {
            var content = _synced.TryGetValue(file, out var synced) ? synced.Copy() : new FileContent();
            foreach (var call in _waiting.GetValueOrDefault(file, []))
            {
                if (Survives(call, survival, random) is { } left) content.Apply(left);
            }

            content.Save(Path.Combine(folder, Path.GetFileName(file)));
        }
    }

    /// <summary>0: nothing unsynced is left; 1: everything; 2: some of the writes; 3: some, torn at sectors.</summary>
    private static DiskCall? Survives(DiskCall call, int survival, Random random) => survival switch
    {
        0 => null,
        1 => call,
        _ when random.Next(2) == 0 => null,
        3 when call.Bytes.Length > Sector => call with { Bytes = call.Bytes[..(Sector * random.Next(1, (call.Bytes.Length / Sector) + 1))] },
        _ => call,
    };

    private void Sync(string file)
    {
        if (!_synced.TryGetValue(file, out var content)) _synced[file] = content = new FileContent();
        foreach (var waiting in Waiting(file)) content.Apply(waiting);
        Waiting(file).Clear();
    }

    private List<DiskCall> Waiting(string file)
    {
        if (!_waiting.TryGetValue(file, out var calls)) _waiting[file] = calls = [];
        return calls;
    }
}
