using System.Globalization;

namespace FhirNaltrexone.Storage.Resources;

/// <summary>Instants as versions have them: whole milliseconds, in UTC.</summary>
public static class FhirInstant
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary>The instant it is now, cut to whole milliseconds, so that a version just made is never older.</summary>
    /// <param name="clock">The clock.</param>
    public static DateTimeOffset Now(this TimeProvider clock)
        => DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());

    /// <summary>The text FHIR R4 has for it (datatypes, instant): <c>2026-03-01T08:00:00.000Z</c>.</summary>
    /// <param name="instant">Any instant; what is finer than a millisecond is cut off.</param>
    public static string Write(DateTimeOffset instant) => instant.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);
}
