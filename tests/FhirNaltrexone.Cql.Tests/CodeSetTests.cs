namespace FhirNaltrexone.Cql.Tests;

/// <summary>Membership of codes.</summary>
public sealed class CodeSetTests
{
    private static readonly CodeSet Set = new([new CqlCode("1", "a"), new CqlCode("1", "b"), new CqlCode("1", "a", "v2"), new CqlCode("2"), new CqlCode(null, "a")]);

    [Theory]
    [InlineData("a", "1", true)]
    [InlineData("b", "1", true)]
    [InlineData("c", "1", false)]
    [InlineData(null, "1", false)]
    [InlineData(null, "2", true)]
    [InlineData("a", "2", false)]
    [InlineData("a", null, false)]
    public void A_code_belongs_with_its_system_only(string? system, string? code, bool expected) => Assert.Equal(expected, Set.Contains(system, code));

    [Fact]
    public void Duplicates_and_codes_without_code_do_not_count() => Assert.Equal(3, Set.Count);
}
