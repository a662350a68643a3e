using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Search.Expressions;

namespace FhirNaltrexone.Storage.Search.Requests.Values;

/// <summary>Reads quantities (FHIR R4, quantity parameters): <c>number</c>, <c>number|system|code</c>, <c>number||code</c>.</summary>
internal static class QuantityReading
{
    public static QuantityTest? Read(ReadingContext context, string raw)
    {
        var parts = SearchText.Split(raw, '|').Select(SearchText.Unescape).ToList();
        if (parts.Count is not (1 or 3))
        {
            context.Fail("a quantity is 'number', 'number|system|code' or 'number||code'.");
            return null;
        }

        if (NumberReading.ReadNumber(context, parts[0], out var comparison) is not { } number) return null;
        return new QuantityTest(comparison, parts.Count == 1 ? [new(number.Span, null, null, null)] : InUnit(number, parts[1], parts[2]));
    }

    private static IReadOnlyList<QuantitySpan> InUnit(WrittenNumber number, string system, string code) => (system, code) switch
    {
        ("", "") => [new(number.Span, null, null, null)],
        ("", _) => [new(number.Span, QuantityUnit.Coded, null, code), new(number.Span, QuantityUnit.Text, null, code)],
        (_, "") => [new(number.Span, QuantityUnit.Coded, system, null)],
        _ => [new(number.Span, QuantityUnit.Coded, system, code)],
    };
}
