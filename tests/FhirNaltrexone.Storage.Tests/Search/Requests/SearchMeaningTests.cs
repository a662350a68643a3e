using FhirNaltrexone.Storage.Indexing;

namespace FhirNaltrexone.Storage.Tests.Search.Requests;

/// <summary>What queries find, by the text of FHIR R4 (search.html).</summary>
public sealed class SearchMeaningTests : IDisposable
{
    private const string Gender = "http://hl7.org/fhir/administrative-gender";
    private const string IdentifierType = "http://terminology.hl7.org/CodeSystem/v2-0203";
    private const string Loinc = "http://loinc.org";
    private const string Ucum = "http://unitsofmeasure.org";

    private readonly Shelf _shelf = new Shelf()
        .Add("org", new Entries("Organization").String("name", "Good Health Clinic").Token("active", "true"))
        .Add("org2", new Entries("Organization").String("name", "Elsewhere").Reference("partof", "Organization/org"))
        .Add("doc", new Entries("Practitioner").String("family", "Careful").Token("identifier", "n1", "urn:npi"))
        .Add("p1", new Entries("Patient").String("name", "Peter James").String("name", "Chalmers").String("family", "Chalmers")
            .Token("gender", "male", Gender).Date("birthdate", "1974-12-25", "1974-12-26").Token("identifier", "MRN-1", "urn:mrn").Token("identifier", "bare")
            .Token("identifier:of-type", "MR|MRN-1", IdentifierType).Token("active", "true")
            .Reference("organization", "Organization/org").Reference("general-practitioner", "Practitioner/doc")
            .Token("_tag", "trial", "urn:tags").Uri("_profile", "http://example.org/StructureDefinition/a").Words("_text", " daily naltrexone oral "))
        .Add("p2", new Entries("Patient").String("name", "Eve").String("name", "Müller-O'Neil").String("family", "Müller-O'Neil")
            .Token("gender", "female", Gender).Date("birthdate", "1980-01-01", "1981-01-01").Token("identifier", "MRN-1", "urn:other")
            .Reference("organization", "Organization/org2"), "2025-07-01T00:00:00.500Z")
        .Add("p3", new Entries("Patient").String("name", "Pétra").Date("birthdate", "1974-12-01", "1975-01-01").Token("organization:present", "")
            .Reference("link", "Patient/p1"))
        .Add("o1", new Entries("Observation").Token("code", "8480-6", Loinc).Token("code:x", "").Reference("subject", "Patient/p1").Reference("patient", "Patient/p1")
            .Token("status", "final").Date("date", "2025-03-04T10:20:30Z", "2025-03-04T10:20:31Z").Token("combo-code", "8480-6", Loinc)
            .Quantity("value-quantity", 140.5m, QuantityUnit.Coded, Ucum, "mm[Hg]").Quantity("value-quantity", 140.5m, QuantityUnit.Text, "", "mmHg")
            .Token("component-code-value-quantity$0", "8480-6", Loinc, 1).Quantity("component-code-value-quantity$1", 150, QuantityUnit.Coded, Ucum, "mm[Hg]", 1)
            .Token("component-code-value-quantity$0", "8462-4", Loinc, 2).Quantity("component-code-value-quantity$1", 90, QuantityUnit.Coded, Ucum, "mm[Hg]", 2)
            .String("code:text", "Systolic pressure"))
        .Add("o2", new Entries("Observation").Token("code", "1742-6", Loinc).Reference("subject", "Patient/p2/_history/1").Reference("patient", "Patient/p2/_history/1")
            .Token("status", "preliminary").Date("date", "2025-03-04T00:00:00Z", "2025-03-05T00:00:00Z").Reference("performer", "Practitioner/doc")
            .Quantity("value-quantity", 40m, QuantityUnit.Coded, "urn:own", "IU").Token("subject:identifier", "mrn-9", "urn:mrn"))
        .Add("o3", new Entries("Observation").Token("code", "1742-6", "urn:local").Reference("subject", "Group/g").Reference("focus", "Patient/p1")
            .Token("status", "final").Date("date", "2025-01-01", null).String("subject>Patient/name", "Contained Carla").Reference("subject>Patient/organization", "Organization/org"))
        .Add("list", new Entries("List").Reference("item", "Patient/p1").Reference("item", "Patient/p2"))
        .Add("risk", new Entries("RiskAssessment").Number("probability", 100m))
        .Add("risk2", new Entries("RiskAssessment").Number("probability", 99.7m))
        .Add("vs", new Entries("ValueSet").Uri("url", "http://acme.org/fhir/ValueSet/123"))
        .Add("loc", new Entries("Location").Position("near", 42.256500, -83.694810))
        .Add("plan", new Entries("CarePlan").Reference("instantiates-canonical", "http://example.org/PlanDefinition/x", "1.2.3"))
        .Add("prov", new Entries("Provenance").Reference("target", "Observation/o1").Reference("agent", "Practitioner/doc"));

