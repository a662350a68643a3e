namespace FhirNaltrexone.Cql.Tests;

/// <summary>Truth tables of CQL 1.5, section "Logical operators": rows and columns are true, false, null.</summary>
public sealed class LogicTests
{
    private static readonly bool?[] Values = [true, false, null];

    [Theory]
    [InlineData("And", "TFN FFF NFN")]
    [InlineData("Or", "TTT TFN TNN")]
    [InlineData("Xor", "FTN TFN NNN")]
    [InlineData("Implies", "TFN TTT TNN")]
    public void Follows_the_truth_table(string type, string table)
    {
        var expected = table.Replace(" ", "", StringComparison.Ordinal);

        var actual = string.Concat(Values.SelectMany(left => Values.Select(right => Letter(Engine.Run(Elm.Node(type, Elm.Truth(left), Elm.Truth(right)))))));

        Assert.Equal(expected, actual);
    }

    [Theory]
    [InlineData("Not", "FTN")]
    [InlineData("IsTrue", "TFF")]
    [InlineData("IsFalse", "FTF")]
    [InlineData("IsNull", "FFT")]
    public void Follows_the_truth_table_of_one_operand(string type, string expected) =>
        Assert.Equal(expected, string.Concat(Values.Select(value => Letter(Engine.Run(Elm.Node(type, Elm.Truth(value)))))));

    [Fact]
    public void Does_not_evaluate_the_right_side_when_the_left_side_decides()
    {
        var error = Elm.Node("SingletonFrom", Elm.List(Elm.Int(1), Elm.Int(2)));

        Assert.Equal(false, Engine.Run(Elm.Node("And", Elm.Truth(false), error)));
        Assert.Equal(true, Engine.Run(Elm.Node("Or", Elm.Truth(true), error)));
    }

    [Fact]
    public void A_condition_that_is_null_takes_the_else_branch() => Assert.Equal(
        2, Engine.Run($$"""{ "type": "If", "condition": {{Elm.Null}}, "then": {{Elm.Int(1)}}, "else": {{Elm.Int(2)}} }"""));

    private static string Letter(object? value) => value switch { true => "T", false => "F", null => "N", _ => "?" };
}
