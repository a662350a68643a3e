using System.Text.Json.Nodes;
using FhirNaltrexone.Knowledge.Tests.Fixtures;

namespace FhirNaltrexone.Knowledge.Tests.Thresholds;

public sealed class ThresholdTests
{
    private static readonly JsonObject IntegerList = Elm.ListOf("{urn:hl7-org:elm-types:r1}Integer");

    private readonly TestContent _content = new();

    public ThresholdTests()
    {
        _content.Libraries["NaltrexoneThresholds"] = Elm.ParameterLibrary(
            "NaltrexoneThresholds",
            ("Critical Below", Elm.Named("Quantity")),
            ("Warn Below", Elm.Named("Quantity")),
            ("Profile", Elm.Named("String")),
            ("Months", IntegerList),
            ("Score", Elm.Named("Integer")),
            ("Ratio", Elm.Named("Decimal")));
        _content.Thresholds =
        [
            Entry("free.criticalDays", "Critical Below", "Quantity", 7, "days", 3, 30, below: "free.warnHours"),
            Entry("free.warnHours", "Warn Below", "Quantity", 240, "hours", 72, 1000),
            new JsonObject
            {
                ["key"] = "profile", ["library"] = "NaltrexoneThresholds", ["parameter"] = "Profile", ["type"] = "String", ["value"] = "strict",
                ["allowed"] = new JsonArray("strict", "label-literal"),
            },
            Entry("months", "Months", "IntegerList", new JsonArray(1, 3, 6), null, 1, 12),
            Entry("score", "Score", "Integer", 5, null, 1, 48),
            Entry("ratio", "Ratio", "Decimal", 3.5m, null, 1, 10),
        ];
    }

    [Fact]
    public void Defaults_and_overrides_within_bounds_load()
        => Assert.Single(_content.Load(("free.criticalDays", "10"), ("PROFILE", "label-literal"), ("months", "1, 2, 12"), ("ratio", "2.5")).Services);

    [Theory]
    [InlineData("free.unknown", "1", "no known threshold")]
    [InlineData("free.criticalDays", "soon", "not of type Quantity")]
    [InlineData("free.criticalDays", "1,000", "not of type Quantity")]
    [InlineData("free.criticalDays", "2", "between 3 and 30")]
    [InlineData("free.criticalDays", "31", "between 3 and 30")]
    [InlineData("free.criticalDays", "11", "exceeds free.warnHours")]
    [InlineData("free.warnHours", "167", "exceeds free.warnHours")]
    [InlineData("profile", "Strict", "one of strict, label-literal")]
    [InlineData("months", "1,6,3", "rising order")]
    [InlineData("months", "1,2.5", "not of type IntegerList")]
    [InlineData("months", "1,13", "between 1 and 12")]
    [InlineData("score", "5.5", "not of type Integer")]
    [InlineData("score", "", "not of type Integer")]
    [InlineData("ratio", "1e1", "not of type Decimal")]
    public void An_override_that_cannot_be_used_is_refused(string key, string value, string problem)
        => Assert.Contains(problem, Assert.Single(_content.Problems((key, value))).Message, StringComparison.Ordinal);

    [Fact]
    public void All_problems_are_reported_together()
        => Assert.Equal(["nothing", "profile", "score"], _content.Problems(("score", "0"), ("profile", "x"), ("nothing", "1")).Select(p => p.Artifact));

    [Fact]
    public void A_parameter_without_threshold_is_refused()
    {
        _content.Thresholds!.RemoveAt(5);

        Assert.Contains(_content.Problems(), p => p.Artifact == "NaltrexoneThresholds.\"Ratio\"" && p.Message.Contains("by 0 thresholds", StringComparison.Ordinal));
    }

    [Fact]
    public void A_parameter_with_two_thresholds_is_refused()
    {
        _content.Thresholds!.Add(Entry("ratio.again", "Ratio", "Decimal", 3.5m, null, 1, 10));

        Assert.Contains("by 2 thresholds", Assert.Single(_content.Problems()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_threshold_without_parameter_is_refused()
    {
        _content.Thresholds!.Add(Entry("lost", "Nowhere", "Decimal", 1, null, 1, 10));

        Assert.Equal("lost", Assert.Single(_content.Problems()).Artifact);
    }

    [Fact]
    public void A_threshold_of_another_type_than_its_parameter_is_refused()
    {
        _content.Thresholds![4]!["type"] = "Decimal";

        Assert.Contains("System.Integer", Assert.Single(_content.Problems()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_unit_that_is_no_duration_is_refused()
    {
        _content.Thresholds![0]!["unit"] = "fortnights";

        Assert.Contains(_content.Problems(), p => p.Message.Contains("fortnights", StringComparison.Ordinal));
    }

    private static JsonObject Entry(string key, string parameter, string type, JsonNode value, string? unit, decimal min, decimal max, string? below = null)
    {
        var entry = new JsonObject
        {
            ["key"] = key,
            ["library"] = "NaltrexoneThresholds",
            ["parameter"] = parameter,
            ["type"] = type,
            ["value"] = value,
            ["min"] = min,
            ["max"] = max,
        };
        if (unit is not null)
        {
            entry["unit"] = unit;
        }

        if (below is not null)
        {
            entry["below"] = below;
        }

        return entry;
    }
}
