using System.Globalization;

namespace FhirNaltrexone.Server.Tests.Conformance.Charts;

/// <summary>A FHIR dateTime as a record may hold it: to the second with an offset, or only to the day or month.</summary>
/// <param name="Instant">The time meant, in the offset it is written in.</param>
/// <param name="Precision">How much of it is written.</param>
public sealed record Moment(DateTimeOffset Instant, MomentPrecision Precision)
{
    public override string ToString() => Instant.ToString(
        Precision switch
        {
            MomentPrecision.Month => "yyyy-MM",
            MomentPrecision.Day => "yyyy-MM-dd",
            _ => "yyyy-MM-ddTHH:mm:sszzz",
        },
        CultureInfo.InvariantCulture);
}
