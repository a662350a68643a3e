using FhirNaltrexone.Validation.Outcomes;
using FhirNaltrexone.Validation.Profiles;

namespace FhirNaltrexone.Validation.Tests.Profiles;

/// <summary>Rules of the core beyond structure: constraints, bindings, codes, extensions, references, bundles.</summary>
public sealed class CoreRulesTests
{
    private const string Observation = "\"resourceType\":\"Observation\",\"status\":\"final\",\"code\":{\"text\":\"a\"}";
    private const string Absent = "\"extension\":[{\"url\":\"http://hl7.org/fhir/StructureDefinition/data-absent-reason\",\"valueCode\":\"unknown\"}]";

    [Theory]
    [InlineData("""{"resourceType":"Patient","contact":[{"relationship":[{"text":"a"}]}]}""", "NAL-INV Patient.contact[0]")]
    [InlineData("""{"resourceType":"Observation","status":"final","code":{"text":"a"},"dataAbsentReason":{"text":"a"},"valueString":"b"}""", "NAL-INV Observation")]
    [InlineData("""{"resourceType":"Observation","status":"final","code":{"text":"a"},"referenceRange":[{"type":{"text":"a"}}]}""", "NAL-INV Observation.referenceRange[0]")]
    [InlineData("""{"resourceType":"Observation","status":"final","code":{"text":"a"},"valueQuantity":{"value":1,"code":"mg"}}""", "NAL-INV Observation.value")]
    [InlineData("""{"resourceType":"Observation","status":"final","code":{"text":"a"},"effectivePeriod":{"start":"2026-02-01","end":"2026-01-01"}}""", "NAL-INV Observation.effective")]
    public void Constraints_of_resources_elements_and_types_are_checked_once(string json, string expected) => Assert.Equal(expected, Checked.Against(json));

    [Theory]
    [InlineData("""{"resourceType":"Questionnaire","status":"draft","item":[{"linkId":"1","type":"group","item":[{"linkId":"2","type":"group"}]}]}""", "NAL-INV Questionnaire.item[0].item[0]")]
    [InlineData("""{"resourceType":"Parameters","parameter":[{"name":"a","part":[{"name":"b"}]}]}""", "NAL-INV Parameters.parameter[0].part[0]")]
    [InlineData("""{"resourceType":"Observation","status":"final","code":{"text":"a"},"component":[{"code":{"text":"b"},"valueInteger":1,"referenceRange":[{"type":{"text":"c"}}]}]}""", "NAL-INV Observation.component[0].referenceRange[0]")]
    [InlineData("""{"resourceType":"TestScript","url":"urn:x","name":"X","status":"draft","test":[{"action":[{"assert":{"warningOnly":false,"response":"okay","contentType":"application/json"}}]}]}""", "NAL-INV TestScript.test[0].action[0].assert")]
    public void Constraints_hold_for_elements_defined_by_another_one_too(string json, string expected) => Assert.Equal(expected, Checked.Against(json));

    [Theory]
    [InlineData("kg", "NAL-BIND-EXTENSIBLE Condition.onset; NAL-BIND-MAX Condition.onset")]
    [InlineData("a", "")]
    public void The_binding_of_a_type_holds_wherever_the_type_stands(string unit, string expected) => Assert.Equal(expected, Checked.Against(
        $$$"""{"resourceType":"Condition","subject":{"display":"a"},"verificationStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/condition-ver-status","code":"entered-in-error"}]},"onsetAge":{"value":1,"system":"http://unitsofmeasure.org","code":"{{{unit}}}"}}"""));

    [Fact]
    public void No_number_of_warnings_hides_that_there_is_an_error()
        => Assert.Equal("NAL-EXT-UNKNOWN Patient.extension[0]; NAL-LIMIT Patient.extension[1]; NAL-BIND-REQUIRED Patient.gender", Checked.Against(
            """{"resourceType":"Patient","extension":[{"url":"urn:x","valueCode":"a"},{"url":"urn:x","valueCode":"a"}],"gender":"Quetzal"}""", new() { MaxIssues = 1 }));

