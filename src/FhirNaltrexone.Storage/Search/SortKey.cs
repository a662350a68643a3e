using FhirNaltrexone.Storage.Search.Expressions;

namespace FhirNaltrexone.Storage.Search;

/// <summary>
/// One key of an order. Of several entries the one that comes first in the order counts: the least, or the greatest when descending. Compared are
/// the code of a token, the folded text, the target id of a reference, the start of a date, the lower bound of a number or of a
/// <see cref="Indexing.QuantityUnit.Coded"/> quantity, the URI.
/// </summary>
/// <param name="Field">What is sorted by.</param>
/// <param name="Kind">Kind of the entries, for <see cref="SortField.Entry"/>.</param>
/// <param name="Parameters">Keys of the parameter (one for each type searched), for <see cref="SortField.Entry"/>.</param>
/// <param name="IsDescending">Direction.</param>
public sealed record SortKey(SortField Field, EntryKind Kind, IReadOnlyList<int> Parameters, bool IsDescending);
