using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Search.Expressions;

namespace FhirNaltrexone.Testing.Reference;

/// <summary>The meaning of each <see cref="ValueTest"/>.</summary>
internal static class MemoryValues
{
    private const double EarthRadius = 6371.0088;

    /// <summary>The items (see <see cref="IndexEntries"/>) of the entries that pass.</summary>
    public static IEnumerable<short> Items(IndexEntries index, IReadOnlyList<int> parameters, ValueTest test)
        => from entry in Entries(index, Kind(test))
           where parameters.Contains(entry.Parameter) && Passes(entry.Value, test)
           select entry.Item;

    private static EntryKind Kind(ValueTest test) => test switch
    {
        AnyValue any => any.Kind,
        TokenTest => EntryKind.Token,
        StringTest => EntryKind.String,
        ReferenceTest or OtherReferenceTest => EntryKind.Reference,
        DateTest => EntryKind.Date,
        NumberTest => EntryKind.Number,
        QuantityTest => EntryKind.Quantity,
        UriTest => EntryKind.Uri,
        WordsTest => EntryKind.Words,
        NearTest => EntryKind.Position,
        _ => throw new ArgumentOutOfRangeException(nameof(test), test, "Not a test."),
    };

    private static IEnumerable<(int Parameter, short Item, object Value)> Entries(IndexEntries index, EntryKind kind) => kind switch
    {
        EntryKind.Token => from entry in index.Tokens select (entry.Parameter, entry.Item, (object)entry),
        EntryKind.String => from entry in index.Strings select (entry.Parameter, entry.Item, (object)entry),
        EntryKind.Reference => from entry in index.References select (entry.Parameter, entry.Item, (object)entry),
        EntryKind.Date => from entry in index.Dates select (entry.Parameter, entry.Item, (object)entry),
        EntryKind.Number => from entry in index.Numbers select (entry.Parameter, entry.Item, (object)entry),
        EntryKind.Quantity => from entry in index.Quantities select (entry.Parameter, entry.Item, (object)entry),
        EntryKind.Uri => from entry in index.Uris select (entry.Parameter, entry.Item, (object)entry),
        EntryKind.Words => from entry in index.Words select (entry.Parameter, (short)0, (object)entry),
        EntryKind.Position => from entry in index.Positions select (entry.Parameter, (short)0, (object)entry),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of entry."),
    };

    private static bool Passes(object entry, ValueTest test) => (test, entry) switch
    {
        (AnyValue, _) => true,
        (TokenTest tokens, TokenEntry token) => tokens.Values.Any(value => Is(token, value)),
        (StringTest texts, StringEntry text) => texts.Values.Any(value => Is(text, texts.Match, value)),
        (ReferenceTest references, ReferenceEntry reference) => references.Values.Any(value => Is(reference, value)),
        (OtherReferenceTest other, ReferenceEntry reference) => reference.TargetType == other.TargetType && reference.TargetId != other.TargetId,
        (DateTest span, DateEntry date) => Compare(span.Comparison, date.From, date.To, span.From, span.To),
        (NumberTest wanted, NumberEntry number) => Compare(wanted.Comparison, number.Low, number.High, wanted.Span),
        (QuantityTest wanted, QuantityEntry quantity) => wanted.Spans.Any(span => Is(quantity, wanted.Comparison, span)),
        (UriTest uris, UriEntry uri) => uris.Values.Any(value => Is(uri.Value, uris.Match, value)),
        (WordsTest wanted, WordsEntry words) => wanted.Alternatives.Any(all => all.All(word => words.Words.Contains($" {word} ", StringComparison.Ordinal))),
        (NearTest near, PositionEntry position) => Kilometres(position, near) <= near.Kilometres,
        _ => throw new ArgumentOutOfRangeException(nameof(test), test, "The entry is of another kind."),
    };

