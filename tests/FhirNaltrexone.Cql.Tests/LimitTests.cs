namespace FhirNaltrexone.Cql.Tests;

/// <summary>An evaluation ends, whoever wrote the library.</summary>
public sealed class LimitTests
{
    private static readonly string Numbers = Elm.List([.. Enumerable.Range(0, 100).Select(Elm.Int)]);

    // 100 million rows.
    private static readonly string Product = $$"""
        { "type": "Count", "source": { "type": "Query", "relationship": [], "let": [],
            "source": [ {{string.Join(", ", "ABCD".Select(alias => $$"""{ "alias": "{{alias}}", "expression": {{Numbers}} }"""))}} ] } }
        """;

    private static readonly CqlEngine Compiled = CqlEngine.Load([Elm.Library("Test", [Elm.Define("It", Product), Elm.Define("Small", Elm.Int(1))])], Engine.ValueSet);

    [Fact]
    public void Rows_beyond_the_limit_end_it() => Ends(new(TimeSpan.FromHours(1), 100_000), "more rows");

    [Fact]
    public void Time_beyond_the_limit_ends_it() => Ends(new(TimeSpan.FromMilliseconds(20), long.MaxValue), "longer");

    [Fact]
    public void What_stays_within_the_limits_is_evaluated()
    {
        var evaluation = Compiled.Begin(CqlData.Empty, Engine.Now, CqlParameters.Empty, new(TimeSpan.FromHours(1), 1));

        Assert.Equal(1, evaluation.Evaluate(Compiled.Find("Test", "Small")!));
    }

    private static void Ends(CqlLimits limits, string why)
    {
        var evaluation = Compiled.Begin(CqlData.Empty, Engine.Now, CqlParameters.Empty, limits);

        var error = Assert.Throws<CqlException>(() => evaluation.Evaluate(Compiled.Find("Test", "It")!));
        Assert.Contains(why, error.Message, StringComparison.Ordinal);
        Assert.Equal(1, evaluation.Evaluate(Compiled.Find("Test", "Small")!));
    }
}