    /// <summary>Codes of systems that are not here are many, and mere informations.</summary>
    [Fact]
    public void No_number_of_informations_hides_errors_and_warnings()
        => Assert.Equal("NAL-LIMIT Patient.meta.tag[2].code; NAL-EXT-UNKNOWN Patient.extension[0]; NAL-BIND-REQUIRED Patient.gender", Checked.Against(
            """{"resourceType":"Patient","meta":{"tag":[{"system":"urn:a","code":"1"},{"system":"urn:a","code":"2"},{"system":"urn:a","code":"3"}]},"extension":[{"url":"urn:x","valueCode":"a"}],"gender":"Quetzal"}""",
            new() { MaxIssues = 2 }));

    [Theory]
    [InlineData("\"subject\":{\"display\":\"nobody\"}", "")]
    [InlineData("\"contained\":[{\"resourceType\":\"Patient\",\"id\":\"p\"}],\"subject\":{\"reference\":\"#p\"}", "")]
    [InlineData("\"contained\":[{\"resourceType\":\"Patient\",\"id\":\"p\"}]", "NAL-INV Observation")]
    [InlineData("\"subject\":{\"reference\":\"Patient/1\"}", "")]
    [InlineData("\"subject\":{\"reference\":\"Patient/1/_history/2\",\"type\":\"Patient\"}", "")]
    [InlineData("\"subject\":{\"reference\":\"http://a.example/fhir/Medication/1\"}", "NAL-REF-TARGET Observation.subject")]
    [InlineData("\"subject\":{\"reference\":\"Medication/1\"}", "NAL-REF-TARGET Observation.subject")]
    [InlineData("\"subject\":{\"type\":\"Medication\",\"identifier\":{\"value\":\"1\"}}", "NAL-REF-TARGET Observation.subject")]
    [InlineData("\"subject\":{\"reference\":\"Patient/1\",\"type\":\"Group\"}", "NAL-REF-TYPE Observation.subject.type")]
    [InlineData("\"subject\":{\"reference\":\"Quetzal/1\"}", "NAL-REF-FORMAT Observation.subject.reference")]
    [InlineData("\"subject\":{\"reference\":\"Patient/\"}", "NAL-REF-FORMAT Observation.subject.reference")]
    [InlineData("\"subject\":{\"reference\":\"Patient/a_b\"}", "NAL-REF-FORMAT Observation.subject.reference")]
    [InlineData("\"subject\":{\"reference\":\"urn:uuid:c757873d-ec9a-4326-a141-556f43239520\"}", "")]
    public void References_are_checked_as_far_as_they_can_be(string member, string expected) => Assert.Equal(expected, Checked.Against($"{{{Observation},{member}}}"));

    [Theory]
    [InlineData("{\"resourceType\":\"Patient\"}", "NAL-CONTAINED-ID Observation.contained[1]")]
    [InlineData("{\"resourceType\":\"Patient\",\"id\":\"p\"}", "NAL-CONTAINED-ID Observation.contained[1]")]
    public void Contained_resources_have_ids_of_their_own(string second, string expected) => Assert.Equal(expected, Checked.Against(
        $"{{{Observation},\"contained\":[{{\"resourceType\":\"Patient\",\"id\":\"p\"}},{second}],\"subject\":{{\"reference\":\"#p\"}}}}"));

    [Fact]
    public void A_reference_to_a_contained_resource_that_is_not_there_is_an_error()
        => Assert.Contains("NAL-REF-CONTAINED Observation.subject.reference", Checked.Against($"{{{Observation},\"subject\":{{\"reference\":\"#p\"}}}}"), StringComparison.Ordinal);

    [Theory]
    [InlineData("\"language\":\"quetzal!\"", "NAL-BIND-MAX Observation.language")]
    [InlineData("\"language\":\"de-CH\"", "")]
    [InlineData("\"category\":[{\"coding\":[{\"system\":\"http://terminology.hl7.org/CodeSystem/observation-category\",\"code\":\"quetzal\"}]}]", "NAL-CODE-UNKNOWN Observation.category[0].coding[0].code")]
    [InlineData("\"category\":[{\"coding\":[{\"system\":\"observation-category\",\"code\":\"a\"}]}]", "NAL-CODE-SYSTEM Observation.category[0].coding[0].system")]
    [InlineData("\"category\":[{\"coding\":[{\"system\":\"http://terminology.hl7.org/CodeSystem/observation-category\",\"code\":\"laboratory\",\"display\":\"Quetzal\"}]}]", "NAL-CODE-DISPLAY Observation.category[0].coding[0].display")]
    [InlineData("\"interpretation\":[{\"coding\":[{\"system\":\"http://a.example\",\"code\":\"a\"}]}]", "NAL-BIND-EXTENSIBLE Observation.interpretation[0]")]
    [InlineData("\"valueQuantity\":{\"value\":1,\"system\":\"http://unitsofmeasure.org\",\"code\":\"quetzal\"}", "NAL-CODE-UNKNOWN Observation.value.code")]
    [InlineData("\"valueQuantity\":{\"value\":1,\"system\":\"http://unitsofmeasure.org\",\"code\":\"mg/dL\"}", "")]
    public void Codes_are_checked_by_strength_of_binding_and_in_their_systems(string member, string expected)
        => Assert.Equal(expected, Checked.Against($"{{{Observation},{member}}}"));

