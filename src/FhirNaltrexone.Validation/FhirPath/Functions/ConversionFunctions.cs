using FhirNaltrexone.Validation.FhirPath.Compilation;
using FhirNaltrexone.Validation.FhirPath.Nodes;
using FhirNaltrexone.Validation.FhirPath.Values;

namespace FhirNaltrexone.Validation.FhirPath.Functions;

/// <summary>Functions that convert values (FHIRPath N1, 5.5), and those that ask whether they could.</summary>
internal static class ConversionFunctions
{
    private delegate FhirPathValue Conversion(in FhirPathValue value);

    public static IReadOnlyList<FunctionEntry> Entries { get; } =
    [
        .. Pair("Boolean", Conversions.ToBoolean),
        .. Pair("Integer", Conversions.ToInteger),
        .. Pair("Decimal", Conversions.ToDecimal),
        .. Pair("Date", Conversions.ToDate),
        .. Pair("DateTime", Conversions.ToDateTime),
        .. Pair("Time", Conversions.ToTime),
        .. Pair("String", Conversions.ToText),
        FunctionEntry.Scalar("toQuantity", 0, 1, ToQuantity),
        FunctionEntry.Scalar("convertsToQuantity", 0, 1, (in value, in unit, in other, call) => FhirPathValue.Of(ToQuantity(value, unit, other, call).IsSomething)),
    ];

    private static IEnumerable<FunctionEntry> Pair(string type, Conversion conversion) =>
    [
        FunctionEntry.Scalar("to" + type, 0, (in value, in _, in _, _) => conversion(value)),
        FunctionEntry.Scalar("convertsTo" + type, 0, (in value, in _, in _, _) => FhirPathValue.Of(conversion(value).IsSomething)),
    ];

    /// <summary>The quantity, in the unit that is given as argument.</summary>
    private static FhirPathValue ToQuantity(in FhirPathValue value, in FhirPathValue unit, in FhirPathValue other, CallSite call)
    {
        var quantity = Conversions.ToQuantity(value);
        if (!unit.IsSomething || !quantity.IsSomething) return quantity;
        var name = unit.Text ?? throw call.Fault("A unit is expected as argument.");
        try
        {
            return quantity.Quantity!.In(name) is { } converted ? FhirPathValue.Of(converted) : default;
        }
        catch (OverflowException)
        {
            return default;
        }
    }
}