    public static bool Compare(ValueComparison comparison, long low, long high, long from, long to) => comparison switch
    {
        ValueComparison.Equal => from <= low && high <= to,
        ValueComparison.NotEqual => !(from <= low && high <= to),
        ValueComparison.Less => low < from,
        ValueComparison.LessOrEqual => low < to,
        ValueComparison.Greater => high > to,
        ValueComparison.GreaterOrEqual => high > from,
        ValueComparison.StartsAfter => low >= to,
        ValueComparison.EndsBefore => high <= from,
        ValueComparison.Approximate => low < to && high > from,
        _ => throw new ArgumentOutOfRangeException(nameof(comparison)),
    };

    private static bool Compare(ValueComparison comparison, SortableDecimal low, SortableDecimal high, NumberSpan span) => comparison switch
    {
        ValueComparison.Equal => IsEqual(low, high, span),
        ValueComparison.NotEqual => !IsEqual(low, high, span),
        ValueComparison.Less => low < span.Value,
        ValueComparison.LessOrEqual => low <= span.Value,
        ValueComparison.Greater => high > span.Value,
        ValueComparison.GreaterOrEqual => high >= span.Value,
        ValueComparison.StartsAfter => low > span.Value,
        ValueComparison.EndsBefore => high < span.Value,
        ValueComparison.Approximate => low <= span.To && high >= span.From,
        _ => throw new ArgumentOutOfRangeException(nameof(comparison)),
    };

    private static bool IsEqual(SortableDecimal low, SortableDecimal high, NumberSpan span)
        => (span.From <= low && high < span.To) || (low == span.Value && high == span.Value);

    private static bool Is(TokenEntry entry, TokenValue value)
        => (value.Code is null || value.Code == entry.Code) && (value.System is null || value.System == entry.System);

    private static bool Is(StringEntry entry, StringMatch match, StringValue value) => match switch
    {
        StringMatch.StartsWith => entry.Folded.StartsWith(value.Folded, StringComparison.Ordinal),
        StringMatch.Contains => entry.Folded.Contains(value.Folded, StringComparison.Ordinal),
        StringMatch.Whole => entry.Folded == value.Folded,
        StringMatch.EndsWith => entry.Folded.EndsWith(value.Folded, StringComparison.Ordinal),
        _ => entry.Exact == value.Exact,
    };

    private static bool Is(ReferenceEntry entry, ReferenceValue value)
        => entry.TargetType == value.TargetType
            && entry.TargetId == value.TargetId
            && (value.TargetVersion is null || value.TargetVersion == entry.TargetVersion)
            && (value.CanonicalVersion is null || IsVersion(entry.TargetCanonicalVersion, value));

    private static bool IsVersion(string? version, ReferenceValue value)
        => version == value.CanonicalVersion
            || (value.IsVersionPrefix && version?.StartsWith($"{value.CanonicalVersion}.", StringComparison.Ordinal) == true);

    private static bool Is(QuantityEntry entry, ValueComparison comparison, QuantitySpan span)
        => entry.Kind == (span.Kind ?? QuantityUnit.Coded)
            && (span.System is null || span.System == entry.System)
            && (span.Unit is null || span.Unit == entry.Unit)
            && Compare(comparison, entry.Low, entry.High, span.Span);

    private static bool Is(string entry, UriMatch match, string value) => match switch
    {
        UriMatch.Exact => entry == value,
        UriMatch.Below => entry.StartsWith(value, StringComparison.Ordinal),
        UriMatch.Above => value.StartsWith(entry, StringComparison.Ordinal),
        _ => entry.Contains(value, StringComparison.OrdinalIgnoreCase),
    };

    // Great-circle distance by the haversine formula.
    private static double Kilometres(PositionEntry from, NearTest to)
    {
        var (latitude, longitude) = (Radians(to.Latitude - from.Latitude), Radians(to.Longitude - from.Longitude));
        var chord = Square(Math.Sin(latitude / 2))
            + (Math.Cos(Radians(from.Latitude)) * Math.Cos(Radians(to.Latitude)) * Square(Math.Sin(longitude / 2)));
        return 2 * EarthRadius * Math.Asin(Math.Min(1, Math.Sqrt(chord)));
    }

    private static double Radians(double degrees) => degrees * Math.PI / 180;

    private static double Square(double value) => value * value;
}
