using System.Text.Json;
using FhirNaltrexone.Storage.Search.Requests.CodeSets;

namespace FhirNaltrexone.Storage.Tests.Search.Requests;

public sealed class ContentCodeSetsTests
{
    private static readonly ContentCodeSets Sets = Of(
        """{"resourceType":"CodeSystem","url":"urn:animals","content":"complete","hierarchyMeaning":"is-a","concept":[{"code":"animal","concept":[{"code":"bird","concept":[{"code":"owl"}]},{"code":"fish"}]},{"code":"Stone"}]}""",
        """{"resourceType":"CodeSystem","url":"urn:graph","content":"complete","concept":[{"code":"child","property":[{"code":"parent","valueCode":"mother"},{"code":"parent","valueCode":"father"}]},{"code":"mother"},{"code":"father"}]}""",
        """{"resourceType":"CodeSystem","url":"urn:parts","content":"complete","hierarchyMeaning":"part-of","concept":[{"code":"car","concept":[{"code":"wheel"}]}]}""",
        """{"resourceType":"CodeSystem","url":"urn:some","content":"fragment","concept":[{"code":"a"}]}""",
        """{"resourceType":"ValueSet","id":"two","url":"urn:two","version":"1","compose":{"include":[{"system":"http://loinc.org","concept":[{"code":"1742-6"},{"code":"1920-8"}]}]}}""",
        """{"resourceType":"ValueSet","url":"urn:all","compose":{"include":[{"system":"urn:animals"}]}}""",
        """{"resourceType":"ValueSet","url":"urn:birds","compose":{"include":[{"system":"urn:animals","filter":[{"property":"concept","op":"is-a","value":"bird"}]}]}}""",
        """{"resourceType":"ValueSet","url":"urn:below","compose":{"include":[{"system":"urn:animals","filter":[{"property":"concept","op":"descendent-of","value":"animal"}]}]}}""",
        """{"resourceType":"ValueSet","url":"urn:without","compose":{"include":[{"valueSet":["urn:all"]}],"exclude":[{"valueSet":["urn:birds"]},{"system":"urn:animals","concept":[{"code":"Stone"}]}]}}""",
        """{"resourceType":"ValueSet","url":"urn:both","compose":{"include":[{"system":"urn:animals","valueSet":["urn:all","urn:birds"]}]}}""",
        """{"resourceType":"ValueSet","url":"urn:union","compose":{"include":[{"valueSet":["urn:two"]},{"valueSet":["urn:birds"]}]}}""",
        """{"resourceType":"ValueSet","url":"urn:listed","expansion":{"total":2,"contains":[{"system":"s","code":"group","abstract":true,"contains":[{"system":"s","code":"x"},{"system":"s","code":"y"}]}]}}""",
        """{"resourceType":"ValueSet","url":"urn:page","expansion":{"total":200,"contains":[{"system":"s","code":"x"}]}}""",
        """{"resourceType":"ValueSet","url":"urn:fragment","compose":{"include":[{"system":"urn:some"}]}}""",
        """{"resourceType":"ValueSet","url":"urn:snomed","compose":{"include":[{"system":"http://snomed.info/sct","filter":[{"property":"concept","op":"is-a","value":"1"}]}]}}""",
        """{"resourceType":"ValueSet","url":"urn:regex","compose":{"include":[{"system":"urn:animals","filter":[{"property":"concept","op":"regex","value":".*"}]}]}}""",
        """{"resourceType":"ValueSet","url":"urn:ring","compose":{"include":[{"valueSet":["urn:gnir"]}]}}""",
        """{"resourceType":"ValueSet","url":"urn:gnir","compose":{"include":[{"valueSet":["urn:ring"]}]}}""",
        """{"resourceType":"ValueSet","url":"urn:bare"}""");

    [Theory]
    [InlineData("urn:two", "1742-6 1920-8")]
    [InlineData("urn:two|1", "1742-6 1920-8")]
    [InlineData("ValueSet/two", "1742-6 1920-8")]
    [InlineData("urn:all", "Stone animal bird fish owl")]
    [InlineData("urn:birds", "bird owl")]
    [InlineData("urn:below", "bird fish owl")]
    [InlineData("urn:without", "animal fish")]
    [InlineData("urn:both", "bird owl")]
    [InlineData("urn:union", "1742-6 1920-8 bird owl")]
    [InlineData("urn:listed", "x y")]
    public void A_value_set_expands(string url, string codes) => Assert.Equal(codes, Codes(Sets.Expand(url)));

    [Theory]
    [InlineData("urn:nowhere")]
    [InlineData("urn:two|2")]
    [InlineData("urn:page")]
    [InlineData("urn:fragment")]
    [InlineData("urn:snomed")]
    [InlineData("urn:regex")]
    [InlineData("urn:ring")]
    [InlineData("urn:bare")]
    public void What_cannot_be_told_is_not_empty(string url)
    {
        Assert.Null(Sets.Expand(url).Codes);
        Assert.NotEmpty(Sets.Expand(url).Problem!);
    }

    [Fact]
    public void A_hierarchy_leads_up_and_down()
    {
        Assert.Equal("animal bird owl", Codes(Sets.Ancestors("urn:animals", "owl")));
        Assert.Equal("animal bird fish owl", Codes(Sets.Descendants("urn:animals", "animal")));
        Assert.Equal("child father mother", Codes(Sets.Ancestors("urn:graph", "child")));
        Assert.Equal("child mother", Codes(Sets.Descendants("urn:graph", "mother")));
    }

    [Theory]
    [InlineData("urn:unknown", "a")]
    [InlineData("urn:some", "a")]
    [InlineData("urn:parts", "car")]
    [InlineData("urn:animals", "unicorn")]
    public void A_hierarchy_that_is_not_known_is_not_empty(string system, string code) => Assert.Null(Sets.Descendants(system, code).Codes);

    [Fact]
    public void A_value_set_beyond_the_limit_is_refused()
        => Assert.Null(new ContentCodeSets([Json("""{"resourceType":"ValueSet","url":"u","compose":{"include":[{"system":"s","concept":[{"code":"a"},{"code":"b"}]}]}}""")], 1).Expand("u").Codes);

    internal static ContentCodeSets Of(params string[] resources) => new(resources.Select(Json), 1000);

    private static JsonElement Json(string text) => JsonSerializer.Deserialize<JsonElement>(text);

    private static string Codes(CodeSetAnswer answer) => string.Join(' ', answer.Codes!.Select(code => code.Code).Order(StringComparer.Ordinal));
}
