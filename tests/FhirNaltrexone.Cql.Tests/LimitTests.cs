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

    // Ten thousand rows, and of each as many related ones as there are numbers; none of them keeps it.
    private static readonly string Related = $$"""
        { "type": "Query", "let": [], "source": [ {{string.Join(", ", "AB".Select(alias => $$"""{ "alias": "{{alias}}", "expression": {{Numbers}} }"""))}} ],
          "relationship": [ { "type": "With", "alias": "R", "expression": {{Numbers}}, "suchThat": {{Elm.Truth(false)}} } ] }
        """;

    // A million numbers.
    private static readonly string Many = $$"""
        { "type": "Query", "relationship": [], "let": [],
          "source": [ {{string.Join(", ", "ABC".Select(alias => $$"""{ "alias": "{{alias}}", "expression": {{Numbers}} }"""))}} ],
          "return": { "distinct": false, "expression": { "type": "AliasRef", "name": "A" } } }
        """;

    // Fewer rows than pass until the clock is looked at, and in each a look through the million.
    private static readonly string Member = $$"""
        { "type": "Query", "relationship": [], "let": [],
          "source": [ { "alias": "A", "expression": {{Numbers}} }, { "alias": "B", "expression": {{Elm.List([.. Enumerable.Range(0, 9).Select(Elm.Int)])}} } ],
          "where": {{Elm.Node("In", Elm.Int(-1), Elm.Reference("Many"))}} }
        """;

    private static readonly CqlEngine Compiled = CqlEngine.Load(
        [Elm.Library("Test", [Elm.Define("It", Product), Elm.Define("Related", Related), Elm.Define("Many", Many), Elm.Define("Member", Member), Elm.Define("Small", Elm.Int(1))])],
        Engine.ValueSet);

    [Theory]
    [InlineData("It")]
    [InlineData("Related")]
    public void Rows_beyond_the_limit_end_it(string define) => Ends(define, new(TimeSpan.FromHours(1), 100_000), "more rows");

    [Theory]
    [InlineData("It")]
    [InlineData("Member")]
    public void Time_beyond_the_limit_ends_it(string define)
        => Ends(define, new(TimeSpan.FromSeconds(1), long.MaxValue), "longer");

    [Fact]
    public void What_stays_within_the_limits_is_evaluated()
    {
        var evaluation = Compiled.Begin(CqlData.Empty, Engine.Now, CqlParameters.Empty, new(TimeSpan.FromHours(1), 1));

        Assert.Equal(1, evaluation.Evaluate(Compiled.Find("Test", "Small")!));
    }

    private static void Ends(string define, CqlLimits limits, string why)
    {
        var evaluation = Compiled.Begin(CqlData.Empty, Engine.Now, CqlParameters.Empty, limits);

        var error = Assert.Throws<CqlException>(() => evaluation.Evaluate(Compiled.Find("Test", define)!));
        Assert.Contains(why, error.Message, StringComparison.Ordinal);
        Assert.Equal(1, evaluation.Evaluate(Compiled.Find("Test", "Small")!));
    }
}
