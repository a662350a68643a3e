namespace FhirNaltrexone.Knowledge.Evaluation;

/// <summary>Maps FHIR request priorities to card indicators.</summary>
internal static class Priorities
{
    /// <summary>The indicator of a priority; null when it is none of R4's.</summary>
    public static Indicator? ToIndicator(string? priority) => priority switch
    {
        "routine" => Indicator.Info,
        "urgent" or "asap" => Indicator.Warning,
        "stat" => Indicator.Critical,
        _ => null,
    };
}
