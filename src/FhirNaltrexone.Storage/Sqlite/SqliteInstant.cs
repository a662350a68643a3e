using System.Globalization;

namespace FhirNaltrexone.Storage.Sqlite;

/// <summary>Instants as text that sorts by time: UTC, always seven decimals, so that the same instant has one spelling only.</summary>
internal static class SqliteInstant
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    public static string Write(DateTimeOffset instant) => instant.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    public static DateTimeOffset Read(string text)
        => DateTimeOffset.ParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
