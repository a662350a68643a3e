using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Search.Parameters;

namespace FhirNaltrexone.Storage.Tests.Indexing;

public class OrderedExtractionTests
{
    [Theory]
    [InlineData("2024", "2024-01-01T00:00:00 2025-01-01T00:00:00")]
    [InlineData("2024-02", "2024-02-01T00:00:00 2024-03-01T00:00:00")]
    [InlineData("2023-12", "2023-12-01T00:00:00 2024-01-01T00:00:00")]
    [InlineData("2024-02-29", "2024-02-29T00:00:00 2024-03-01T00:00:00")]
    [InlineData("2013-01-14T10:00:00Z", "2013-01-14T10:00:00 2013-01-14T10:00:01")]
    [InlineData("2013-01-14T10:00:00.25+01:00", "2013-01-14T09:00:00.25 2013-01-14T09:00:00.251")]
    [InlineData("2013-01-14T23:30:00-05:30", "2013-01-15T05:00:00 2013-01-15T05:00:01")]
    [InlineData("2013-01-14T10:00", "2013-01-14T10:00:00 2013-01-14T10:01:00")]
    [InlineData("0001-01-01", "0001-01-01T00:00:00 0001-01-02T00:00:00")]
    public void Dates_are_as_wide_as_they_are_precise(string date, string expected)
        => Assert.Equal([expected], Extracted.Of("Observation", $$""" "effectiveDateTime":"{{date}}" """).Dates("date"));

    [Theory]
    [InlineData("2023-02-29")]
    [InlineData("2024-13")]
    [InlineData("0000")]
    [InlineData("24")]
    [InlineData("2024-1-1")]
    [InlineData("2024-01-01T25:00:00Z")]
    [InlineData("2024-01-01T10:00:00+15:00")]
    [InlineData("2024-01-01T10:00:00.Z")]
    [InlineData("2024-01-01 10:00")]
    [InlineData("yesterday")]
    public void What_is_no_date_is_only_present(string date)
    {
        var found = Extracted.Of("Observation", $$""" "effectiveDateTime":"{{date}}" """);

        Assert.Empty(found.Dates("date"));
        Assert.True(found.IsMarkedPresent("date"));
    }

