namespace FhirNaltrexone.Storage.Indexing;

/// <summary>Entries in order, each once. Equal entries come from one parameter, so only those added since <see cref="Begin"/> are compared.</summary>
internal sealed class DistinctList<T>
    where T : struct, IEquatable<T>
{
    /// <summary>Beyond this number comparing one by one costs more than a hash set.</summary>
    private const int SmallNumber = 24;

    private readonly List<T> _all = [];
    private HashSet<T>? _recent;
    private int _start;

    public int Count => _all.Count;

    public IReadOnlyList<T> All => _all.Count == 0 ? [] : _all;

    /// <summary>Another parameter follows.</summary>
    public void Begin()
    {
        _start = _all.Count;
        _recent = null;
    }

    /// <summary>Drops the newest entries.</summary>
    public void CutTo(int count)
    {
        _all.RemoveRange(count, _all.Count - count);
        Begin();
    }

    public void Add(in T entry)
    {
        if (IsNew(entry)) _all.Add(entry);
    }

    private bool IsNew(in T entry)
    {
        if (_all.Count - _start >= SmallNumber) return (_recent ??= [.. _all.Skip(_start)]).Add(entry);
        for (var index = _start; index < _all.Count; index++)
        {
            if (_all[index].Equals(entry)) return false;
        }

        return true;
    }
}
