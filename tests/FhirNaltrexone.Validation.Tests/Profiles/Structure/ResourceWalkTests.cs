using System.Text;
using FhirNaltrexone.Validation.Content;
using FhirNaltrexone.Validation.Definitions;
using FhirNaltrexone.Validation.Outcomes;
using FhirNaltrexone.Validation.Profiles;

namespace FhirNaltrexone.Validation.Tests.Profiles.Structure;

public sealed class ResourceWalkTests
{
    private static readonly Validator Validator = new(DefinitionSet.Core);
    private static readonly ValidationRequest Structure = new() { Depth = ValidationDepth.Structure };

    [Theory]
    [InlineData("""{"resourceType":"Patient","foo":¦1}""", "NAL-STRUCT-UNKNOWN Patient.foo")]
    [InlineData("""{"resourceType":"Patient","name":¦{"family":"a"}}""", "NAL-STRUCT-ARRAY Patient.name")]
    [InlineData("""{"resourceType":"Patient","gender":¦["male"]}""", "NAL-STRUCT-SINGLE Patient.gender")]
    [InlineData("""{"resourceType":"Patient","contact":[¦"a"]}""", "NAL-STRUCT-OBJECT Patient.contact[0]")]
    [InlineData("""{"resourceType":"Patient","active":¦"true"}""", "NAL-STRUCT-LITERAL Patient.active")]
    [InlineData("""{"resourceType":"Patient","active":¦{"a":1}}""", "NAL-STRUCT-LITERAL Patient.active")]
    [InlineData("""{"resourceType":"Patient","birthDate":¦"2020-13-45"}""", "NAL-FORMAT Patient.birthDate")]
    [InlineData("""{"resourceType":"Patient","birthDate":¦"2020\u002d02-30"}""", "NAL-FORMAT Patient.birthDate")]
    [InlineData("""{"resourceType":"Patient","multipleBirthInteger":1,"multipleBirthBoolean":¦true}""", "NAL-STRUCT-CHOICE Patient")]
    [InlineData("""{"resourceType":"Patient","name":[¦{"id":"a"}]}""", "NAL-STRUCT-EMPTY Patient.name[0]")]
    [InlineData("""{"resourceType":"Patient","_active":¦{"id":"a"}}""", "NAL-STRUCT-EMPTY Patient.active")]
    [InlineData("""{"resourceType":"Patient","_name":¦[{"id":"a"}]}""", "NAL-STRUCT-COMPANION Patient._name")]
    [InlineData("""{"resourceType":"Patient","_active":¦1}""", "NAL-STRUCT-OBJECT Patient.active")]
    [InlineData("""{"resourceType":"Patient","_active":{"extension":[{"url":"urn:x","valueCode":"a"}],"value":¦true}}""", "NAL-STRUCT-UNKNOWN Patient.active.value")]
    [InlineData("""{"resourceType":"Patient","name":[{"given":¦["a",null]}]}""", "NAL-STRUCT-NULL Patient.name[0].given")]
    [InlineData("""{"resourceType":"Patient","name":[{"given":¦[null,"a"]}]}""", "NAL-STRUCT-NULL Patient.name[0].given")]
    [InlineData("""¦{"resourceType":"Observation","status":"final"}""", "NAL-CARD-MIN Observation.code")]
    [InlineData("""{"resourceType":"Patient","contained":[{"resourceType":¦"Quetzal","id":"x"}]}""", "NAL-STRUCT-RESOURCE-UNKNOWN Patient.contained[0]")]
    [InlineData("""{"resourceType":"Patient","contained":[¦{"id":"x"}]}""", "NAL-STRUCT-RESOURCE-TYPE Patient.contained[0]")]
    [InlineData("""{"resourceType":"Patient","contained":[¦"x"]}""", "NAL-STRUCT-OBJECT Patient.contained[0]")]
    [InlineData("""{"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Patient","foo":¦1}}]}""", "NAL-STRUCT-UNKNOWN Bundle.entry[0].resource.foo")]
    [InlineData("""{"resourceType":"Observation","status":"final","code":{"text":"a"},"component":[¦{"valueString":"a"}]}""", "NAL-CARD-MIN Observation.component[0].code")]
    [InlineData("""{"resourceType":"Questionnaire","status":"draft","item":[{"linkId":"1","type":"group","item":[¦{"linkId":"2"}]}]}""", "NAL-CARD-MIN Questionnaire.item[0].item[0].type")]
    public void A_defect_is_told_once_with_its_place(string marked, string expected)
    {
        var column = marked.IndexOf('¦', StringComparison.Ordinal) + 1;

        var issue = Assert.Single(Issues(marked.Replace("¦", "", StringComparison.Ordinal)));

        Assert.Equal($"{expected} 1:{column}", $"{issue.MessageId} {issue.Expression} {issue.Line}:{issue.Column}");
    }

