using System.Text;
using FhirNaltrexone.Validation.Outcomes;
using FhirNaltrexone.Validation.Terminology;

namespace FhirNaltrexone.Validation.Tests.Terminology.ValueSets;

public sealed class ExpansionTests
{
    [Theory]
    [InlineData("urn:two", "1742-6 1920-8")]
    [InlineData("urn:two|1", "1742-6 1920-8")]
    [InlineData("ValueSet/two", "1742-6 1920-8")]
    [InlineData("urn:all", "animal bird owl dodo fish Stone")]
    [InlineData("urn:birds", "bird owl dodo")]
    [InlineData("urn:below", "bird owl dodo fish")]
    [InlineData("urn:not-birds", "animal fish Stone")]
    [InlineData("urn:above", "animal bird owl")]
    [InlineData("urn:in", "owl fish")]
    [InlineData("urn:not-in", "animal bird dodo Stone")]
    [InlineData("urn:equal", "owl")]
    [InlineData("urn:two-legs", "bird owl dodo")]
    [InlineData("urn:legless", "animal fish Stone")]
    [InlineData("urn:sounding", "owl")]
    [InlineData("urn:related", "fish")]
    [InlineData("urn:children", "owl dodo")]
    [InlineData("urn:regex", "bird owl")]
    [InlineData("urn:whole-regex", "")]
    [InlineData("urn:both-filters", "owl")]
    [InlineData("urn:circling", "a b")]
    [InlineData("urn:without", "animal fish")]
    [InlineData("urn:both", "bird owl dodo")]
    [InlineData("urn:union", "1742-6 1920-8 bird owl dodo")]
    [InlineData("urn:active", "bird owl")]
    [InlineData("urn:nobody", "owl")]
    [InlineData("urn:versioned", "animal bird owl dodo fish Stone")]
    [InlineData("urn:listed", "group x y")]
    [InlineData("urn:lenient-all", "Yes No")]
    [InlineData("urn:expanded", "2 3")]
    [InlineData("urn:of-expanded", "2 3")]
    [InlineData("urn:outdated", "owl")]
    public void A_value_set_expands(string url, string codes) => Assert.Equal(codes, Codes(Expand(url)));

