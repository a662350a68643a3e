using System.Text.Json;
using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Search.Parameters;

namespace FhirNaltrexone.Storage.Tests.Search.Requests;

/// <summary>Queries over the entries that are really made from resources: both sides must mean the same by a value.</summary>
public sealed class ExtractedSearchTests : IDisposable
{
    private static readonly string[] Resources =
    [
        """
        {"resourceType":"Patient","id":"p1","active":true,"name":[{"family":"van de Velde","given":["Jürgen"]}],"gender":"male","birthDate":"1970-03-30",
         "identifier":[{"type":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v2-0203","code":"MR"}]},"system":"urn:mrn","value":"A1"}],
         "managingOrganization":{"reference":"https://here.example.org/fhir/Organization/org"},"deceasedBoolean":false,
         "telecom":[{"system":"phone","value":"+49 30 1"}],"text":{"status":"generated","div":"<div xmlns=\"http://www.w3.org/1999/xhtml\">Takes <b>naltrexone</b></div>"}}
        """,
        """{"resourceType":"Patient","id":"p2","deceasedDateTime":"2024-05-06","birthDate":"1970","meta":{"tag":[{"system":"urn:t","code":"x"}],"profile":["http://example.org/p"],"source":"urn:src"}}""",
        """{"resourceType":"Organization","id":"org","name":"Klinik am Ring"}""",
        """
        {"resourceType":"Observation","id":"mg","status":"final","code":{"text":"Weight of dose","coding":[{"system":"http://loinc.org","code":"1-1","display":"Dose mass"}]},
         "subject":{"reference":"Patient/p1"},"effectiveDateTime":"2025-01-02T03:04:05+01:00","valueQuantity":{"value":380,"unit":"milligrams","system":"http://unitsofmeasure.org","code":"mg"}}
        """,
        """
        {"resourceType":"Observation","id":"g","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"1-1"}]},"subject":{"reference":"Patient/p2/_history/3"},
         "effectivePeriod":{"start":"2025-02-01"},"valueQuantity":{"value":0.38,"system":"http://unitsofmeasure.org","code":"g"}}
        """,
        """
        {"resourceType":"Observation","id":"bp","status":"preliminary","code":{"coding":[{"system":"http://loinc.org","code":"85354-9"}]},"subject":{"reference":"#c"},
         "contained":[{"resourceType":"Patient","id":"c","name":[{"family":"Inside"}],"managingOrganization":{"reference":"Organization/org"}}],
         "component":[{"code":{"coding":[{"system":"http://loinc.org","code":"8480-6"}]},"valueQuantity":{"value":150,"system":"http://unitsofmeasure.org","code":"mm[Hg]"}},
                      {"code":{"coding":[{"system":"http://loinc.org","code":"8462-4"}]},"valueQuantity":{"value":90,"system":"http://unitsofmeasure.org","code":"mm[Hg]"}}]}
        """,
        """{"resourceType":"Observation","id":"id","status":"final","code":{"text":"x"},"subject":{"identifier":{"system":"urn:mrn","value":"A1"}}}""",
        """{"resourceType":"CarePlan","id":"cp","status":"active","intent":"plan","subject":{"reference":"Patient/p1"},"instantiatesCanonical":["https://here.example.org/fhir/PlanDefinition/x|2.1.0"]}""",
        """{"resourceType":"ValueSet","id":"vs","status":"active","url":"http://acme.org/fhir/ValueSet/9"}""",
        """{"resourceType":"Location","id":"berlin","position":{"latitude":52.52,"longitude":13.405}}""",
        """{"resourceType":"List","id":"l","status":"current","mode":"working","entry":[{"item":{"reference":"Patient/p2"}}]}""",
        """{"resourceType":"Group","id":"g1","type":"person","actual":true,"characteristic":[{"code":{"coding":[{"code":"sex"}]},"valueCodeableConcept":{"coding":[{"code":"female"}]},"exclude":false}]}""",
    ];

    private readonly Shelf _shelf = new();

    public ExtractedSearchTests()
    {
        var extractor = new IndexExtractor(SearchParameterSet.Core, new IndexingOptions { Bases = _shelf.Options.Bases });
        foreach (var resource in Resources.Select(text => JsonSerializer.Deserialize<JsonElement>(text)))
            _shelf.Add(new ResourceKey(resource.GetProperty("resourceType").GetString()!, resource.GetProperty("id").GetString()!), extractor.Extract(resource.GetProperty("resourceType").GetString()!, resource));
    }