    [Theory]
    [InlineData("""{"resourceType":"Patient"}""")]
    [InlineData("""{"resourceType":"Patient","name":[{"given":["a",null],"_given":[null,{"extension":[{"url":"urn:x","valueCode":"a"}]}]}]}""")]
    [InlineData("""{"resourceType":"Patient","name":[{"given":["a"],"_given":[null,{"extension":[{"url":"urn:x","valueCode":"a"}]}]}]}""")]
    [InlineData("""{"resourceType":"Patient","_birthDate":{"extension":[{"url":"urn:x","valueCode":"a"}]}}""")]
    [InlineData("""{"resourceType":"Patient","_birthDate":{"extension":[{"url":"urn:x","valueCode":"a"}]},"birthDate":"2020"}""")]
    [InlineData("""{"resourceType":"Parameters","parameter":[{"name":"a","resource":{"resourceType":"Bundle","type":"collection"}}]}""")]
    [InlineData("""{"resourceType":"Observation","status":"final","code":{"text":"a"},"valueQuantity":{"value":1.50e1}}""")]
    public void What_R4_allows_is_not_spoken_of(string json) => Assert.Empty(Issues(json));

    [Fact]
    public void No_more_issues_are_told_than_asked_for()
    {
        var issues = Validator.Validate(Content("""{"resourceType":"Patient","a":1,"b":1,"c":1,"d":1}"""), Structure with { MaxIssues = 2 });

        Assert.Equal(["NAL-STRUCT-UNKNOWN", "NAL-STRUCT-UNKNOWN", "NAL-LIMIT"], issues.Select(issue => issue.MessageId));
    }

    [Fact]
    public void Paths_begin_where_the_resource_is_part_of_another()
        => Assert.Equal("Bundle.entry[2].resource.a", Assert.Single(Validator.Validate(
            Content("""{"resourceType":"Patient","a":1}"""), Structure with { Within = "Bundle.entry[2].resource" })).Expression);

    [Fact]
    public void What_is_to_be_updated_needs_an_id_and_what_is_to_be_deleted_nothing()
    {
        var content = Content("""{"resourceType":"Patient","active":"no"}""");

        Assert.Equal("NAL-MODE-ID", Validator.Validate(content, Structure with { Mode = ValidationMode.Update })[0].MessageId);
        Assert.Empty(Validator.Validate(content, Structure with { Mode = ValidationMode.Delete }));
    }

    [Fact]
    public void Without_the_text_places_are_told_within_the_resource()
        => Assert.Equal(33, Assert.Single(Validator.Validate(Content("""   {"resourceType":"Patient","foo":1}""").Root, Structure)).Column);

    private static IReadOnlyList<Issue> Issues(string json) => Validator.Validate(Content(json), Structure);

    private static ResourceContent Content(string json) => new ContentReader(isStructureChecked: false).FromJson(Encoding.UTF8.GetBytes(json)).Content!;
}
