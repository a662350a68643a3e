using System.Globalization;
using FhirNaltrexone.Validation.Units;

namespace FhirNaltrexone.Validation.Tests.Units;

public class UcumTests
{
    [Theory]
    [InlineData("500", "mg", "0.5", "g")]
    [InlineData("5.4", "mg", "0.0054", "g")]
    [InlineData("1", "kg", "1000", "g")]
    [InlineData("37", "Cel", "310.15", "K")]
    [InlineData("98.6", "[degF]", "310.15", "K")]
    [InlineData("7", "[IU]", "7", "[IU]")]
    [InlineData("1", "mo", "2629800", "s")]
    [InlineData("-2", "cm", "-0.02", "m")]
    [InlineData("50", "%", "0.5", "1")]
    [InlineData("3", "10*3", "3000", "1")]
    [InlineData("3", "{score}", "3", "1")]
    public void Brings_quantities_into_base_units(string value, string code, string expected, string unit)
    {
        Assert.True(Ucum.TryCanonical(decimal.Parse(value, CultureInfo.InvariantCulture), code, out var canonical, out var canonicalUnit));

        Assert.Equal(decimal.Parse(expected, CultureInfo.InvariantCulture), canonical);
        Assert.Equal(unit, canonicalUnit);
    }

    [Theory]
    [InlineData("1000", "mg", "1", "g")]
    [InlineData("1", "ukat/L", "60", "U/L")]
    [InlineData("2.5", "kU/L", "2500", "U/L")]
    [InlineData("1", "mmol/L", "0.001", "mol/L")]
    [InlineData("120", "mm[Hg]", "0.12", "m[Hg]")]
    [InlineData("10", "mg/dL", "0.1", "g/L")]
    [InlineData("1", "[in_i]", "2.54", "cm")]
    [InlineData("1", "[lb_av]", "453.59237", "g")]
    [InlineData("1", "wk", "7", "d")]
    public void Equal_quantities_are_equal_numbers(string value, string code, string other, string otherCode)
    {
        Assert.True(Ucum.TryCanonical(decimal.Parse(value, CultureInfo.InvariantCulture), code, out var left, out var leftUnit));
        Assert.True(Ucum.TryCanonical(decimal.Parse(other, CultureInfo.InvariantCulture), otherCode, out var right, out var rightUnit));

        Assert.Equal(left, right);
        Assert.Equal(leftUnit, rightUnit);
    }

    [Theory]
    [InlineData("")]
    [InlineData("banana")]
    [InlineData("milligram")]
    [InlineData("B[10.nV]")]
    [InlineData("m99999999999")]
    [InlineData("m999999")]
    [InlineData("10*99999")]
    [InlineData("((((((((((((((((m")]
    [InlineData("m/0")]
    [InlineData("0")]
    [InlineData("mg{")]
    [InlineData("//")]
    [InlineData(".")]
    [InlineData("mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm")]
    public void Refuses_what_is_no_unit_without_failing(string code)
    {
        var isKnown = Ucum.TryCanonical(1, code, out _, out var unit);

        Assert.False(isKnown, unit);
    }

    [Fact]
    public void Says_no_when_the_result_is_out_of_range()
        => Assert.False(Ucum.TryCanonical(decimal.MaxValue, "kg", out _, out _));

    [Fact]
    public void Arbitrary_units_do_not_meet_the_enzyme_unit()
    {
        Assert.True(Ucum.TryCanonical(1, "[IU]/L", out _, out var arbitrary));
        Assert.True(Ucum.TryCanonical(1, "U/L", out _, out var enzyme));

        Assert.NotEqual(arbitrary, enzyme);
    }

    [Fact]
    public void No_text_makes_it_fail()
    {
        const string Characters = "mgLUkat/.()[]{}'*%^0123456789-+10*IUdHzCelh";
        var random = new Random(7);
        for (var index = 0; index < 3000; index++)
        {
            var code = new string([.. Enumerable.Range(0, random.Next(1, 12)).Select(_ => Characters[random.Next(Characters.Length)])]);
            var isKnown = Ucum.TryCanonical(1.5m, code, out _, out var unit);
            Assert.True(isKnown == unit.Length > 0, code);
        }
    }
}