    [Theory]
    [InlineData("Patient", "family=velde", "p1")]
    [InlineData("Patient", "name=jurgen", "p1")]
    [InlineData("Patient", "family:exact=van de Velde", "p1")]
    [InlineData("Patient", "gender=http://hl7.org/fhir/administrative-gender|male", "p1")]
    [InlineData("Patient", "gender:missing=true", "p2")]
    [InlineData("Patient", "active=true", "p1")]
    [InlineData("Patient", "deceased=true", "p2")]
    [InlineData("Patient", "death-date=2024-05", "p2")]
    [InlineData("Patient", "identifier:of-type=http://terminology.hl7.org/CodeSystem/v2-0203|MR|a1", "p1")]
    [InlineData("Patient", "phone=%2B49 30 1", "p1")]
    [InlineData("Patient", "organization=Organization/org", "p1")]
    [InlineData("Patient", "organization=https://here.example.org/fhir/Organization/org", "p1")]
    [InlineData("Patient", "organization.name=klinik", "p1")]
    [InlineData("Patient", "birthdate=1970", "p1 p2")]
    [InlineData("Patient", "birthdate=1970-03", "p1")]
    [InlineData("Patient", "_text=NALTREXONE", "p1")]
    [InlineData("Patient", "_content=Velde", "p1")]
    [InlineData("Patient", "_tag=urn:t|x", "p2")]
    [InlineData("Patient", "_profile=http://example.org/p", "p2")]
    [InlineData("Patient", "_source=urn:src", "p2")]
    [InlineData("Patient", "_list=l", "p2")]
    [InlineData("Patient", "_has:Observation:patient:value-quantity=gt0.3|http://unitsofmeasure.org|g", "p1 p2")]
    // Equal amounts in other units.
    [InlineData("Observation", "value-quantity=380|http://unitsofmeasure.org|mg", "g mg")]
    [InlineData("Observation", "value-quantity=0.38|http://unitsofmeasure.org|g", "g mg")]
    [InlineData("Observation", "value-quantity=ne380|http://unitsofmeasure.org|mg", "")]
    [InlineData("Observation", "value-quantity=380000|http://unitsofmeasure.org|ug", "g mg")]
    [InlineData("Observation", "value-quantity=lt1|http://unitsofmeasure.org|kg", "g mg")]
    [InlineData("Observation", "value-quantity=380|http://unitsofmeasure.org|L", "")]
    [InlineData("Observation", "value-quantity=380||mg", "mg")]
    [InlineData("Observation", "value-quantity=380||milligrams", "mg")]
    [InlineData("Observation", "value-quantity=380", "mg")]
    [InlineData("Observation", "combo-value-quantity=150", "bp")]
    [InlineData("Observation", "component-code-value-quantity=8480-6$gt140|http://unitsofmeasure.org|mm[Hg]", "bp")]
    [InlineData("Observation", "component-code-value-quantity=8480-6$lt100", "")]
    [InlineData("Observation", "code-value-quantity=1-1$380", "mg")]
    [InlineData("Observation", "component-code-value-quantity:missing=true", "g id mg")]
    [InlineData("Group", "characteristic-value=sex$female", "g1")]
    [InlineData("Observation", "date=2025-01-02", "mg")]
    [InlineData("Observation", "date=2025-01-02T02:04:05Z", "mg")]
    [InlineData("Observation", "date=ge2030", "g")]
    [InlineData("Observation", "date:missing=true", "bp id")]
    [InlineData("Observation", "code:text=weight", "mg")]
    [InlineData("Observation", "code:text=dose mass", "mg")]
    [InlineData("Observation", "code:not=1-1", "bp id")]
    [InlineData("Observation", "subject=p1", "mg")]
    [InlineData("Observation", "patient=p2", "g")]
    [InlineData("Observation", "subject=Patient/p2/_history/3", "g")]
    [InlineData("Observation", "subject:identifier=urn:mrn|A1", "id")]
    [InlineData("Observation", "subject:missing=false", "bp g id mg")]
    [InlineData("Observation", "subject.family=inside", "bp")]
    [InlineData("Observation", "subject:Patient.organization=org", "bp mg")]
    [InlineData("Observation", "patient.organization.name=klinik", "bp mg")]
    [InlineData("CarePlan", "instantiates-canonical=https://here.example.org/fhir/PlanDefinition/x", "cp")]
    [InlineData("CarePlan", "instantiates-canonical=https://here.example.org/fhir/PlanDefinition/x|2.1.0", "cp")]
    [InlineData("CarePlan", "instantiates-canonical=https://here.example.org/fhir/PlanDefinition/x|3", "")]
    [InlineData("CarePlan", "instantiates-canonical:below=https://here.example.org/fhir/PlanDefinition/x|2", "cp")]
    [InlineData("CarePlan", "instantiates-canonical=PlanDefinition/x", "cp")]
    [InlineData("ValueSet", "url:below=http://acme.org", "vs")]
    [InlineData("Location", "near=52.4|13.1|30|km", "berlin")]
    [InlineData("Location", "near=52.4|13.1|20|km", "")]
    public async Task A_query_finds_resources(string type, string query, string ids) => Assert.Equal(ids, await _shelf.Find(type, query));

    [Theory]
    [InlineData("Observation", "Patient/p1", "mg")]
    [InlineData(null, "Patient/p1", "cp mg p1")]
    [InlineData(null, "Patient/p2", "g p2")]
    public async Task A_compartment_holds_resources(string? type, string compartment, string ids)
        => Assert.Equal(ids, await _shelf.Find(type, "", compartment));

    public void Dispose() => _shelf.Dispose();
}