    [Fact]
    public void The_last_year_ends_with_the_year_10000()
    {
        Assert.True(DateSpan.TryParse("9999", TimeZoneInfo.Utc, out var from, out var to));

        Assert.Equal(new DateTimeOffset(9999, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds(), from);
        Assert.Equal(365L * 24 * 3600 * 1000, to - from);
    }

    [Fact]
    public void Dates_without_zone_lie_in_the_zone_of_the_server()
    {
        var extractor = new IndexExtractor(SearchParameterSet.Core, new IndexingOptions { TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Vienna") });
        var found = Extracted.From("""{"resourceType":"Observation","effectiveDateTime":"2024-03-31"}""", extractor);

        // The day summer time begins has 23 hours.
        Assert.Equal(["2024-03-30T23:00:00 2024-03-31T22:00:00"], found.Dates("date"));
    }

    [Theory]
    [InlineData(""" "start":"2024-01-05","end":"2024-02" """, "2024-01-05T00:00:00 2024-03-01T00:00:00")]
    [InlineData(""" "start":"2024-01-05" """, "2024-01-05T00:00:00 ∞")]
    [InlineData(""" "end":"2024-01-05" """, "-∞ 2024-01-06T00:00:00")]
    public void Periods_are_open_where_a_limit_is_missing(string period, string expected)
        => Assert.Equal([expected], Extracted.Of("Encounter", $$""" "period":{ {{period}} } """).Dates("date"));

    [Fact]
    public void Of_a_timing_the_outer_limits_count()
    {
        // FHIR R4, search, date: every second day between 31-Jan and 24-Mar includes 1-Feb.
        var found = Extracted.Of("ServiceRequest", """
            "occurrenceTiming":{"event":["2013-04-01"],"repeat":{"boundsPeriod":{"start":"2013-01-31","end":"2013-03-24"},"frequency":1,"period":2,"periodUnit":"d"}}
            """);

        Assert.Equal(["2013-01-31T00:00:00 2013-04-02T00:00:00"], found.Dates("occurrence"));
    }

    [Theory]
    [InlineData("""{"probabilityDecimal":1e-2}""", "0.01..0.01")]
    [InlineData("""{"probabilityDecimal":0.250}""", "0.25..0.25")]
    [InlineData("""{"probabilityRange":{"low":{"value":1},"high":{"value":5}}}""", "1..5")]
    [InlineData("""{"probabilityRange":{"low":{"value":-1}}}""", "-1..∞")]
    public void Numbers_and_ranges(string prediction, string expected)
        => Assert.Equal([expected], Extracted.Of("RiskAssessment", $$""" "prediction":[{{prediction}}] """).Numbers("probability"));

    [Fact]
    public void A_number_beyond_all_decimals_is_only_present()
    {
        var found = Extracted.Of("RiskAssessment", """ "prediction":[{"probabilityDecimal":1e999999}] """);

        Assert.Empty(found.Numbers("probability"));
        Assert.True(found.IsMarkedPresent("probability"));
    }

    [Fact]
    public void A_quantity_is_found_by_code_unit_and_base_units()
    {
        // FHIR R4, search, quantity: 5.4 mg by code, by the unit's name, and as 0.0054 g.
        var found = Extracted.Of("Observation", """ "valueQuantity":{"value":5.4,"unit":"milligram","system":"http://unitsofmeasure.org","code":"mg"} """);

        Assert.Equal(
            ["Coded 5.4..5.4 http://unitsofmeasure.org|mg", "Text 5.4..5.4 |milligram", "Canonical 0.0054..0.0054 |g"],
            found.Quantities("value-quantity"));
    }

    [Theory]
    [InlineData("<", "-∞..5")]
    [InlineData("<=", "-∞..5")]
    [InlineData(">", "5..∞")]
    [InlineData(">=", "5..∞")]
    public void A_comparator_opens_one_side(string comparator, string expected)
        => Assert.Equal(
            [$"Coded {expected} |", $"Text {expected} |U/L"],
            Extracted.Of("Observation", $$""" "valueQuantity":{"value":5,"comparator":"{{comparator}}","unit":"U/L"} """).Quantities("value-quantity"));

    [Fact]
    public void Money_is_searched_by_its_currency()
        => Assert.Equal(
            ["Coded 12.5..12.5 urn:iso:std:iso:4217|EUR"],
            Extracted.Of("Invoice", """ "totalGross":{"value":12.50,"currency":"EUR"} """).Quantities("totalgross"));

    [Fact]
    public void Sampled_data_reach_from_the_least_to_the_greatest_sample()
        => Assert.Equal(
            ["Coded 6..14 |", "Text 6..14 |mV"],
            Extracted.Of("Observation", """ "valueSampledData":{"origin":{"value":10,"unit":"mV"},"period":1,"factor":2,"dimensions":1,"data":"1 -2 E 2"} """).Quantities("value-quantity"));

    [Fact]
    public void Places_give_positions_when_they_lie_on_the_earth()
    {
        var found = Extracted.Of("Location", """ "position":{"latitude":48.2,"longitude":16.37} """).Entries.Positions;

        Assert.Equal([new PositionEntry(ParameterKey.Of("Location/near"), 48.2, 16.37)], found);
        Assert.Empty(Extracted.Of("Location", """ "position":{"latitude":148.2,"longitude":16.37} """).Entries.Positions);
    }

    [Fact]
    public void A_resource_of_too_many_entries_is_said_to_be_so()
    {
        var tags = string.Join(',', Enumerable.Range(0, 10_001).Select(number => $$"""{"code":"{{number}}"}"""));

        Assert.True(Extracted.Of("Patient", $$""" "meta":{"tag":[{{tags}}]} """).Entries.IsOverLimit);
        Assert.False(Extracted.Of("Patient", """ "meta":{"tag":[{"code":"1"}]} """).Entries.IsOverLimit);
    }
}
