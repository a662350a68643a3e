using FhirNaltrexone.Validation.Terminology;

namespace FhirNaltrexone.Validation.Tests.Terminology.ConceptMaps;

public sealed class TranslationTests
{
    private static readonly TerminologyService Service = Shelf.Of(
        """{"resourceType":"ConceptMap","url":"urn:map","sourceUri":"urn:from-set","targetCanonical":"urn:to-set","group":[{"source":"urn:from","target":"urn:to","element":[{"code":"a","target":[{"code":"A","display":"Big A","equivalence":"equal"},{"code":"AA","equivalence":"wider"}]},{"code":"b","target":[{"equivalence":"unmatched"}]},{"code":"c","target":[{"code":"C","equivalence":"narrower","dependsOn":[{"property":"urn:p","value":"v"}]}]},{"code":"d","target":[{"code":"D","equivalence":"disjoint"}]}],"unmapped":{"mode":"fixed","code":"other","display":"Other"}},{"source":"urn:from","target":"urn:third","element":[{"code":"a","target":[{"code":"3","equivalence":"specializes"}]}]}]}""",
        """{"resourceType":"ConceptMap","url":"urn:chain","group":[{"source":"urn:from","target":"urn:to","element":[],"unmapped":{"mode":"other-map","url":"urn:map"}}]}""",
        """{"resourceType":"ConceptMap","url":"urn:ring","group":[{"source":"urn:from","target":"urn:to","element":[],"unmapped":{"mode":"other-map","url":"urn:ring"}}]}""",
        """{"resourceType":"ConceptMap","url":"urn:same","group":[{"source":"urn:from","target":"urn:to","element":[],"unmapped":{"mode":"provided"}}]}""");

    [Theory]
    [InlineData("a", "equal A, wider AA, specializes 3", true)]
    [InlineData("b", "unmatched -", false)]
    [InlineData("c", "", false)]
    [InlineData("d", "disjoint D", false)]
    [InlineData("z", "relatedto other", true)]
    public void A_code_is_translated_as_the_map_says(string code, string matches, bool isFound)
    {
        var translation = Translate("urn:map", code);

        Assert.Equal(matches, Text(translation));
        Assert.Equal(isFound, translation.IsFound);
        Assert.Equal(code == "c", translation.IsConditional);
    }

    [Theory]
    [InlineData("urn:to", "A", "equal a")]
    [InlineData("urn:to", "AA", "narrower a")]
    [InlineData("urn:third", "3", "subsumes a")]
    [InlineData("urn:to", "a", "")]
    [InlineData("urn:from", "A", "")]
    public void Backwards_the_equivalence_is_seen_from_the_other_side(string system, string code, string matches)
        => Assert.Equal(matches, Text(Service.Translate(new([new(system, code)]) { Map = "urn:map", IsReverse = true }).Value!));

    [Theory]
    [InlineData("urn:chain", "a", "equal A, wider AA, specializes 3")]
    [InlineData("urn:ring", "a", "")]
    [InlineData("urn:same", "q", "relatedto q")]
    public void Codes_without_a_mapping_follow_the_rule_of_their_group(string map, string code, string matches)
        => Assert.Equal(matches, Text(Translate(map, code)));

    [Fact]
    public void The_target_can_be_narrowed()
    {
        var request = new TranslationRequest([new("urn:from", "a")]) { Map = "urn:map" };

        Assert.Equal("specializes 3", Text(Service.Translate(request with { TargetSystem = "urn:third" }).Value!));
        Assert.Equal("", Text(Service.Translate(request with { Target = "urn:another" }).Value!));
        Assert.Equal("", Text(Service.Translate(request with { Source = "urn:another" }).Value!));
        Assert.NotEqual("", Text(Service.Translate(request with { Source = "urn:from-set", Target = "urn:to-set" }).Value!));
    }

    [Fact]
    public void Without_a_map_all_are_asked_and_each_translation_comes_once()
    {
        var translation = Service.Translate(new([new("urn:from", "a"), new("urn:from", "a")])).Value!;

        Assert.Equal(translation.Matches.Distinct().Count(), translation.Matches.Count);
        Assert.Contains(translation.Matches, match => match is { Code: "A", Map: "urn:map" });
        Assert.Contains(translation.Matches, match => match is { Code: "a", Map: "urn:same" });
    }

    [Fact]
    public void A_code_of_another_system_is_not_translated() => Assert.Empty(Service.Translate(new([new("urn:other", "a")])).Value!.Matches);

    [Fact]
    public void A_map_that_is_not_here_is_not_found() => Assert.Equal(404, Service.Translate(new([new("urn:from", "a")]) { Map = "urn:nowhere" }).Refusal!.Status);

    private static Translation Translate(string map, string code) => Service.Translate(new([new("urn:from", code)]) { Map = map }).Value!;

    private static string Text(Translation translation)
        => string.Join(", ", translation.Matches.Select(match => $"{match.Equivalence} {match.Code ?? "-"}"));
}
