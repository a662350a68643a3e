namespace FhirNaltrexone.Validation.FhirPath.Values;

/// <summary>Finds items that are equal to earlier ones.</summary>
internal sealed class DistinctItems
{
    /// <summary>Up to here each item is compared with all others; beyond, by hash first.</summary>
    private const int Few = 16;

    private readonly int _start;
    private HashSet<int>? _places;
    private int _end;

    /// <summary>Knows no item yet.</summary>
    /// <param name="start">Place of the first item that will be known.</param>
    public DistinctItems(int start) => _start = _end = start;

    /// <summary>Removes items that are equal to earlier ones from the top of the stack.</summary>
    public static void Keep(Span items, Evaluation run) => new DistinctItems(items.Start).AddNew(items, run);

    /// <summary>Whether no two items are equal.</summary>
    public static bool AreDistinct(Span items, Evaluation run)
    {
        var known = new DistinctItems(items.Start);
        for (var index = items.Start; index < items.End; index++)
        {
            if (!known.Add(index, run)) return false;
        }

        return true;
    }

    /// <summary>Keeps of the items on top of the stack, which follow the known ones, those that are new.</summary>
    public void AddNew(Span items, Evaluation run)
    {
        for (var index = items.Start; index < items.End; index++) Add(index, run);
        run.Cut(_end);
    }

    private bool Add(int index, Evaluation run)
    {
        run.Replace(_end, run[index]);
        if (_end - _start == Few && _places is null) Hash(run);
        if (_places is null ? IsKnown(run) : !_places.Add(_end)) return false;
        _end++;
        return true;
    }

    private bool IsKnown(Evaluation run)
    {
        for (var index = _start; index < _end; index++)
        {
            if (Equality.AreSame(run[index], run[_end], run)) return true;
        }

        return false;
    }

    private void Hash(Evaluation run)
    {
        _places = new(new ItemComparer(run));
        for (var index = _start; index < _end; index++) _places.Add(index);
    }
}
