namespace FhirNaltrexone.Cql.Tests;

/// <summary>Queries: scopes of aliases, relations, sorting.</summary>
public sealed class QueryTests
{
    [Fact]
    public void An_inner_alias_hides_the_outer_one_only_inside()
    {
        var outer = Elm.List(Elm.Int(1), Elm.Int(2), Elm.Int(3));
        var inner = Elm.List(Elm.Int(2), Elm.Int(9));
        var hidden = $$"""
            { "type": "Query", "source": [ { "alias": "M", "expression": {{outer}} } ], "let": [],
              "relationship": [ { "type": "With", "alias": "M", "expression": {{inner}}, "suchThat": {{Elm.Node("Equal", Elm.Named("AliasRef", "M"), Elm.Int(9))}} } ],
              "where": {{Elm.Node("Less", Elm.Named("AliasRef", "M"), Elm.Int(3))}} }
            """;

        Assert.Equal([1, 2], Assert.IsAssignableFrom<IReadOnlyList<object?>>(Engine.Run(hidden)));
    }

    [Theory]
    [InlineData("With", new[] { 2 })]
    [InlineData("Without", new[] { 1, 3 })]
    public void Relations_keep_rows_with_or_without_a_partner(string type, int[] expected)
    {
        var query = $$"""
            { "type": "Query", "source": [ { "alias": "A", "expression": {{Elm.List(Elm.Int(1), Elm.Int(2), Elm.Int(3))}} } ], "let": [],
              "relationship": [ { "type": "{{type}}", "alias": "B", "expression": {{Elm.List(Elm.Int(2), Elm.Null)}},
                                  "suchThat": {{Elm.Node("Equal", Elm.Named("AliasRef", "A"), Elm.Named("AliasRef", "B"))}} } ] }
            """;

        Assert.Equal(expected.Cast<object?>(), (IReadOnlyList<object?>)Engine.Run(query)!);
    }

    [Fact]
    public void A_row_whose_condition_is_null_is_dropped() => Assert.Empty(
        (IReadOnlyList<object?>)Engine.Run(Elm.Query("A", Elm.List(Elm.Int(1)), $", \"where\": {Elm.Null}"))!);

    [Theory]
    [InlineData("asc", new[] { "b", "c", "a" })]
    [InlineData("desc", new[] { "a", "c", "b" })]
    public void Sorting_puts_null_first_when_ascending(string direction, string[] expected)
    {
        var rows = Elm.List(Row("a", Elm.Int(3)), Row("b", Elm.Null), Row("c", Elm.Int(1)));
        var query = Elm.Query("R", rows, $$""", "sort": { "by": [ { "type": "ByColumn", "path": "key", "direction": "{{direction}}" } ] }""");

        Assert.Equal(expected, ((IReadOnlyList<object?>)Engine.Run(query)!).Select(row => ((CqlTuple)row!)["name"]));
    }

    [Fact]
    public void A_return_clause_is_distinct_unless_it_says_all()
    {
        var source = Elm.List(Elm.Int(1), Elm.Int(2));

        Assert.Equal([7], (IReadOnlyList<object?>)Engine.Run(Elm.Query("A", source, $$""", "return": { "expression": {{Elm.Int(7)}} }"""))!);
        Assert.Equal([7, 7], (IReadOnlyList<object?>)Engine.Run(Elm.Query("A", source, $$""", "return": { "distinct": false, "expression": {{Elm.Int(7)}} }"""))!);
    }

    [Fact]
    public void An_aggregate_carries_its_result_from_row_to_row()
    {
        var step = Elm.Node("Add", Elm.Named("QueryLetRef", "Sum"), Elm.Named("AliasRef", "A"));
        var query = Elm.Query("A", Elm.List(Elm.Int(1), Elm.Int(2), Elm.Int(4)), $$""", "aggregate": { "identifier": "Sum", "starting": {{Elm.Int(10)}}, "expression": {{step}} }""");

        Assert.Equal(17, Engine.Run(query));
    }

    private static string Row(string name, string key) =>
        $$"""{ "type": "Tuple", "element": [ { "name": "name", "value": {{Elm.Text(name)}} }, { "name": "key", "value": {{key}} } ] }""";
}
