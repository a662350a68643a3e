namespace FhirNaltrexone.CqlSuite;

/// <summary>Tests the engine fails knowingly, each with the reason. A test that is not listed here must pass.</summary>
internal static class Divergences
{
    private const string Literal = "The literal lies outside Integer and is refused when the library is loaded; another test of the suite requires exactly that of 2147483648.";
    private const string PointType = "The boundaries stay of the interval's own point type (Decimal); the suite writes the expected ones as Integer.";

    private const string Digits = "The value has 36 digits; the platform's decimal holds 28, and the engine refuses what it would have to round.";

    /// <summary>Reason by <c>group/name</c>.</summary>
    public static IReadOnlyDictionary<string, string> Reasons { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["AggregateTests/RolledOutIntervals"] = "The translated expression works on DateTime (the starting value says so); the suite writes the expected list as Date.",
        ["Floor/FloorIntegerGreaterThanMaxInteger"] = Literal,
        ["Floor/FloorIntegerLessThanMinInteger"] = Literal,
        ["Uncertainty tests/DateTimeDurationBetweenUncertainInterval"] = "A date/time of day precision can be any time of that day, hence 16 to 44; four other tests of the suite (such as the sum 32 to 88) require 16.",
        ["Decimal/Decimal10Pow28ToZeroOneStepDecimalMaxValue"] = Digits,
        ["Decimal/DecimalPos10Pow28ToZeroOneStepDecimalMaxValue"] = Digits,
        ["Decimal/DecimalNeg10Pow28ToZeroOneStepDecimalMinValue"] = Digits,
        ["Expand/ExpandPer1"] = PointType,
        ["Expand/ExpandPer1IntervalOverload"] = PointType,
        ["Expand/ExpandPer1Open"] = PointType,
        ["Expand/ExpandPer1OpenIntervalOverload"] = PointType,
    };
}
