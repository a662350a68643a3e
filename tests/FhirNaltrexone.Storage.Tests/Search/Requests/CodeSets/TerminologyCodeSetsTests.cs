using System.Text.Json;
using FhirNaltrexone.Storage.Search.Requests.CodeSets;
using FhirNaltrexone.Validation.Definitions;
using FhirNaltrexone.Validation.Terminology;

namespace FhirNaltrexone.Storage.Tests.Search.Requests.CodeSets;

public sealed class TerminologyCodeSetsTests
{
    private static readonly TerminologyCodeSets Sets = Of(
        """{"resourceType":"CodeSystem","url":"urn:animals","content":"complete","concept":[{"code":"animal","concept":[{"code":"bird","concept":[{"code":"owl"}]},{"code":"fish"}]}]}""",
        """{"resourceType":"ValueSet","id":"birds","url":"urn:birds","compose":{"include":[{"system":"urn:animals","filter":[{"property":"concept","op":"is-a","value":"bird"}]}]}}""",
        """{"resourceType":"ValueSet","url":"urn:loinc","compose":{"include":[{"system":"http://loinc.org"}]}}""");

    [Fact]
    public void Codes_come_with_their_system()
    {
        Assert.Equal([new("urn:animals", "bird"), new("urn:animals", "owl")], Sets.Expand("urn:birds").Codes!);
        Assert.Equal(Sets.Expand("urn:birds").Codes!, Sets.Expand("ValueSet/birds").Codes!);
        Assert.Equal([new("urn:animals", "owl"), new("urn:animals", "bird"), new("urn:animals", "animal")], Sets.Ancestors("urn:animals", "owl").Codes!);
        Assert.Equal([new("urn:animals", "bird"), new("urn:animals", "owl")], Sets.Descendants("urn:animals", "bird").Codes!);
    }

    [Fact]
    public void What_cannot_be_told_is_not_empty()
    {
        foreach (var answer in new[] { Sets.Expand("urn:nowhere"), Sets.Expand("urn:loinc"), Sets.Ancestors("urn:nowhere", "a"), Sets.Descendants("urn:animals", "unicorn") })
        {
            Assert.Null(answer.Codes);
            Assert.NotEmpty(answer.Problem!);
        }
    }

    [Fact]
    public void A_value_set_beyond_the_limit_is_refused() => Assert.Null(new TerminologyCodeSets(Service(Owls), 1).Expand("urn:owls").Codes);

    [Fact]
    public void Each_question_is_put_to_the_terminology_of_the_moment()
    {
        var service = Service();
        var sets = new TerminologyCodeSets(() => service(), 10);
        var before = sets.Expand("urn:owls");
        service = Service(Owls);

        Assert.Null(before.Codes);
        Assert.Equal(2, sets.Expand("urn:owls").Codes!.Count);
    }

    internal static TerminologyCodeSets Of(params string[] resources) => new(Service(resources), 1000);

    private static string Owls => """{"resourceType":"ValueSet","url":"urn:owls","compose":{"include":[{"system":"s","concept":[{"code":"a"},{"code":"b"}]}]}}""";

    private static Func<TerminologyService> Service(params string[] resources)
    {
        var service = new TerminologyService(DefinitionSet.Empty.With(resources.Select(text => JsonSerializer.Deserialize<JsonElement>(text))));
        return () => service;
    }
}
