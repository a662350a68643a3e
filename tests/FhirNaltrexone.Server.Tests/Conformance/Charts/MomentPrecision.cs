namespace FhirNaltrexone.Server.Tests.Conformance.Charts;

/// <summary>The precisions of a FHIR dateTime that tell when something happened.</summary>
public enum MomentPrecision
{
    /// <summary>Year and month.</summary>
    Month,

    /// <summary>A date.</summary>
    Day,

    /// <summary>Date, time and offset.</summary>
    Second,
}
