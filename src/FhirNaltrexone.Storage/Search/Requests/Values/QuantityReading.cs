using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Search.Expressions;
using FhirNaltrexone.Validation.Units;

namespace FhirNaltrexone.Storage.Search.Requests.Values;

/// <summary>Reads quantities (FHIR R4, quantity parameters): <c>number</c>, <c>number|system|code</c>, <c>number||code</c>.</summary>
internal static class QuantityReading
{
    private const string UcumSystem = "http://unitsofmeasure.org";

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
        (UcumSystem, _) when Canonical(number, code) is { } canonical => [canonical],
        _ => [new(number.Span, QuantityUnit.Coded, system, code)],
    };

    /// <summary>
    /// The number in the canonical unit, which every stored value of a unit known to UCUM has, too. The unit as written is not asked for besides:
    /// with <c>ne</c>, the two would be alternatives, and rounding could make one differ where the other does not.
    /// </summary>
    private static QuantitySpan? Canonical(WrittenNumber number, string code)
    {
        if (!Ucum.TryCanonical(number.Value, code, out var value, out var unit)
            || !Ucum.TryCanonical(number.From, code, out var from, out _)
            || !Ucum.TryCanonical(number.To, code, out var to, out _)) return null;
        return new QuantitySpan(new WrittenNumber(value, from, to).Span, QuantityUnit.Canonical, null, unit);
    }
}
