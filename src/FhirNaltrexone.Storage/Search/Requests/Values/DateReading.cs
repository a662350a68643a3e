using FhirNaltrexone.Storage.Indexing;
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
        // The plus sign of an offset, written as it is in a URL, arrives as a space.
        if (!DateSpan.TryParse(text.Replace(' ', '+'), context.Zone, out var from, out var to))
        {
            context.Fail("a date is YYYY, YYYY-MM, YYYY-MM-DD or YYYY-MM-DDThh:mm[:ss[.fff]][Z|+hh:mm|-hh:mm], with a prefix or without.");
            return null;
        }

        var widening = comparison == ValueComparison.Approximate ? Distance(context.Now, from, to) / 10 : 0;
        return new DateTest(comparison, from - widening, to + widening);
    }

    /// <summary>How far a span is from now; a tenth of it is what <c>ap</c> allows on both sides.</summary>
    private static long Distance(DateTimeOffset now, long from, long to)
    {
        var instant = now.ToUnixTimeMilliseconds();
        return Math.Max(0, Math.Max(from - instant, instant - to));
    }
}
