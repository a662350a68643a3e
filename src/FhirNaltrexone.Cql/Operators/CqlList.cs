using System.Collections;

namespace FhirNaltrexone.Cql.Operators;

/// <summary>The engine's list: an array that grows while it is built and is read by index without interface calls.</summary>
internal sealed class CqlList : IReadOnlyList<object?>
{
    public static readonly CqlList Empty = new([], 0);
    private object?[] _items;

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

    public IEnumerator<object?> GetEnumerator() => _items.Take(Count).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