    [Fact]
    public void A_code_of_a_required_value_set_is_told_apart()
        => Assert.Equal("NAL-BIND-REQUIRED Patient.gender", Checked.Against("""{"resourceType":"Patient","gender":"Quetzal"}"""));

    [Fact]
    public void What_cannot_be_told_is_an_information()
    {
        var issue = Assert.Single(Checked.Validator([]).Validate(Checked.Content(
            """{"resourceType":"Patient","communication":[{"language":{"coding":[{"system":"urn:x","code":"de"}]}}],"maritalStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v3-MaritalStatus","code":"M"}]}}""")),
            issue => issue.Severity == IssueSeverity.Error);

        Assert.Equal("NAL-BIND-MAX", issue.MessageId);
    }

    [Theory]
    [InlineData("\"extension\":[{\"url\":\"quetzal\",\"valueCode\":\"a\"}]", "NAL-EXT-URL Observation.extension[0].url")]
    [InlineData("\"extension\":[{\"url\":\"http://a.example/x\",\"valueCode\":\"a\"}]", "NAL-EXT-UNKNOWN Observation.extension[0]")]
    [InlineData("\"modifierExtension\":[{\"url\":\"http://a.example/x\",\"valueCode\":\"a\"}]", "NAL-EXT-MODIFIER-UNKNOWN Observation.modifierExtension[0]")]
    [InlineData("\"extension\":[{\"url\":\"http://hl7.org/fhir/StructureDefinition/patient-birthPlace\",\"valueAddress\":{\"city\":\"a\"}}]", "NAL-EXT-CONTEXT Observation.extension[0]")]
    [InlineData("\"extension\":[{\"url\":\"http://hl7.org/fhir/StructureDefinition/observation-gatewayDevice\",\"valueString\":\"a\"}]", "NAL-TYPE Observation.extension[0].value")]
    [InlineData("\"modifierExtension\":[{\"url\":\"http://hl7.org/fhir/StructureDefinition/observation-delta\",\"valueCodeableConcept\":{\"text\":\"a\"}}]", "NAL-EXT-NO-MODIFIER Observation.modifierExtension[0]")]
    [InlineData("\"subject\":{\"display\":\"a\"},\"issued\":\"2026-01-01T00:00:00Z\",\"_issued\":{" + Absent + "}", "")]
    public void Extensions_stand_where_their_definitions_allow(string member, string expected) => Assert.Equal(expected, Checked.Against($"{{{Observation},{member}}}"));

    private const string Maiden = "\"extension\":[{\"url\":\"http://hl7.org/fhir/StructureDefinition/patient-mothersMaidenName\",\"valueString\":\"a\"}]";

    [Theory]
    [InlineData("""{"resourceType":"Bundle","type":"collection","entry":[{"fullUrl":"urn:uuid:c757873d-ec9a-4326-a141-556f43239520","resource":{"resourceType":"Patient",EXTENSION}}]}""", "")]
    [InlineData("""{"resourceType":"Observation","status":"final","code":{"text":"a"},"contained":[{"resourceType":"Patient","id":"p",EXTENSION}],"subject":{"reference":"#p"}}""", "")]
    [InlineData("""{"resourceType":"Parameters","parameter":[{"name":"a","resource":{"resourceType":"Patient",EXTENSION}}]}""", "")]
    [InlineData("""{"resourceType":"Parameters","parameter":[{"name":"a","resource":{"resourceType":"Practitioner",EXTENSION}}]}""", "NAL-EXT-CONTEXT Parameters.parameter[0].resource.extension[0]")]
    public void Extensions_stand_on_a_resource_within_another_one_as_on_one_alone(string json, string expected)
        => Assert.Equal(expected, Checked.Against(json.Replace("EXTENSION", Maiden, StringComparison.Ordinal)));