    [Theory]
    [InlineData("Patient", "", "p1 p2 p3")]
    [InlineData("Patient", "_id=p1", "p1")]
    [InlineData("Patient", "_id=P1", "")]
    [InlineData("Patient", "_id=p1,p3", "p1 p3")]
    [InlineData("Patient", "_id:not=p1", "p2 p3")]
    // Strings: starts with, without case, accents and punctuation; commas are or, repetition is and.
    [InlineData("Patient", "name=pet", "p1 p3")]
    [InlineData("Patient", "name=PÉT", "p1 p3")]
    [InlineData("Patient", "name=ames", "")]
    [InlineData("Patient", "name:contains=AMES", "p1")]
    [InlineData("Patient", "name:contains=oneil", "")]
    [InlineData("Patient", "name=muller o neil", "p2")]
    [InlineData("Patient", "name:exact=Eve", "p2")]
    [InlineData("Patient", "name:exact=eve", "")]
    [InlineData("Patient", "name=eve,chal", "p1 p2")]
    [InlineData("Patient", "name=pet&name=chal", "p1")]
    [InlineData("Patient", "name=%5C%2C", "")]
    // Tokens.
    [InlineData("Patient", "gender=male", "p1")]
    [InlineData("Patient", "gender=MALE", "p1")]
    [InlineData("Patient", "gender=" + Gender + "|male", "p1")]
    [InlineData("Patient", "gender=" + Gender + "|", "p1 p2")]
    [InlineData("Patient", "gender=|male", "")]
    [InlineData("Patient", "gender:not=male", "p2 p3")]
    [InlineData("Patient", "gender:not=male,female", "p3")]
    [InlineData("Patient", "gender:missing=true", "p3")]
    [InlineData("Patient", "gender:missing=false", "p1 p2")]
    [InlineData("Patient", "organization:missing=false", "p1 p2 p3")]
    [InlineData("Patient", "identifier=mrn-1", "p1 p2")]
    [InlineData("Patient", "identifier=urn:mrn|MRN-1", "p1")]
    [InlineData("Patient", "identifier=|bare", "p1")]
    [InlineData("Patient", "identifier:of-type=" + IdentifierType + "|MR|MRN-1", "p1")]
    [InlineData("Patient", "identifier:of-type=" + IdentifierType + "|MR|MRN-2", "")]
    [InlineData("Observation", "code:text=systolic", "o1")]
    // Dates.
    [InlineData("Patient", "birthdate=1974-12-25", "p1")]
    [InlineData("Patient", "birthdate=1974-12", "p1 p3")]
    [InlineData("Patient", "birthdate=1974", "p1 p3")]
    [InlineData("Patient", "birthdate=ne1974-12", "p2")]
    [InlineData("Patient", "birthdate=gt1974-12-25", "p2 p3")]
    [InlineData("Patient", "birthdate=sa1974-12-25", "p2")]
    [InlineData("Patient", "birthdate=lt1974-12-25", "p3")]
    [InlineData("Patient", "birthdate=ge1980", "p2")]
    [InlineData("Patient", "birthdate=eb1980", "p1 p3")]
    [InlineData("Observation", "date=2025-03-04", "o1 o2")]
    [InlineData("Observation", "date=2025-03-04T10:20:30Z", "o1")]
    [InlineData("Observation", "date=2025-03-04T12:20:30%2B02:00", "o1")]
    [InlineData("Observation", "date=2025-03-04T12:20:30+02:00", "o1")]
    [InlineData("Observation", "date=2025-03-04T10:20", "o1")]
    [InlineData("Observation", "date=ge2025-03-05", "o3")]
    [InlineData("Observation", "date=gt9999-12-31", "o3")]
    [InlineData("Observation", "date=ge2025-03-01&date=le2025-03-31", "o1 o2 o3")]
    [InlineData("Patient", "_lastUpdated=ge2025-07-01", "p2")]
    [InlineData("Patient", "_lastUpdated=2025-07-01T00:00:00.500Z", "p2")]
    [InlineData("Patient", "_lastUpdated=2025-07-01T00:00:00.501Z", "")]
    // Numbers and quantities.
    [InlineData("RiskAssessment", "probability=100", "risk risk2")]
    [InlineData("RiskAssessment", "probability=100.00", "risk")]
    [InlineData("RiskAssessment", "probability=1e2", "risk risk2")]
    [InlineData("RiskAssessment", "probability=ne100", "")]
    [InlineData("RiskAssessment", "probability=lt100", "risk2")]
    [InlineData("RiskAssessment", "probability=ap110", "risk risk2")]
    [InlineData("RiskAssessment", "probability=ap111", "risk")]
    [InlineData("Observation", "value-quantity=gt100", "o1")]
    [InlineData("Observation", "value-quantity=40", "o2")]
    [InlineData("Observation", "value-quantity=40|urn:own|IU", "o2")]
    [InlineData("Observation", "value-quantity=40|urn:own|iu", "")]
    [InlineData("Observation", "value-quantity=40||IU", "o2")]
    [InlineData("Observation", "value-quantity=140.5||mmHg", "o1")]
    // References.
    [InlineData("Observation", "subject=Patient/p1", "o1")]
    [InlineData("Observation", "subject=p1", "o1")]
    [InlineData("Observation", "patient=p1", "o1")]
    [InlineData("Observation", "subject:Patient=p2", "o2")]
    [InlineData("Observation", "subject:Group=p2", "")]
    [InlineData("Observation", "subject=Patient/p2/_history/1", "o2")]
    [InlineData("Observation", "subject=Patient/p2/_history/2", "")]
    [InlineData("Observation", "subject=https://here.example.org/fhir/Patient/p1", "o1")]
    [InlineData("Observation", "subject=https://elsewhere.example.org/fhir/Patient/p1", "")]
    [InlineData("Observation", "subject:identifier=urn:mrn|MRN-9", "o2")]
    [InlineData("CarePlan", "instantiates-canonical=http://example.org/PlanDefinition/x", "plan")]
    [InlineData("CarePlan", "instantiates-canonical=http://example.org/PlanDefinition/x|1.2.3", "plan")]
    [InlineData("CarePlan", "instantiates-canonical=http://example.org/PlanDefinition/x|1.2", "")]
    [InlineData("CarePlan", "instantiates-canonical:below=http://example.org/PlanDefinition/x|1.2", "plan")]
    // URIs.
    [InlineData("ValueSet", "url=http://acme.org/fhir/ValueSet/123", "vs")]
    [InlineData("ValueSet", "url=http://acme.org/fhir", "")]
    [InlineData("ValueSet", "url:below=http://acme.org/fhir", "vs")]
    [InlineData("ValueSet", "url:above=http://acme.org/fhir/ValueSet/123/_history/5", "vs")]
    // Composites: both parts in one component.
    [InlineData("Observation", "component-code-value-quantity=http://loinc.org|8480-6$gt140", "o1")]
    [InlineData("Observation", "component-code-value-quantity=http://loinc.org|8480-6$lt100", "")]
    [InlineData("Observation", "component-code-value-quantity=8480-6$lt100,8462-4$lt100", "o1")]
    [InlineData("Observation", "component-code-value-quantity:missing=true", "o2 o3")]
    // Chains.
    [InlineData("Observation", "subject:Patient.name=pet", "o1")]
    [InlineData("Observation", "subject.name=eve", "o2")]
    [InlineData("Observation", "subject.name=carla", "")]
    [InlineData("Observation", "subject.name=contained", "o3")]
    [InlineData("Observation", "patient.organization.name=good", "o1")]
    [InlineData("Observation", "subject.organization.name=good", "o1 o3")]
    [InlineData("Observation", "patient.organization.partof.name=good", "o2")]
    [InlineData("Observation", "patient.gender:not=male", "o2")]
    [InlineData("Observation", "patient._id=p2", "o2")]
    [InlineData("Observation", "patient.organization=org", "o1")]
    [InlineData("Observation", "performer:Practitioner.identifier=urn:npi|n1", "o2")]
    // Reverse chains.
    [InlineData("Patient", "_has:Observation:patient:code=1742-6", "p2")]
    [InlineData("Patient", "_has:Observation:patient:code=1742-6,8480-6", "p1 p2")]
    [InlineData("Patient", "_has:Observation:patient:performer.identifier=n1", "p2")]
    [InlineData("Patient", "_has:Observation:patient:_has:Provenance:target:agent=doc", "p1")]
    [InlineData("Organization", "_has:Patient:organization:_has:Observation:patient:status=final", "org")]
    [InlineData("Observation", "patient._has:List:item:_id=list", "o1 o2")]
    // Parameters of all resources.
    [InlineData("Patient", "_tag=urn:tags|trial", "p1")]
    [InlineData("Patient", "_profile=http://example.org/StructureDefinition/a", "p1")]
    [InlineData("Patient", "_text=Naltrexone daily", "p1")]
    [InlineData("Patient", "_text=naltrexone weekly", "")]
    [InlineData("Patient", "_text=weekly,oral", "p1")]
    [InlineData("Patient", "_list=list", "p1 p2")]
    [InlineData("Patient", "_list=other", "")]
    [InlineData(null, "_type=Patient,Observation&_id=p1,o1", "o1 p1")]
    [InlineData(null, "_type=Patient,Organization&name=e", "org2 p2")]
    [InlineData(null, "_tag=trial", "p1")]
    // Places.
    [InlineData("Location", "near=42.256500|-83.694810|1|km", "loc")]
    [InlineData("Location", "near=43.256500|-83.694810|100|km", "")]
    [InlineData("Location", "near=43.256500|-83.694810|112|km", "loc")]
    [InlineData("Location", "near=43.256500|-83.694810|70|[mi_us]", "loc")]
    // Empty values are no criteria.
    [InlineData("Patient", "name=&gender=male", "p1")]
    public async Task A_query_finds(string? type, string query, string ids) => Assert.Equal(ids, await _shelf.Find(type, query));

    [Theory]
    [InlineData("Observation", "Patient/p1", "", "o1")]
    [InlineData("Observation", "Patient/p1", "code=1742-6", "")]
    [InlineData("Patient", "Patient/p1", "", "p1 p3")]
    [InlineData(null, "Patient/p1", "", "o1 p1 p3")]
    [InlineData(null, "Patient/p1", "_type=Observation,Patient", "o1 p1 p3")]
    [InlineData("Observation", "Practitioner/doc", "", "o2")]
    public async Task A_compartment_holds(string? type, string compartment, string query, string ids)
        => Assert.Equal(ids, await _shelf.Find(type, query, compartment));

    public void Dispose() => _shelf.Dispose();
}
