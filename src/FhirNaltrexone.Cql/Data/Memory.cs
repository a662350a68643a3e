namespace FhirNaltrexone.Cql.Data;

/// <summary>What an evaluation found out about one piece of the record: elements read, results of functions of it alone. Not thread-safe.</summary>
internal struct Memory
{
    /// <summary>For how much there is room at first in a part of a resource.</summary>
    public const int RoomOfPart = 2;

    /// <summary>For how much in a whole resource: rules ask most of these.</summary>
    public const int RoomOfResource = 24;

    private (object Key, object? Value)[]? _known;
    private int _count;

    /// <summary>What was kept under a key.</summary>
    public readonly bool TryRecall(object key, out object? value)
    {
        var known = _known.AsSpan(0, _count);
        for (var i = 0; i < known.Length; i++)
        {
            if (!ReferenceEquals(known[i].Key, key)) continue;
            value = known[i].Value;
            return true;
        }

        value = null;
        return false;
    }

    /// <summary>Keeps a value under a key that has none.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    /// <param name="room">For how many, when this is the first.</param>
    public void Remember(object key, object? value, int room)
    {
        if (_known is null) _known = new (object, object?)[room];
        else if (_count == _known.Length) Array.Resize(ref _known, _count * 2);
        _known[_count++] = (key, value);
    }
}
