using System.Globalization;
using FhirNaltrexone.Cql;

namespace FhirNaltrexone.CqlSuite;

/// <summary>
/// A result as the <c>$cql</c> operation writes it: the type it goes out as, then its value. Numbers are compared as numbers
/// there, so trailing zeros go; date/times carry their zone once they have a time.
/// </summary>
internal static class ResultText
{
    public static string Of(object? value) => value switch
    {
        null => "null",
        bool truth => truth ? "boolean true" : "boolean false",
        int number => $"integer {number}",
        long number => $"integer64 {number}",
        decimal number => $"decimal {Plain(number)}",
        string text => $"string {text}",
        CqlDateTime moment => $"dateTime {moment}{(moment.HasOffset || moment.Precision <= CqlPrecision.Day ? "" : "+00:00")}",
        CqlDate date => $"date {date}",
        CqlTime time => $"time {time}",
        CqlQuantity quantity => $"quantity {Plain(quantity.Value)} {quantity.Unit ?? "1"}",
        CqlRatio ratio => $"ratio {Of(ratio.Numerator)} : {Of(ratio.Denominator)}",
        CqlCode code => $"coding {code.System}|{code.Code}|{code.Version}|{code.Display}",
        CqlConcept concept => $"concept {string.Join(", ", concept.Codes.Select(Of))} {concept.Display}",
        CqlInterval interval => $"interval {(interval.LowClosed ? '[' : '(')}{Of(interval.Low)}; {Of(interval.High)}{(interval.HighClosed ? ']' : ')')}",
        CqlUncertainty range => $"interval [integer {range.Low}; integer {range.High}]",
        CqlTuple tuple => $"tuple {{{string.Join("; ", tuple.Names.Order(StringComparer.Ordinal).Select(name => $"{name}: {Of(tuple[name])}"))}}}",
        IReadOnlyList<object?> list => $"list {{{string.Join("; ", list.Select(Of))}}}",
        _ => value.ToString() ?? "",
    };

    private static string Plain(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);
}
