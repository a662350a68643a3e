using System.Globalization;
using FhirNaltrexone.Storage.Indexing;

namespace FhirNaltrexone.Storage.Tests.Indexing;

/// <summary>Dates of parameters: each text stands for all instants it covers.</summary>
public sealed class DateSpanTests
{
    [Theory]
    [InlineData("2024", "2024-01-01T00:00:00Z", "2025-01-01T00:00:00Z")]
    [InlineData("2024-02", "2024-02-01T00:00:00Z", "2024-03-01T00:00:00Z")]
    [InlineData("2024-02-29", "2024-02-29T00:00:00Z", "2024-03-01T00:00:00Z")]
    [InlineData("2024-05-06T07:08", "2024-05-06T07:08:00Z", "2024-05-06T07:09:00Z")]
    [InlineData("2024-05-06T07:08:09Z", "2024-05-06T07:08:09Z", "2024-05-06T07:08:10Z")]
    [InlineData("2024-05-06T07:08:09.12+02:00", "2024-05-06T05:08:09.120Z", "2024-05-06T05:08:09.121Z")]
    [InlineData(" 2024-05-06T07:08:09 02:00", "2024-05-06T05:08:09Z", "2024-05-06T05:08:10Z")]
    [InlineData("9998", "9998-01-01T00:00:00Z", "9999-01-01T00:00:00Z")]
    [InlineData("9999", "9999-01-01T00:00:00Z", "9999-12-31T23:59:59.9999999Z")]
    [InlineData("9999-12-31T23:59:59.999Z", "9999-12-31T23:59:59.999Z", "9999-12-31T23:59:59.9999999Z")]
    public void Covers_what_its_precision_says(string text, string from, string to)
    {
        Assert.True(DateSpan.TryReadParameter(text, TimeZoneInfo.Utc, out var start, out var end));

        Assert.Equal((Instant(from), Instant(to)), (start, end));
    }

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("24-01-01")]
    [InlineData("2023-02-29")]
    [InlineData("2024-13")]
    [InlineData("2024-01-01T24:00:00Z")]
    [InlineData("9999-12-31T23:59:59-14:00")]
    [InlineData("0001-01-01T00:00:00+14:00")]
    [InlineData("2024-01-01T00:00:00.Z")]
    public void Anything_else_is_none(string text) => Assert.False(DateSpan.TryReadParameter(text, TimeZoneInfo.Utc, out _, out _));

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
