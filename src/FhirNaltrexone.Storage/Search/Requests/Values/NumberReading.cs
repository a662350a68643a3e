using FhirNaltrexone.Storage.Search.Expressions;

namespace FhirNaltrexone.Storage.Search.Requests.Values;

/// <summary>Reads numbers with prefix (FHIR R4, number parameters).</summary>
internal static class NumberReading
{
    public static NumberTest? Read(ReadingContext context, string raw)
        => ReadNumber(context, SearchText.Unescape(raw), out var comparison) is { } number ? new NumberTest(comparison, number.Span) : null;

    /// <summary>A number with its prefix, widened for <c>ap</c>.</summary>
    public static WrittenNumber? ReadNumber(ReadingContext context, string text, out ValueComparison comparison)
    {
        if (Prefix.TrySplit(text, out comparison, out var rest) && WrittenNumber.TryRead(rest, out var number)) return number.For(comparison);
        context.Fail("a number is written like 5, -5.40 or 5.4e-3, behind one of the prefixes eq, ne, gt, lt, ge, le, sa, eb, ap or none.");
        return null;
    }
}
