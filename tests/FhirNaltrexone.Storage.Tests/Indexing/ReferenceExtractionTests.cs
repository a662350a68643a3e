namespace FhirNaltrexone.Storage.Tests.Indexing;

public class ReferenceExtractionTests
{
    [Theory]
    [InlineData("Patient/1", "Patient/1")]
    [InlineData("Patient/1/_history/2", "Patient/1 v2")]
    [InlineData("https://ours.example.org/fhir/Patient/1", "Patient/1")]
    [InlineData("HTTPS://OURS.example.org/fhir/Patient/1/_history/7", "Patient/1 v7")]
    [InlineData("http://localhost:5080/fhir/Patient/1", "Patient/1")]
    [InlineData("http://other.example.org/fhir/Patient/1", "http://other.example.org/fhir/Patient/1")]
    [InlineData("http://other.example.org/fhir/Patient/1/_history/2", "http://other.example.org/fhir/Patient/1 v2")]
    [InlineData("https://ours.example.org/fhirPatient/1", "https://ours.example.org/fhirPatient/1")]
    [InlineData("urn:uuid:c757873d-ec9a-4326-a141-556f43239520", "urn:uuid:c757873d-ec9a-4326-a141-556f43239520")]
    [InlineData("Banana/1", "Banana/1")]
    [InlineData("Patient/not an id", "Patient/not an id")]
    public void All_forms_of_a_reference(string reference, string expected)
    {
        var found = Extracted.Of("Observation", $$""" "subject":{"reference":"{{reference}}"} """);

        Assert.Equal([expected], found.References("subject"));
    }

    [Fact]
    public void The_patient_parameter_takes_patients_only()
    {
        Assert.Equal(["Patient/1"], Extracted.Of("Observation", """ "subject":{"reference":"Patient/1"} """).References("patient"));
        Assert.Empty(Extracted.Of("Observation", """ "subject":{"reference":"Group/1"} """).References("patient"));
        Assert.Equal(["urn:uuid:1"], Extracted.Of("Observation", """ "subject":{"reference":"urn:uuid:1","type":"Patient"} """).References("patient"));
    }

    [Fact]
    public void A_logical_reference_gives_a_token_and_is_present()
    {
        var found = Extracted.Of("Observation", """ "subject":{"identifier":{"system":"urn:h","value":"A1"},"display":"Somebody"} """);

        Assert.Equal(["urn:h|a1"], found.Tokens("subject:identifier"));
        Assert.True(found.IsMarkedPresent("subject"));
        Assert.Empty(found.References("subject"));
    }

    [Fact]
    public void A_contained_resource_is_found_through_the_reference_to_it()
    {
        var found = Extracted.Of("MedicationRequest", """
            "contained":[{"resourceType":"Medication","id":"m","code":{"coding":[{"system":"urn:rx","code":"7243"}],"text":"Naltrexone"},"manufacturer":{"reference":"Organization/o"}},
                         {"resourceType":"Patient","id":"p","name":[{"family":"Huber"}]}],
            "medicationReference":{"reference":"#m"},"subject":{"reference":"#p"},"requester":{"reference":"#nobody"}
            """);

        Assert.Equal(["urn:rx|7243"], found.Tokens("medication>Medication/code"));
        Assert.Equal(["naltrexone (Naltrexone)"], found.Strings("medication>Medication/code:text"));
        Assert.Equal(["Organization/o"], found.References("medication>Medication/manufacturer"));
        Assert.Equal(["huber (Huber)"], found.Strings("patient>Patient/family"));
        Assert.All(["medication", "subject", "patient", "requester"], code => Assert.True(found.IsMarkedPresent(code)));
        Assert.DoesNotContain(found.Entries.References, entry => entry.TargetId.StartsWith('#'));
    }

    [Theory]
    [InlineData("http://example.org/Questionnaire/a|1.2", "http://example.org/Questionnaire/a |1.2")]
    [InlineData("http://example.org/Questionnaire/a#part", "http://example.org/Questionnaire/a")]
    [InlineData("http://example.org/Questionnaire/a", "http://example.org/Questionnaire/a")]
    public void Canonicals_leave_their_version_beside(string canonical, string expected)
        => Assert.Equal([expected], Extracted.Of("QuestionnaireResponse", $$""" "questionnaire":"{{canonical}}" """).References("questionnaire"));

    [Fact]
    public void A_canonical_below_our_base_is_a_local_reference_as_well()
        => Assert.Equal(
            ["Questionnaire/a", "https://ours.example.org/fhir/Questionnaire/a |2"],
            Extracted.Of("QuestionnaireResponse", """ "questionnaire":"https://ours.example.org/fhir/Questionnaire/a|2" """).References("questionnaire"));

    [Fact]
    public void The_first_resource_of_a_document_is_found_by_its_own_parameters()
    {
        var found = Extracted.Of("Bundle", """
            "type":"document","entry":[{"resource":{"resourceType":"Composition","title":"Letter","status":"final"}},{"resource":{"resourceType":"Composition","title":"Other"}}]
            """);

        Assert.Equal(["letter (Letter)"], found.Strings("composition>Composition/title"));
        Assert.Empty(found.Strings("message>Composition/title"));
    }

    [Fact]
    public void Uris_stand_as_they_are_and_profiles_also_without_version()
    {
        var found = Extracted.Of("Patient", """ "meta":{"source":"http://Example.org/X#1","profile":["http://example.org/P|1.0"]} """);

        Assert.Equal(["http://Example.org/X#1"], found.Uris("_source"));
        Assert.Equal(["http://example.org/P|1.0", "http://example.org/P"], found.Uris("_profile"));
    }
}
