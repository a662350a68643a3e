using FhirNaltrexone.Validation.FhirPath.Compilation;
using FhirNaltrexone.Validation.FhirPath.Nodes;

namespace FhirNaltrexone.Validation.FhirPath.Functions;

/// <summary>Functions of numbers (FHIRPath N1, 5.7). What is out of range or not defined gives nothing.</summary>
internal static class MathFunctions
{
    public static IReadOnlyList<FunctionEntry> Entries { get; } =
    [
        FunctionEntry.Scalar("abs", 0, Absolute),
        FunctionEntry.Scalar("ceiling", 0, (in input, in _, in _, call) => Whole(decimal.Ceiling(Number(input, call)))),
        FunctionEntry.Scalar("floor", 0, (in input, in _, in _, call) => Whole(decimal.Floor(Number(input, call)))),
        FunctionEntry.Scalar("truncate", 0, (in input, in _, in _, call) => Whole(decimal.Truncate(Number(input, call)))),
        FunctionEntry.Scalar("round", 0, 1, Round),
        FunctionEntry.Scalar("exp", 0, (in input, in _, in _, call) => Real(Math.Exp((double)Number(input, call)))),
        FunctionEntry.Scalar("ln", 0, (in input, in _, in _, call) => Real(Math.Log((double)Number(input, call)))),
        FunctionEntry.Scalar("log", 1, (in input, in radix, in _, call) => Real(Math.Log((double)Number(input, call), (double)Number(radix, call)))),
        FunctionEntry.Scalar("sqrt", 0, (in input, in _, in _, call) => Real(Math.Sqrt((double)Number(input, call)))),
        FunctionEntry.Scalar("power", 1, Power),
    ];

    private static decimal Number(in FhirPathValue value, CallSite call) => value.Number ?? throw call.Fault("A number is expected here.");

    private static FhirPathValue Whole(decimal value) => value is >= int.MinValue and <= int.MaxValue ? FhirPathValue.Of((int)value) : default;

    private static FhirPathValue Real(double value) => Math.Abs(value) < (double)decimal.MaxValue ? FhirPathValue.Of((decimal)value) : default;

    private static FhirPathValue Absolute(in FhirPathValue input, in FhirPathValue first, in FhirPathValue second, CallSite call) => input.Kind switch
    {
        FhirPathKind.Integer => Whole(Math.Abs(input.Number!.Value)),
        FhirPathKind.Quantity => FhirPathValue.Of(input.Quantity! with { Value = Math.Abs(input.Quantity.Value) }),
        _ => FhirPathValue.Of(Math.Abs(Number(input, call))),
    };

    private static FhirPathValue Round(in FhirPathValue input, in FhirPathValue digits, in FhirPathValue second, CallSite call)
    {
        var places = digits.IsSomething ? digits.Integer : 0;
        if (places is not >= 0) throw call.Fault("The precision of rounding is an integer, not below 0.");
        return FhirPathValue.Of(decimal.Round(Number(input, call), Math.Min(places.Value, 28), MidpointRounding.AwayFromZero));
    }

    private static FhirPathValue Power(in FhirPathValue input, in FhirPathValue exponent, in FhirPathValue second, CallSite call)
    {
        var power = Math.Pow((double)Number(input, call), (double)Number(exponent, call));
        return input.Integer is not null && exponent.Integer >= 0 && Math.Abs(power) <= int.MaxValue ? FhirPathValue.Of((int)power) : Real(power);
    }
}