    [Theory]
    [InlineData("Element", "\"extension\":[{\"url\":\"urn:e\",\"valueCode\":\"x\"}]", "")]
    [InlineData("Resource.meta", "\"meta\":{\"extension\":[{\"url\":\"urn:e\",\"valueCode\":\"x\"}]}", "")]
    [InlineData("Resource.meta.tag", "\"meta\":{\"tag\":[{\"extension\":[{\"url\":\"urn:e\",\"valueCode\":\"x\"}]}]}", "")]
    [InlineData("DomainResource.text", "\"text\":{\"status\":\"generated\",\"div\":\"<div xmlns='http://www.w3.org/1999/xhtml'>a</div>\",\"extension\":[{\"url\":\"urn:e\",\"valueCode\":\"x\"}]}", "")]
    [InlineData("Patient.meta", "\"meta\":{\"extension\":[{\"url\":\"urn:e\",\"valueCode\":\"x\"}]}", "NAL-EXT-CONTEXT Observation.meta.extension[0]")]
    [InlineData("DomainResource.text", "\"extension\":[{\"url\":\"urn:e\",\"valueCode\":\"x\"}]", "NAL-EXT-CONTEXT Observation.extension[0]")]
    public void A_context_may_name_any_element_or_one_that_all_resources_have(string context, string member, string expected)
        => Assert.Equal(expected, Checked.With([$$"""
            {"resourceType":"StructureDefinition","url":"urn:e","name":"E","status":"draft","kind":"complex-type","abstract":false,"type":"Extension","context":[{"type":"element","expression":"{{context}}"}],
            "baseDefinition":"http://hl7.org/fhir/StructureDefinition/Extension","derivation":"constraint","differential":{"element":[{"path":"Extension.url","fixedUri":"urn:e"}]} }
            """], $"{{{Observation},{member}}}"));

    [Theory]
    [InlineData("""{"resourceType":"MedicationAdministration","status":"completed","medicationCodeableConcept":{"text":"a"},"subject":{"display":"a"},"effectiveDateTime":"2026","dosage":{"dose":{"value":380,"comparator":"<","unit":"mg"}}}""", "NAL-CARD-MAX MedicationAdministration.dosage.dose.comparator")]
    [InlineData("""{"resourceType":"MedicationAdministration","status":"completed","medicationCodeableConcept":{"text":"a"},"subject":{"display":"a"},"effectiveDateTime":"2026","dosage":{"dose":{"value":380,"unit":"mg"}}}""", "")]
    [InlineData("""{"resourceType":"MedicationStatement","status":"active","medicationCodeableConcept":{"text":"a"},"subject":{"display":"a"},"dosage":[{"doseAndRate":[{"doseQuantity":{"value":50,"comparator":"<"}}]}]}""", "NAL-CARD-MAX MedicationStatement.dosage[0].doseAndRate[0].dose.comparator")]
    [InlineData("""{"resourceType":"MedicationStatement","status":"active","medicationCodeableConcept":{"text":"a"},"subject":{"display":"a"},"dosage":[{"doseAndRate":[{"doseRange":{"low":{"value":50,"comparator":"<"}}}]}]}""", "NAL-CARD-MAX MedicationStatement.dosage[0].doseAndRate[0].dose.low.comparator")]
    [InlineData("""{"resourceType":"Observation","status":"final","code":{"text":"a"},"valueQuantity":{"value":1,"comparator":"<"}}""", "")]
    public void A_simple_quantity_has_no_comparator(string json, string expected) => Assert.Equal(expected, Checked.Against(json));

    [Fact]
    public void A_part_of_an_extension_must_be_one_its_definition_knows()
        => Assert.Equal("NAL-EXT-PART Patient.extension[0]", Checked.Against(
            """{"resourceType":"Patient","extension":[{"url":"http://hl7.org/fhir/StructureDefinition/patient-nationality","extension":[{"url":"quetzal","valueCode":"a"}]}]}"""));

