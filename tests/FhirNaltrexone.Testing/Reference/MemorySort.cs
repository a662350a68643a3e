using System.Text;
using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Search;
using FhirNaltrexone.Storage.Search.Expressions;

namespace FhirNaltrexone.Testing.Reference;

/// <summary>The order of a search, see <see cref="SortKey"/>: by each key, what has no value last, and among equals the newest number first.</summary>
internal static class MemorySort
{
    /// <summary>The value a resource is sorted by: of several the first in the order; null when it has none.</summary>
    public static object? Value(SortKey key, StoredResource resource)
    {
        var values = Values(key, resource).ToList();
        values.Sort(CompareValues);
        if (values.Count == 0) return null;
        return key.IsDescending ? values[^1] : values[0];
    }

    public static int Compare(IReadOnlyList<SortKey> keys, SearchCursor left, SearchCursor right)
    {
        for (var index = 0; index < keys.Count; index++)
        {
            var order = Compare(keys[index], left.Values[index], right.Values[index]);
            if (order != 0) return order;
        }

        return right.Number.CompareTo(left.Number);
    }

    private static int Compare(SortKey key, object? left, object? right)
        => (left, right) switch
        {
            (null, null) => 0,
            (null, _) => 1,
            (_, null) => -1,
            _ => key.IsDescending ? CompareValues(right, left) : CompareValues(left, right),
        };

    private static int CompareValues(object left, object right)
        => left is long number
            ? number.CompareTo((long)right)
            : Encoding.UTF8.GetBytes((string)left).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes((string)right));

    private static IEnumerable<object> Values(SortKey key, StoredResource resource) => key.Field switch
    {
        SortField.Id => [resource.Key.Id],
        SortField.LastUpdated => [resource.LastUpdated],
        _ => Values(key, resource.Index),
    };

    private static IEnumerable<object> Values(SortKey key, IndexEntries index) => key.Kind switch
    {
        EntryKind.Token => from entry in index.Tokens where key.Parameters.Contains(entry.Parameter) select entry.Code,
        EntryKind.String => from entry in index.Strings where key.Parameters.Contains(entry.Parameter) select entry.Folded,
        EntryKind.Reference => from entry in index.References where key.Parameters.Contains(entry.Parameter) select entry.TargetId,
        EntryKind.Date => from entry in index.Dates where key.Parameters.Contains(entry.Parameter) select (object)entry.From,
        EntryKind.Number => from entry in index.Numbers where key.Parameters.Contains(entry.Parameter) select entry.Low.Text,
        EntryKind.Quantity => from entry in index.Quantities
                              where key.Parameters.Contains(entry.Parameter) && entry.Kind == QuantityUnit.Coded
                              select entry.Low.Text,
        EntryKind.Uri => from entry in index.Uris where key.Parameters.Contains(entry.Parameter) select entry.Value,
        _ => throw new ArgumentOutOfRangeException(nameof(key), key.Kind, "Nothing is sorted by such entries."),
    };
}
