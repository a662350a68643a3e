namespace FhirNaltrexone.Validation.Tests.Terminology.CodeSystems;

public sealed class LookupTests
{
    [Fact]
    public void A_code_is_told_with_all_that_is_known_of_it()
    {
        var bird = Shelf.Service.Lookup("urn:animals", "bird").Value!;

        Assert.Equal(("Animals", "2", "Bird", "It has feathers."), (bird.Name, bird.Version, bird.Display, bird.Definition));
        Assert.Equal(["animal"], bird.Parents);
        Assert.Equal(["owl", "dodo"], bird.Children);
        Assert.Equal("legs", Assert.Single(bird.Properties).GetProperty("code").GetString());
        Assert.True(Shelf.Service.Lookup("urn:animals", "animal").Value!.IsAbstract);
        Assert.True(Shelf.Service.Lookup("urn:animals", "dodo").Value!.IsInactive);
        Assert.Single(Shelf.Service.Lookup("urn:animals", "owl").Value!.Designations);
    }

    [Fact]
    public void A_code_of_a_system_that_is_not_here_is_known_if_a_value_set_lists_it()
        => Assert.Equal("ALT", Shelf.Service.Lookup("http://loinc.org", "1742-6").Value!.Display);

    [Theory]
    [InlineData("urn:animals", "unicorn", null)]
    [InlineData("urn:animals", "owl", "1")]
    [InlineData("http://loinc.org", "0-0", null)]
    [InlineData("urn:some", "b", null)]
    [InlineData("", "b", null)]
    public void What_is_not_here_is_not_found(string system, string code, string? version)
        => Assert.Equal(404, Shelf.Service.Lookup(system, code, version).Refusal!.Status);

    [Theory]
    [InlineData("urn:animals", "bird", "owl", "subsumes")]
    [InlineData("urn:animals", "owl", "animal", "subsumed-by")]
    [InlineData("urn:animals", "owl", "owl", "equivalent")]
    [InlineData("urn:animals", "owl", "fish", "not-subsumed")]
    [InlineData("urn:graph", "mother", "child", "subsumes")]
    [InlineData("urn:graph", "father", "child", "subsumes")]
    [InlineData("urn:graph", "father", "mother", "not-subsumed")]
    [InlineData("urn:lenient", "yes", "YES", "equivalent")]
    [InlineData("urn:parts", "car", "car", "equivalent")]
    [InlineData("http://loinc.org", "1742-6", "1742-6", "equivalent")]
    public void Two_codes_relate(string system, string a, string b, string outcome) => Assert.Equal(outcome, Shelf.Service.Subsumes(system, a, b).Value);

    [Theory]
    [InlineData("urn:animals", "owl", "unicorn", "code-invalid")]
    [InlineData("urn:parts", "car", "wheel", "not-supported")]
    [InlineData("urn:some", "a", "b", "not-supported")]
    [InlineData("http://loinc.org", "1742-6", "1920-8", "not-supported")]
    [InlineData("http://snomed.info/sct", "1", "1", "not-supported")]
    public void Two_codes_whose_relation_is_unknown_are_refused(string system, string a, string b, string code)
    {
        var refusal = Shelf.Service.Subsumes(system, a, b).Refusal!;

        Assert.Equal((422, code), (refusal.Status, refusal.Issues[0].Code));
    }

    [Fact]
    public void A_hierarchy_leads_up_and_down()
    {
        Assert.Equal(["owl", "bird", "animal"], Shelf.Service.Ancestors("urn:animals", "owl").Value!);
        Assert.Equal(["animal", "bird", "fish", "owl", "dodo"], Shelf.Service.Descendants("urn:animals", "animal").Value!);
        Assert.Equal(["child", "mother", "father"], Shelf.Service.Ancestors("urn:graph", "child").Value!);
        Assert.False(Shelf.Service.Descendants("urn:some", "a").IsKnown);
        Assert.False(Shelf.Service.Descendants("urn:parts", "car").IsKnown);
        Assert.False(Shelf.Service.Descendants("urn:animals", "unicorn").IsKnown);
        Assert.False(Shelf.Service.Descendants("urn:nowhere", "x").IsKnown);
    }
}
