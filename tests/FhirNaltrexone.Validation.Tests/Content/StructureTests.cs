using System.Text;
using FhirNaltrexone.Validation.Content;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Validation.Tests.Content;

/// <summary>The structure of FHIR R4.</summary>
public sealed class StructureTests
{
    [Theory]
    [InlineData("""{"resourceType":"Patient","foo":1}""", IssueCodes.Structure, "Patient.foo", "no such element")]
    [InlineData("""{"resourceType":"Patient","gender":"Quetzal"}""", IssueCodes.CodeInvalid, "Patient.gender", "administrative-gender")]
    [InlineData("""{"resourceType":"Patient","birthDate":"2020-13-45"}""", IssueCodes.Value, "Patient.birthDate", "date")]
    [InlineData("""{"resourceType":"Patient","active":"Quetzal"}""", IssueCodes.Value, "Patient.active", "boolean")]
    [InlineData("""{"resourceType":"Patient","maritalStatus":[{"text":"Quetzal"}]}""", IssueCodes.Structure, "Patient.maritalStatus", "must not be an array")]
    [InlineData("""{"resourceType":"Patient","name":{"family":"Quetzal"}}""", IssueCodes.Structure, "Patient.name", "must be an array")]
    [InlineData("""{"resourceType":"Observation","status":"final"}""", IssueCodes.Required, "Observation.code", "required")]
    [InlineData("""{"resourceType":"Patient","contained":[{"resourceType":"Quetzal","id":"x"}]}""", IssueCodes.NotSupported, "Patient.contained", "resource type")]
    [InlineData("""{"resourceType":"Patient","text":{"status":"generated","div":"<p>Quetzal</p>"}}""", IssueCodes.Value, "Patient.text.div", "narrative")]
    [InlineData("""{"resourceType":"Patient","multipleBirthInteger":1,"multipleBirthBoolean":true}""", IssueCodes.Structure, "Patient", "only one")]
    [InlineData("""{"resourceType":"Bundle","type":"batch","entry":[{"resource":{"resourceType":"Patient","gender":"Quetzal"}}]}""", IssueCodes.CodeInvalid, "Bundle.entry[0].resource", "administrative-gender")]
    public void A_resource_R4_does_not_know_is_refused_and_no_value_of_it_is_repeated(string json, string code, string expression, string words)
    {
        var reading = new ContentReader().FromJson(Encoding.UTF8.GetBytes(json));

        Assert.Null(reading.Content);
        Assert.Contains(reading.Issues, issue => issue.Code == code
            && issue.Expression!.Contains(expression, StringComparison.Ordinal)
            && issue.Text.Contains(words, StringComparison.Ordinal)
            && issue.Text.Contains("line 1", StringComparison.Ordinal));
        Assert.DoesNotContain(reading.Issues, issue => issue.Text.Contains("Quetzal", StringComparison.Ordinal));
    }

    [Fact]
    public void What_an_entry_lacks_is_named_within_the_entry()
    {
        var content = new ContentReader(isStructureChecked: false).FromJson("""{"resourceType":"Observation","status":"final"}"""u8.ToArray()).Content!;

        Assert.Equal("Bundle.entry[2].resource.code", Assert.Single(new ContentReader().Check(content, "Bundle.entry[2].resource")).Expression);
    }

    [Fact]
    public void A_resource_that_says_nothing_is_one_all_the_same()
    {
        Assert.Empty(new ContentReader().FromJson("""{"resourceType":"Patient"}"""u8.ToArray()).Issues);
        Assert.Empty(new ContentReader().FromXml("<Patient xmlns=\"http://hl7.org/fhir\"/>"u8.ToArray()).Issues);
    }

    [Fact]
    public void The_check_can_be_switched_off()
        => Assert.NotNull(new ContentReader(isStructureChecked: false).FromJson("""{"resourceType":"Patient","gender":"banana"}"""u8.ToArray()).Content);
}
