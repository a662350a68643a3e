using FhirNaltrexone.Validation.Elements;
using FhirNaltrexone.Validation.FhirPath;
using FhirNaltrexone.Validation.Tests.FhirPath.Support;

namespace FhirNaltrexone.Validation.Tests.FhirPath;

/// <summary>What FHIR R4 adds to the language (FHIR R4, 2.9.2 and 2.9.3).</summary>
public sealed class FhirFunctionTests
{
    private static readonly FhirElement Observation = Paths.Resource("""
        {"resourceType":"Observation","status":"final","subject":{"reference":"Patient/p"},"performer":[{"reference":"#o"},{"display":"x"}],
         "contained":[{"resourceType":"Organization","id":"o","name":"Org"}],"instantiatesCanonical":"http://example.org/unknown"}
        """);

    [Theory]
    [InlineData("%ucum", "'http://unitsofmeasure.org'")]
    [InlineData("%sct", "'http://snomed.info/sct'")]
    [InlineData("%loinc", "'http://loinc.org'")]
    [InlineData("%`vs-administrative-gender`", "'http://hl7.org/fhir/ValueSet/administrative-gender'")]
    [InlineData("%`ext-patient-birthTime`", "'http://hl7.org/fhir/StructureDefinition/patient-birthTime'")]
    [InlineData("%'vs-x'", "'http://hl7.org/fhir/ValueSet/x'")]
    [InlineData("%resource.status", "'final'")]
    [InlineData("%rootResource.status", "'final'")]
    [InlineData("contained.select(%resource.status)", "'final'")]
    [InlineData("contained.select(%context.status)", "'final'")]
    [InlineData("%mine", "'own'")]
    [InlineData("%other", "error")]
    public void Constants_and_variables(string expression, string expected) => Assert.Equal(expected, Evaluate(expression));

    [Theory]
    [InlineData("subject.resolve().active", "true")]
    [InlineData("performer.resolve().name", "'Org'")]
    [InlineData("performer.resolve().count()", "1")]
    [InlineData("subject.resolve() is Patient", "true")]
    [InlineData("'Patient/p'.resolve().active", "true")]
    public void References_lead_on_where_their_target_is_here(string expression, string expected) => Assert.Equal(expected, Evaluate(expression));

    [Theory]
    [InlineData("status.memberOf('http://example.org/yes')", "true")]
    [InlineData("status.memberOf('http://example.org/no')", "false")]
    [InlineData("status.memberOf('http://example.org/unknown')", "{}")]
    [InlineData("value.memberOf('http://example.org/yes')", "{}")]
    [InlineData("performer.memberOf('http://example.org/yes')", "error")]
    [InlineData("subject.conformsTo('http://example.org/yes')", "{}")]
    public void Membership_is_asked_of_the_surroundings(string expression, string expected) => Assert.Equal(expected, Evaluate(expression));

    [Theory]
    [InlineData("<div xmlns=\"http://www.w3.org/1999/xhtml\"><p style=\"color:red\">Text<br/></p></div>", true)]
    [InlineData("<div xmlns=\"http://www.w3.org/1999/xhtml\"><a href=\"#x\">x</a><table><tr><td colspan=\"2\">y</td></tr></table></div>", true)]
    [InlineData("<div xmlns=\"http://www.w3.org/1999/xhtml\"><img src=\"#i\" alt=\"i\"/></div>", true)]
    [InlineData("<div xmlns=\"http://www.w3.org/1999/xhtml\">&#160;&lt;</div>", true)]
    [InlineData("<div xmlns=\"http://www.w3.org/1999/xhtml\"> <p/> </div>", false)]
    [InlineData("<div xmlns=\"http://www.w3.org/1999/xhtml\"><script>x</script></div>", false)]
    [InlineData("<div xmlns=\"http://www.w3.org/1999/xhtml\"><p onclick=\"x\">x</p></div>", false)]
    [InlineData("<div xmlns=\"http://www.w3.org/1999/xhtml\"><form>x</form></div>", false)]
    [InlineData("<div xmlns=\"http://www.w3.org/1999/xhtml\"><ins>x</ins></div>", false)]
    [InlineData("<div xmlns=\"http://www.w3.org/1999/xhtml\">&nbsp;x</div>", false)]
    [InlineData("<div>x</div>", false)]
    [InlineData("<p xmlns=\"http://www.w3.org/1999/xhtml\">x</p>", false)]
    [InlineData("<div xmlns=\"http://www.w3.org/1999/xhtml\">x", false)]
    [InlineData("<!DOCTYPE div [<!ENTITY a \"b\">]><div xmlns=\"http://www.w3.org/1999/xhtml\">&a;</div>", false)]
    public void Narratives_hold_plain_formatting_and_say_something(string div, bool expected)
    {
        var basic = System.Text.Json.JsonSerializer.Serialize(new { resourceType = "Basic", text = new { status = "generated", div } });

        Assert.Equal(expected ? "true" : "false", Paths.Evaluate("text.`div`.htmlChecks()", basic));
    }

    private static string Evaluate(string expression)
    {
        var context = new FhirPathContext
        {
            Resource = Observation,
            RootResource = Observation,
            Now = Paths.Now,
            Resolve = Resolve,
            MemberOf = (_, set) => set.EndsWith("yes", StringComparison.Ordinal) ? true : set.EndsWith("no", StringComparison.Ordinal) ? false : null,
            Variables = new Dictionary<string, FhirPathValue> { ["mine"] = FhirPathValue.Of("own") },
        };
        return Paths.Tell(Paths.Parse(expression).Evaluate(Observation, context));
    }

    private static FhirElement? Resolve(string reference) => reference switch
    {
        "Patient/p" => Paths.Resource("""{"resourceType":"Patient","active":true}"""),
        "#o" => FhirElement.Root(Observation.Value.GetProperty("contained")[0]),
        _ => null,
    };
}
