using FhirNaltrexone.Storage.Search.Expressions;
using FhirNaltrexone.Storage.Search.Parameters;

namespace FhirNaltrexone.Storage.Search.Requests.Values;

/// <summary>Reads alternatives of a plain kind into tests on entries. Null when one is refused, the context knows why.</summary>
internal static class ValueReading
{
    /// <summary>One test where the kind has alternatives within a test, else one for each alternative.</summary>
    public static IReadOnlyList<ValueTest>? Read(
        ReadingContext context, SearchParameterType type, IReadOnlyList<string> targets, IReadOnlyList<string> raw) => type switch
        {
            SearchParameterType.Token => One(TokenReading.Read(context, raw)),
            SearchParameterType.String => One(StringReading.Read(StringMatch.StartsWith, raw)),
            SearchParameterType.Uri => One(UriReading.Read(context, UriMatch.Exact, raw)),
            SearchParameterType.Reference => One(ReferenceReading.Read(context, targets, raw)),
            SearchParameterType.Date => Each(raw, text => DateReading.Read(context, text)),
            SearchParameterType.Number => Each(raw, text => NumberReading.Read(context, text)),
            SearchParameterType.Quantity => Each(raw, text => QuantityReading.Read(context, text)),
            SearchParameterType.Special => Each(raw, text => NearReading.Read(context, text)),
            _ => throw new ArgumentOutOfRangeException(nameof(type)),
        };

    /// <summary>Kind of the entries of a parameter.</summary>
    public static EntryKind KindOf(SearchParameterType type) => type switch
    {
        SearchParameterType.Token => EntryKind.Token,
        SearchParameterType.String => EntryKind.String,
        SearchParameterType.Uri => EntryKind.Uri,
        SearchParameterType.Reference => EntryKind.Reference,
        SearchParameterType.Date => EntryKind.Date,
        SearchParameterType.Number => EntryKind.Number,
        SearchParameterType.Quantity => EntryKind.Quantity,
        SearchParameterType.Special => EntryKind.Position,
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    private static ValueTest[]? One(ValueTest? test) => test is null ? null : [test];

    private static List<ValueTest>? Each(IReadOnlyList<string> raw, Func<string, ValueTest?> read)
    {
        var tests = raw.Select(read).OfType<ValueTest>().ToList();
        return tests.Count == raw.Count ? tests : null;
    }
}
