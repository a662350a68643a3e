using FhirNaltrexone.Storage.Search.Expressions;

namespace FhirNaltrexone.Storage.Search.Requests.Values;

/// <summary>Reads dates with prefix (FHIR R4, date parameters).</summary>
internal static class DateReading
{
    public static DateTest? Read(ReadingContext context, string raw)
    {
        if (Prefix.TrySplit(SearchText.Unescape(raw), out var comparison, out var text)) return Read(context, comparison, text);
        context.Fail("prefixes are eq, ne, gt, lt, ge, le, sa, eb and ap.");
        return null;
    }

    public static DateTest? Read(ReadingContext context, ValueComparison comparison, string text)
    {
        if (!DateSpan.TryRead(text, context.Zone, out var span))
        {
            context.Fail("a date is YYYY, YYYY-MM, YYYY-MM-DD or YYYY-MM-DDThh:mm[:ss[.fff]][Z|+hh:mm|-hh:mm], with a prefix or without.");
            return null;
        }

        if (comparison == ValueComparison.Approximate) span = span.Approximate(context.Now);
        return new DateTest(comparison, span.From, span.To);
    }
}
