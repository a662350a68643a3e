namespace FhirNaltrexone.Cql.Tests;

/// <summary>Quantities: units that convert, units that must not, and unknown ones.</summary>
public sealed class UnitTests
{
    [Theory]
    [InlineData(200, "U/L", 0.2, "kU/L", true)]
    [InlineData(60, "U/L", 1, "ukat/L", true)]
    [InlineData(1, "g", 1000, "mg", true)]
    [InlineData(24, "h", 1, "day", true)]
    [InlineData(1, "week", 7, "d", true)]
    [InlineData(200, "U/L", 200, "[IU]/L", null)]
    [InlineData(200, "U/L", 200, "u/L", null)]
    [InlineData(1, "[IU]/L", 1, "umol/L", null)]
    [InlineData(1, "U/L", 1, "bananas", null)]
    [InlineData(1, "bananas", 1, "bananas", true)]
    [InlineData(1, "year", 1, "a", null)]
    [InlineData(1, "mg", 1, "days", null)]
    public void Equality_converts_only_what_ucum_allows(double left, string leftUnit, double right, string rightUnit, bool? expected) =>
        Assert.Equal(expected, Engine.Run(Elm.Node("Equal", Elm.Quantity((decimal)left, leftUnit), Elm.Quantity((decimal)right, rightUnit))));

    [Fact]
    public void Units_that_do_not_convert_are_not_equivalent_and_have_no_order()
    {
        var (left, right) = (Elm.Quantity(1, "U/L"), Elm.Quantity(2, "mg"));

        Assert.Equal(false, Engine.Run(Elm.Node("Equivalent", left, right)));
        Assert.Null(Engine.Run(Elm.Node("Less", left, right)));
        Assert.Null(Engine.Run(Elm.Node("Add", left, right)));
        Assert.Null(Engine.Run(Elm.Node("ConvertQuantity", left, Elm.Text("mg"))));
    }

    /// <summary>What people or machines write into a unit must not end the rules that look at it.</summary>
    [Theory]
    [InlineData("U1234567890/L")]
    [InlineData("U-1234567890/L")]
    [InlineData("m999999999999")]
    [InlineData("10*-99999999999")]
    [InlineData("10*999/L")]
    [InlineData("1e400/L")]
    [InlineData("/")]
    [InlineData("./.")]
    [InlineData("...")]
    [InlineData("(")]
    [InlineData("{U}/")]
    [InlineData("%%%")]
    public void A_unit_that_is_none_converts_to_nothing(string unit)
    {
        Assert.Null(Engine.Run(Elm.Node("ConvertQuantity", Elm.Quantity(1, unit), Elm.Text("U/L"))));
        Assert.Null(Engine.Run(Elm.Node("Less", Elm.Quantity(1, "U/L"), Elm.Quantity(1, unit))));
    }

    [Fact]
    public void A_conversion_is_exact_to_twelve_digits() =>
        Assert.Equal(new CqlQuantity(60m, "U/L"), Engine.Run(Elm.Node("ConvertQuantity", Elm.Quantity(1, "ukat/L"), Elm.Text("U/L"))));

    [Theory]
    [InlineData("Multiply", "cm", "cm", "cm2")]
    [InlineData("Divide", "g", "mL", "g/mL")]
    [InlineData("Divide", "mg", "mg", "1")]
    public void Products_and_quotients_combine_units(string type, string left, string right, string expected) =>
        Assert.Equal(expected, Assert.IsType<CqlQuantity>(Engine.Run(Elm.Node(type, Elm.Quantity(6, left), Elm.Quantity(2, right)))).Unit);
}
