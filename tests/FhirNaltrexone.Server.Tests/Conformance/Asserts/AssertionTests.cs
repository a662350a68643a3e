using FhirNaltrexone.Server.Conformance.Reports;
using FhirNaltrexone.Server.Tests.Conformance.Running;

namespace FhirNaltrexone.Server.Tests.Conformance.Asserts;

/// <summary>Each kind of claim, once holding and once not.</summary>
public sealed class AssertionTests
{
    private const string Bundle = """
        {"resourceType":"Bundle","type":"searchset","link":[{"relation":"self","url":"http://a"},{"relation":"first","url":"http://a"},{"relation":"next","url":"http://a"},{"relation":"last","url":"http://a"}],
         "entry":[{"resource":{"resourceType":"Patient","id":"p","name":[{"family":"A"},{"family":"B","given":["C","D"]}]}}]}
        """;

    [Theory]
    [InlineData("""  "response":"okay" """, """  "response":"created" """)]
    [InlineData("""  "responseCode":"200,201" """, """  "responseCode":"204" """)]
    [InlineData("""  "responseCode":"404","operator":"notEquals" """, """  "responseCode":"200","operator":"notEquals" """)]
    [InlineData("""  "contentType":"json" """, """  "contentType":"xml" """)]
    [InlineData("""  "headerField":"content-type","operator":"contains","value":"fhir" """, """  "headerField":"ETag" """)]
    [InlineData("""  "expression":"Bundle.entry.resource.id","value":"p" """, """  "expression":"Bundle.entry.resource.id","value":"q" """)]
    [InlineData("""  "expression":"Bundle.entry.exists()" """, """  "expression":"Bundle.total.exists()" """)]
    [InlineData("""  "expression":"Bundle.type","compareToSourceId":"seen","compareToSourceExpression":"Bundle.type" """, """  "expression":"Bundle.type","compareToSourceId":"more","compareToSourceExpression":"Patient.gender" """)]
    [InlineData("""  "resource":"Bundle" """, """  "resource":"Patient" """)]
    [InlineData("""  "requestMethod":"get" """, """  "requestMethod":"post" """)]
    [InlineData("""  "requestURL":"http://server.example.org/fhir/Patient" """, """  "requestURL":"Patient" """)]
    [InlineData("""  "direction":"request","headerField":"Accept","value":"application/fhir+json" """, """  "direction":"request","headerField":"Accept","value":"text/xml" """)]
    [InlineData("""  "validateProfileId":"bundle" """, """  "validateProfileId":"bundle","sourceId":"minimum" """)]
    public async Task A_claim_holds_or_fails(string good, string bad)
    {
        Assert.Equal(ActionOutcome.Pass, await CheckAsync(good));
        Assert.Equal(ActionOutcome.Fail, await CheckAsync(bad));
    }

    [Theory]
    [InlineData("""{"relation":"next","url":"http://a"}""", false)]
    [InlineData("""{"relation":"next","url":"http://a"},{"relation":"first","url":"http://a"},{"relation":"last","url":"http://a"}""", true)]
    public async Task Links_for_turning_pages_are_first_next_and_last(string links, bool holds)
        => Assert.Equal(holds ? ActionOutcome.Pass : ActionOutcome.Fail, await CheckAsync(""" "navigationLinks":true """, $$"""{"resourceType":"Bundle","type":"searchset","link":[{{links}}]}"""));

    [Theory]
    [InlineData("minimum", true)]
    [InlineData("more", false)]
    public async Task All_of_a_fixture_must_be_there_in_whatever_order(string fixture, bool holds)
        => Assert.Equal(
            holds ? ActionOutcome.Pass : ActionOutcome.Fail,
            await CheckAsync($""" "minimumId":"{fixture}" """, """{"resourceType":"Patient","id":"p","gender":"female","name":[{"family":"A"},{"family":"B","given":["C","D"]}]}"""));

    private static async Task<ActionOutcome> CheckAsync(string claim, string answer = Bundle)
    {
        using var server = new FakeServer(_ => (200, answer));
        var report = await ScriptBench.RunAsync(server, $$$"""
            "contained":[{"resourceType":"Patient","id":"p","name":[{"given":["D"]}]},{"resourceType":"Patient","id":"q","gender":"male","name":[{"given":["E"]}]}],
            "fixture":[{"id":"minimum","autocreate":false,"autodelete":false,"resource":{"reference":"#p"}},{"id":"more","autocreate":false,"autodelete":false,"resource":{"reference":"#q"}}],
            "profile":[{"id":"bundle","reference":"http://hl7.org/fhir/StructureDefinition/Bundle"}],
            "test":[{"action":[{"operation":{"type":{"code":"search"},"resource":"Patient","responseId":"seen","encodeRequestUrl":true}},{"assert":{{{{claim}}},"warningOnly":false}}]}]
            """);
        return report.Tests[0].Actions[1].Outcome;
    }
}
