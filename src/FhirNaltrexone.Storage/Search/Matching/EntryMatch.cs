using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Search.Expressions;

namespace FhirNaltrexone.Storage.Search.Matching;

/// <summary>The entries of one resource that pass a test.</summary>
internal static class EntryMatch
{
    /// <summary>Items (see <see cref="IndexEntries"/>) of the entries that pass.</summary>
    public static IEnumerable<short> Items(IndexEntries index, IReadOnlyList<int> parameters, ValueTest test) => test switch
    {
        AnyValue any => Any(index, any.Kind).Where(entry => parameters.Contains(entry.Parameter)).Select(entry => entry.Item),
        TokenTest token => index.Tokens.Where(one => parameters.Contains(one.Parameter) && token.Values.Any(value => Is(one, value))).Select(one => one.Item),
        StringTest text => index.Strings.Where(one => parameters.Contains(one.Parameter) && text.Values.Any(value => Is(one, text.Match, value))).Select(one => one.Item),
        ReferenceTest reference => index.References.Where(one => parameters.Contains(one.Parameter) && reference.Values.Any(value => Is(one, value))).Select(one => one.Item),
        OtherReferenceTest other => index.References
            .Where(one => parameters.Contains(one.Parameter) && one.TargetType == other.TargetType && one.TargetId != other.TargetId).Select(one => one.Item),
        DateTest date => index.Dates
            .Where(one => parameters.Contains(one.Parameter) && SpanMatch.Holds(date.Comparison, one.From, one.To, date.From, date.To)).Select(one => one.Item),
        NumberTest number => index.Numbers
            .Where(one => parameters.Contains(one.Parameter) && SpanMatch.Holds(number.Comparison, one.Low, one.High, number.Span)).Select(one => one.Item),
        QuantityTest quantity => index.Quantities
            .Where(one => parameters.Contains(one.Parameter) && quantity.Spans.Any(span => Is(one, quantity.Comparison, span))).Select(one => one.Item),
        UriTest uri => index.Uris.Where(one => parameters.Contains(one.Parameter) && uri.Values.Any(value => Is(one.Value, uri.Match, value))).Select(one => one.Item),
        WordsTest words => index.Words.Where(one => parameters.Contains(one.Parameter) && words.Alternatives.Any(all => HasAll(one, all))).Select(_ => (short)0),
        _ => throw new NotSupportedException("The test needs more than index entries."),
    };

    private static IEnumerable<(int Parameter, short Item)> Any(IndexEntries index, EntryKind kind) => kind switch
    {
        EntryKind.Token => index.Tokens.Select(one => (one.Parameter, one.Item)),
        EntryKind.String => index.Strings.Select(one => (one.Parameter, one.Item)),
        EntryKind.Reference => index.References.Select(one => (one.Parameter, one.Item)),
        EntryKind.Date => index.Dates.Select(one => (one.Parameter, one.Item)),
        EntryKind.Number => index.Numbers.Select(one => (one.Parameter, one.Item)),
        EntryKind.Quantity => index.Quantities.Select(one => (one.Parameter, one.Item)),
        EntryKind.Uri => index.Uris.Select(one => (one.Parameter, one.Item)),
        EntryKind.Words => index.Words.Select(one => (one.Parameter, (short)0)),
        _ => index.Positions.Select(one => (one.Parameter, (short)0)),
    };

    private static bool Is(TokenEntry entry, TokenValue value)
        => (value.Code is null || entry.Code == value.Code) && (value.System is null || entry.System == value.System);

    private static bool Is(StringEntry entry, StringMatch match, StringValue value) => match switch
    {
        StringMatch.StartsWith => entry.Folded.StartsWith(value.Folded, StringComparison.Ordinal),
        StringMatch.Contains => entry.Folded.Contains(value.Folded, StringComparison.Ordinal),
        StringMatch.Whole => string.Equals(entry.Folded, value.Folded, StringComparison.Ordinal),
        StringMatch.EndsWith => entry.Folded.EndsWith(value.Folded, StringComparison.Ordinal),
        _ => string.Equals(entry.Exact, value.Exact, StringComparison.Ordinal),
    };

    private static bool Is(ReferenceEntry entry, ReferenceValue value)
        => entry.TargetType == value.TargetType
            && entry.TargetId == value.TargetId
            && (value.TargetVersion is null || entry.TargetVersion == value.TargetVersion)
            && (value.CanonicalVersion is null || IsVersion(entry.TargetCanonicalVersion, value.CanonicalVersion, value.IsVersionPrefix));

    private static bool IsVersion(string? version, string wanted, bool isPrefix)
        => version == wanted || (isPrefix && version is not null && version.StartsWith(wanted + '.', StringComparison.Ordinal));

    private static bool Is(QuantityEntry entry, ValueComparison comparison, QuantitySpan span)
        => entry.Kind == (span.Kind ?? QuantityUnit.Coded)
            && (span.System is null || entry.System == span.System)
            && (span.Unit is null || entry.Unit == span.Unit)
            && SpanMatch.Holds(comparison, entry.Low, entry.High, span.Span);

    private static bool Is(string entry, UriMatch match, string value) => match switch
    {
        UriMatch.Exact => string.Equals(entry, value, StringComparison.Ordinal),
        UriMatch.Below => entry.StartsWith(value, StringComparison.Ordinal),
        UriMatch.Above => value.StartsWith(entry, StringComparison.Ordinal),
        _ => entry.Contains(value, StringComparison.OrdinalIgnoreCase),
    };

    private static bool HasAll(WordsEntry entry, IReadOnlyList<string> words)
        => words.All(word => entry.Words.Contains($" {word} ", StringComparison.Ordinal));
}
