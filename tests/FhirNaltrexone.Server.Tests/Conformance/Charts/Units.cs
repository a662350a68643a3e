namespace FhirNaltrexone.Server.Tests.Conformance.Charts;

/// <summary>Enzyme activity in other units. 1 U is 1 micromole per minute, 1 katal 1 mole per second.</summary>
internal static class Units
{
    /// <summary>The number to write in a unit for an activity in U/L; units of anything else keep the number.</summary>
    public static decimal FromActivity(decimal activity, string unit) => unit switch
    {
        "ukat/L" => activity / 60m,
        "nkat/L" => activity / 60m * 1000m,
        _ => activity,
    };
}
