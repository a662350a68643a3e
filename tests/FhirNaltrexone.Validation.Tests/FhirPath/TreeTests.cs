using FhirNaltrexone.Validation.Tests.FhirPath.Support;

namespace FhirNaltrexone.Validation.Tests.FhirPath;

/// <summary>Navigation in resources.</summary>
public sealed class TreeTests
{
    private const string Questionnaire = """
        {"resourceType":"Questionnaire","status":"draft","item":[
          {"linkId":"1","type":"group","item":[{"linkId":"1.1","type":"string"},{"linkId":"1.2","type":"group","item":[{"linkId":"1.2.1","type":"string"}]}]},
          {"linkId":"2","type":"string","initial":[{"valueString":"a"},{"valueString":"b"}]}]}
        """;

    private const string Patient = """
        {"resourceType":"Patient","id":"p",
         "name":[{"given":["A",null,"C"],"_given":[null,{"extension":[{"url":"http://example.org/x","valueCode":"b"}]},{"id":"c"}]}],
         "_gender":{"extension":[{"url":"http://example.org/x","valueString":"x"}]},
         "birthDate":"2000-01-01","_birthDate":{"id":"b","extension":[{"url":"http://example.org/t","valueDateTime":"2000-01-01T10:00:00Z"}]}}
        """;

    [Theory]
    [InlineData("item.linkId", "'1', '2'")]
    [InlineData("item.item.linkId", "'1.1', '1.2'")]
    [InlineData("item.where(linkId = '2').initial.value", "'a', 'b'")]
    [InlineData("item.initial.value.ofType(string)", "'a', 'b'")]
    [InlineData("item.initial.valueString", "{}")]
    [InlineData("nonsense.item", "{}")]
    [InlineData("repeat(item).linkId", "'1', '2', '1.1', '1.2', '1.2.1'")]
    [InlineData("descendants().linkId.count()", "5")]
    [InlineData("children().count()", "3")]
    [InlineData("item.children().count()", "8")]
    [InlineData("descendants().count()", "20")]
    [InlineData("status.children()", "{}")]
    [InlineData("item.trace('items').count()", "2")]
    public void Paths_lead_down_the_tree(string expression, string expected) => Assert.Equal(expected, Paths.Evaluate(expression, Questionnaire));

    [Theory]
    [InlineData("name.given.count()", "3")]
    [InlineData("name.given.where(hasValue())", "'A', 'C'")]
    [InlineData("name.given[1].extension.value", "'b'")]
    [InlineData("name.given[2].id", "'c'")]
    [InlineData("gender.exists()", "true")]
    [InlineData("gender.hasValue()", "false")]
    [InlineData("gender.extension('http://example.org/x').value", "'x'")]
    [InlineData("gender.extension('http://example.org/y').exists()", "false")]
    [InlineData("birthDate.extension.exists()", "true")]
    [InlineData("birthDate.children().count()", "2")]
    [InlineData("children().count()", "4")]
    [InlineData("birthDate.getValue()", "@2000-01-01")]
    [InlineData("gender.getValue()", "{}")]
    [InlineData("name.hasValue()", "false")]
    [InlineData("name.given.hasValue()", "false")]
    public void Primitives_have_ids_and_extensions_and_perhaps_no_value(string expression, string expected) => Assert.Equal(expected, Paths.Evaluate(expression, Patient));

    [Theory]
    [InlineData("entry[0].resource.id", "'a'")]
    [InlineData("entry.resource.ofType(Patient).active", "true")]
    [InlineData("entry.resource.where($this is Observation).value", "'v'")]
    [InlineData("entry.resource.contained.name", "'Org'")]
    public void Resources_in_bundles_are_what_they_say(string expression, string expected)
    {
        const string Bundle = """
            {"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Patient","id":"a","active":true,
              "contained":[{"resourceType":"Organization","id":"o","name":"Org"}]}},{"resource":{"resourceType":"Observation","valueString":"v"}}]}
            """;

        Assert.Equal(expected, Paths.Evaluate(expression, Bundle));
    }
}
