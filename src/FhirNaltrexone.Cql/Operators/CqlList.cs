using System.Buffers;
using System.Collections;

namespace FhirNaltrexone.Cql.Operators;

/// <summary>The engine's list: an array that grows while it is built and is read by index without interface calls.</summary>
internal sealed class CqlList : IReadOnlyList<object?>
{
    public static readonly CqlList Empty = new([], 0);

    /// <summary>A list searched more often than that lives longer than one evaluation: to prepare its search pays.</summary>
    private const int SearchesUnprepared = 64;

    private object?[] _items;
    private int _searches;
    private SearchValues<string>? _search;

    public CqlList(int capacity = 0) => _items = capacity == 0 ? [] : new object?[capacity];

    public CqlList(object?[] items, int count) => (_items, Count) = (items, count);

    public int Count { get; private set; }

    public object? this[int index] => _items[index];

    public static CqlList Of(params object?[] items) => new(items, items.Length);

    public static CqlList From(IEnumerable<object?> items)
    {
        if (items is CqlList list) return list;
        var array = items.ToArray();
        return new CqlList(array, array.Length);
    }

    public void Add(object? item)
    {
        if (Count == _items.Length) Array.Resize(ref _items, Math.Max(2, Count * 2));
        _items[Count++] = item;
    }

    public void AddRange(CqlList items)
    {
        for (var i = 0; i < items.Count; i++) Add(items[i]);
    }

    public CqlList Slice(int start, int end)
    {
        var length = Math.Max(0, end - start);
        return length == 0 ? Empty : new CqlList(_items.AsSpan(start, length).ToArray(), length);
    }

    public object?[] ToArray() => _items.AsSpan(0, Count).ToArray();

    /// <summary>Whether a text contains one of the texts of this list.</summary>
    /// <param name="whole">The text.</param>
    public bool HasPartOf(string whole)
    {
        if (_search is { } search) return whole.AsSpan().ContainsAny(search);
        if (_searches++ == SearchesUnprepared) _search = Prepare();
        foreach (var item in _items.AsSpan(0, Count))
        {
            if (item is string part && whole.Contains(part, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    /// <summary>All its texts in one search; null when that would find anything else.</summary>
    private SearchValues<string>? Prepare()
    {
        var parts = this.OfType<string>().ToArray();
        return parts.Length == 0 || parts.Contains(string.Empty) ? null : SearchValues.Create(parts, StringComparison.Ordinal);
    }

    public IEnumerator<object?> GetEnumerator() => _items.Take(Count).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