    [Theory]
    [InlineData("urn:page")]
    [InlineData("urn:later-page")]
    [InlineData("urn:filtered")]
    [InlineData("urn:unclosed")]
    [InlineData("urn:fragment")]
    [InlineData("urn:sample")]
    [InlineData("urn:snomed")]
    [InlineData("urn:loinc")]
    [InlineData("urn:units")]
    [InlineData("urn:part-of")]
    [InlineData("urn:odd-property")]
    [InlineData("urn:odd-operation")]
    [InlineData("urn:odd-regex")]
    [InlineData("urn:look-around")]
    [InlineData("urn:unknown-top")]
    [InlineData("urn:other-version")]
    [InlineData("urn:perhaps-without")]
    [InlineData("urn:ring")]
    [InlineData("urn:gnir")]
    [InlineData("urn:missing")]
    [InlineData("urn:nothing-named")]
    [InlineData("urn:bare")]
    [InlineData("http://snomed.info/sct?fhir_vs")]
    public void What_cannot_be_told_is_refused_and_not_empty(string url)
    {
        var refusal = Shelf.Service.Expand(url, new()).Refusal!;

        Assert.Equal(422, refusal.Status);
        Assert.Equal(IssueCodes.NotSupported, refusal.Issues[0].Code);
        Assert.EndsWith(".", refusal.Issues[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("urn:nowhere")]
    [InlineData("urn:two|2")]
    [InlineData("ValueSet/three")]
    [InlineData("")]
    public void A_value_set_that_is_not_here_is_not_found(string url) => Assert.Equal(404, Shelf.Service.Expand(url, new()).Refusal!.Status);

    [Theory]
    [InlineData("night", "owl")]
    [InlineData("OWL", "owl")]
    [InlineData("eule", "owl")]
    [InlineData("owl nig", "owl")]
    [InlineData("ight", "")]
    [InlineData("bi", "bird")]
    [InlineData("", "animal bird owl dodo fish Stone")]
    public void A_filter_finds_words_by_their_start(string filter, string codes)
        => Assert.Equal(codes, Codes(Expand("urn:all", new() { Filter = filter })));

    [Theory]
    [InlineData(0, 2, "animal bird")]
    [InlineData(4, 9, "fish Stone")]
    [InlineData(9, 9, "")]
    [InlineData(null, 0, "")]
    [InlineData(5, null, "Stone")]
    public void A_page_tells_of_all(int? offset, int? count, string codes)
    {
        var page = Expand("urn:all", new() { Offset = offset, Count = count });

        Assert.Equal(codes, Codes(page));
        Assert.Equal(6, page.Total);
    }

    [Fact]
    public void Codes_out_of_use_and_groups_are_marked_and_can_be_left_out()
    {
        var whole = Expand("urn:all").Codes;

        Assert.Equal(["animal"], whole.Where(code => code.IsAbstract).Select(code => code.Code));
        Assert.Equal(["dodo"], whole.Where(code => code.IsInactive).Select(code => code.Code));
        Assert.Equal("bird owl fish Stone", Codes(Expand("urn:all", new() { IsActiveOnly = true, IsWithoutAbstract = true })));
    }

    [Fact]
    public void A_nested_expansion_has_each_code_once_below_what_subsumes_it()
    {
        Assert.Equal("animal(bird(owl dodo) fish) Stone", Tree(Expand("urn:all", new() { IsNested = true }).Codes));
        Assert.Equal("bird(owl dodo)", Tree(Expand("urn:birds", new() { IsNested = true }).Codes));
        Assert.Equal("a(b)", Tree(Expand("urn:circling", new() { IsNested = true }).Codes));
        Assert.Equal(6, Expand("urn:all", new() { IsNested = true }).Total);
    }

    [Fact]
    public void The_display_of_the_value_set_comes_first()
    {
        var code = Assert.Single(Expand("urn:alone").Codes);

        Assert.Equal("Aye", code.Display);
        Assert.Single(code.Designations);
    }

    [Fact]
    public void More_codes_than_allowed_cost_too_much_whatever_page_is_asked_for()
    {
        var refusal = Shelf.Service.Expand("urn:all", new() { Limit = 5, Count = 1 }).Refusal!;

        Assert.Equal((422, IssueCodes.TooCostly), (refusal.Status, refusal.Issues[0].Code));
        Assert.Equal(6, Expand("urn:all", new() { Limit = 6 }).Total);
    }

    [Fact]
    public void A_value_set_of_the_client_may_draw_on_those_known()
        => Assert.Equal("bird owl dodo", Codes(Shelf.Service.Expand(Shelf.Json(Shelf.Set("mine", """{"valueSet":["urn:birds"]}""")), new()).Value!));

    [Fact]
    public void Value_sets_that_branch_to_the_same_ones_again_and_again_take_no_time()
    {
        var sets = Enumerable.Range(0, 60).Select(level => Shelf.Set($"{level}", $$"""{"valueSet":["urn:{{level + 1}}"]},{"valueSet":["urn:{{level + 1}}"]}"""));
        var service = Shelf.Of(sets.Append(Shelf.Set("60", """{"system":"s","concept":[{"code":"x"}]}""")));

        Assert.Equal(CodeVerdict.Yes, service.Validate("urn:0", "s", "x").Verdict);
        Assert.Equal(CodeVerdict.No, service.Validate("urn:0", "s", "y").Verdict);
        Assert.Equal(1, service.Expand("urn:0", new()).Value!.Total);
    }

    [Fact]
    public void A_chain_of_value_sets_that_is_too_long_is_undecided()
    {
        var sets = Enumerable.Range(0, 20_000).Select(level => Shelf.Set($"{level}", $$"""{"valueSet":["urn:{{level + 1}}"]}"""));
        var service = Shelf.Of(sets);

        Assert.Equal(CodeVerdict.Unknown, service.Validate("urn:0", "s", "x").Verdict);
        Assert.Equal(422, service.Expand("urn:0", new()).Refusal!.Status);
    }

    [Fact]
    public void A_hierarchy_of_any_depth_is_walked()
    {
        var concepts = string.Join(',', Enumerable.Range(0, 20_000).Select(level => $$$"""{"code":"{{{level}}}","property":[{"code":"parent","valueCode":"{{{level - 1}}}"}]}"""));
        var service = Shelf.Of($$"""{"resourceType":"CodeSystem","url":"urn:deep","valueSet":"urn:deep-all","content":"complete","concept":[{{concepts}}]}""");

        Assert.Equal(20_000, service.Expand("urn:deep-all", new() { IsNested = true, Limit = 20_000 }).Value!.Total);
        Assert.Equal("subsumes", service.Subsumes("urn:deep", "0", "19999").Value);
    }

    private static Expansion Expand(string url, ExpansionRequest? request = null) => Shelf.Service.Expand(url, request ?? new()).Value!;

    private static string Codes(Expansion expansion) => string.Join(' ', expansion.Codes.Select(code => code.Code));

    private static string Tree(IReadOnlyList<ExpandedCode> codes)
    {
        var text = new StringBuilder();
        foreach (var code in codes)
        {
            text.Append(text.Length == 0 ? "" : " ").Append(code.Code);
            if (code.Contains.Count > 0) text.Append('(').Append(Tree(code.Contains)).Append(')');
        }

        return text.ToString();
    }
}