    [Theory]
    [InlineData(UnknownExtensions.Allow, IssueSeverity.Information)]
    [InlineData(UnknownExtensions.Warn, IssueSeverity.Warning)]
    [InlineData(UnknownExtensions.Refuse, IssueSeverity.Error)]
    public void What_is_said_of_unknown_extensions_is_a_choice(UnknownExtensions policy, IssueSeverity severity)
        => Assert.Equal(severity, Assert.Single(Checked.Validator([]).Validate(
            Checked.Content("""{"resourceType":"Patient","extension":[{"url":"urn:x","valueCode":"a"}]}"""), new() { UnknownExtensions = policy })).Severity);

    [Theory]
    [InlineData("""{"resourceType":"Bundle","type":"collection","entry":[{"fullUrl":"Patient/1","resource":{"resourceType":"Patient","id":"1"}}]}""", "NAL-BUNDLE-FULLURL Bundle.entry[0].fullUrl")]
    [InlineData("""{"resourceType":"Bundle","type":"collection","entry":[{"fullUrl":"http://a.example/Patient/2","resource":{"resourceType":"Patient","id":"1"}}]}""", "NAL-BUNDLE-FULLURL-ID Bundle.entry[0].fullUrl")]
    [InlineData("""{"resourceType":"Bundle","type":"searchset","entry":[{"fullUrl":"urn:uuid:c757873d-ec9a-4326-a141-556f43239520","resource":{"resourceType":"Patient"}}]}""", "NAL-BUNDLE-ID Bundle.entry[0].resource")]
    [InlineData("""{"resourceType":"Bundle","type":"searchset","link":[{"relation":"self","url":"http://a.example"},{"relation":"self","url":"http://b.example"}]}""", "NAL-BUNDLE-LINK Bundle.link[1]")]
    [InlineData("""{"resourceType":"Bundle","type":"batch","entry":[{"resource":{"resourceType":"Patient"}}]}""", "NAL-INV Bundle")]
    public void Bundles_have_rules_of_their_own(string json, string expected) => Assert.Equal(expected, Checked.Against(json));

    [Theory]
    [InlineData("urn:uuid:c757873d-ec9a-4326-a141-556f43239520", "")]
    [InlineData("urn:uuid:00000000-ec9a-4326-a141-556f43239520", "NAL-BUNDLE-DOCUMENT Bundle.entry[0]")]
    public void A_document_holds_what_its_Composition_refers_to(string author, string expected) => Assert.Equal(expected, Checked.Against($$$"""
        {"resourceType":"Bundle","type":"document","identifier":{"system":"urn:x","value":"1"},"timestamp":"2026-01-01T00:00:00Z","entry":[
          {"fullUrl":"urn:uuid:11111111-ec9a-4326-a141-556f43239520","resource":{"resourceType":"Composition","status":"final","type":{"text":"a"},"date":"2026",
           "title":"a","author":[{"reference":"{{{author}}}"}]}},
          {"fullUrl":"urn:uuid:c757873d-ec9a-4326-a141-556f43239520","resource":{"resourceType":"Practitioner","name":[{"text":"a"}]}}]}
        """));

    [Fact]
    public void An_attachment_is_as_large_as_it_says()
        => Assert.Equal("NAL-ATTACHMENT-SIZE Patient.photo[0].size", Checked.Against("""{"resourceType":"Patient","photo":[{"contentType":"image/png","data":"AAAA","size":4}]}"""));

    [Theory]
    [InlineData("<script>a</script>", "NAL-NARRATIVE Patient.text.div")]
    [InlineData("<a href='javascript:a()'>a</a>", "NAL-NARRATIVE Patient.text.div")]
    [InlineData("<a href=' Java&#10;Script:a()'>a</a>", "NAL-NARRATIVE Patient.text.div")]
    [InlineData("<a href='https://a.example/javascript:' title='a'>a</a>", "")]
    public void A_narrative_must_be_one(string content, string expected)
        => Assert.Equal(expected, Checked.Against($$$"""{"resourceType":"Patient","text":{"status":"generated","div":"<div xmlns='http://www.w3.org/1999/xhtml'>{{{content}}}</div>"}}"""));

    [Fact]
    public void Structure_alone_leaves_constraints_aside()
        => Assert.Equal("", Checked.Against("""{"resourceType":"Patient","contact":[{"relationship":[{"text":"a"}]}]}""", new() { Depth = ValidationDepth.Structure }));
}
