using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Security.Sensitivity.Labels;
using FhirNaltrexone.Server.Tests.Security.Support;
using FhirNaltrexone.Validation.Model;
using Microsoft.Extensions.DependencyInjection;

namespace FhirNaltrexone.Server.Tests.Security.Sensitivity;

/// <summary>What a programme under 42 CFR Part 2 stores is protected, whether it says of whom it is or not, through whichever door it comes.</summary>
public sealed class ProgrammeRecordTests : IDisposable
{
    private const string Identifier = """{"identifier":{"system":"http://example.org/mrn","value":"7"}}""";

    // What they refer to: who cannot find out whose records they are may not change them.
    private static readonly string[] Targets =
    [
        """{"resourceType":"Patient","id":"p","identifier":[{"system":"http://example.org/mrn","value":"7"}]}""",
        """{"resourceType":"Encounter","id":"e","status":"finished","class":{"code":"AMB"},"subject":{"reference":"Patient/p"} }""",
        """{"resourceType":"DocumentReference","id":"d","status":"current","subject":{"reference":"Patient/p"},"content":[{"attachment":{"title":"x"} }]}""",
        """{"resourceType":"ServiceRequest","id":"s","status":"active","intent":"order","subject":{"reference":"Patient/p"} }""",
        """{"resourceType":"Condition","id":"c","subject":{"reference":"Patient/p"} }""",
        """{"resourceType":"Schedule","id":"s","actor":[{"reference":"Practitioner/dr"}]}""",
        """{"resourceType":"PaymentReconciliation","id":"r","status":"active","created":"2026-01-01","paymentDate":"2026-01-01","paymentAmount":{"value":1,"currency":"USD"} }""",
    ];

    private static readonly string[] OfProgramme = ["42CFRPart2", "NORDSCLCD", "PERSISTLABEL", "R", "SUD"];

    private readonly AccessServer _server = new();

    /// <summary>Records that name no patient by a link, by type.</summary>
    public static TheoryData<string> Nameless =>
    [
        """{"resourceType":"Binary","contentType":"text/plain","data":"aGVyb2lu","securityContext":{"reference":"DocumentReference/d"}}""",
        """{"resourceType":"Binary","contentType":"text/plain","data":"aGVyb2lu"}""",
        $$"""{"resourceType":"Task","status":"requested","intent":"order","for":{{Identifier}}}""",
        """{"resourceType":"Task","status":"requested","intent":"order","focus":{"reference":"ServiceRequest/s"}}""",
        $$"""{"resourceType":"Observation","status":"final","code":{"text":"x"},"subject":{{Identifier}}}""",
        """{"resourceType":"Observation","status":"final","code":{"text":"x"},"encounter":{"reference":"Encounter/e"}}""",
        """{"resourceType":"Device","status":"active"}""",
        """{"resourceType":"DeviceMetric","type":{"text":"x"},"category":"measurement"}""",
        """{"resourceType":"Contract","status":"executed"}""",
        """{"resourceType":"GuidanceResponse","status":"success","moduleUri":"http://example.org/m"}""",
        """{"resourceType":"MessageHeader","eventUri":"http://example.org/e","source":{"endpoint":"http://example.org"}}""",
        """{"resourceType":"Linkage","active":true,"item":[{"type":"source","resource":{"reference":"Condition/c"}}]}""",
        """{"resourceType":"VerificationResult","status":"attested"}""",
        """{"resourceType":"SupplyDelivery","status":"completed"}""",
        """{"resourceType":"PaymentNotice","status":"active","created":"2026-01-01","payment":{"reference":"PaymentReconciliation/r"},"recipient":{"display":"x"},"amount":{"value":1,"currency":"USD"}}""",
        """{"resourceType":"PaymentReconciliation","status":"active","created":"2026-01-01","paymentDate":"2026-01-01","paymentAmount":{"value":1,"currency":"USD"}}""",
        """{"resourceType":"EnrollmentResponse","status":"active"}""",
        """{"resourceType":"BiologicallyDerivedProduct","productCategory":"fluid"}""",
        """{"resourceType":"Slot","schedule":{"reference":"Schedule/s"},"status":"busy","start":"2026-01-01T10:00:00Z","end":"2026-01-01T11:00:00Z"}""",
        """{"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"processing","diagnostics":"x"}]}""",
        """{"resourceType":"Bundle","type":"collection"}""",
        """{"resourceType":"Basic","code":{"text":"x"}}""",
        """{"resourceType":"List","status":"current","mode":"working","title":"Medicines"}""",
        $$"""{"resourceType":"Location","name":"Home of a patient","extension":[{"url":"http://example.org/of","valueReference":{"type":"Patient","identifier":{"system":"http://example.org/mrn","value":"7"} } }]}""",
        """{"resourceType":"Organization","name":"Household","contained":[{"resourceType":"Patient","id":"p","identifier":[{"system":"http://example.org/mrn","value":"7"}]}],"extension":[{"url":"http://example.org/of","valueReference":{"reference":"#p"}}]}""",
    ];

    public void Dispose() => _server.Dispose();

    [Theory]
    [MemberData(nameof(Nameless))]
    public async Task Whatever_it_stores_is_labelled_through_each_door_and_shown_to_nobody_else(string text)
    {
        var resource = JsonNode.Parse(text)!.AsObject();
        var type = (string)resource["resourceType"]!;

        var created = await CreateAsync(type, resource);
        var updated = $"{type}/{(string)(await _server.PutAsync(Callers.Programme, With(resource, "updated")))["id"]!}";
        var inTransaction = await TransactAsync(type, resource);
        var imported = await ImportAsync(type, resource);

        foreach (var path in new[] { created, updated, inTransaction, imported })
        {
            Assert.Equal(OfProgramme, Codes(await ReadAsync(path)));
            Assert.Equal(HttpStatusCode.NotFound, await _server.StatusAsync(Callers.Clinic, path));
            Assert.Equal(HttpStatusCode.NotFound, await _server.StatusAsync(Callers.Clinic, $"{path}/_history/1"));
            Assert.Equal(HttpStatusCode.OK, await _server.StatusAsync(Callers.Programme, path));
        }

        Assert.Empty((await _server.GetAsync(Callers.Clinic, type))["entry"]?.AsArray() ?? []);
    }

    [Theory]
    [MemberData(nameof(Nameless))]
    public async Task What_it_patches_becomes_its_record(string text)
    {
        var resource = JsonNode.Parse(text)!.AsObject();
        var path = $"{(string)resource["resourceType"]!}/plain";
        foreach (var target in Targets) await _server.PutAsync(null, target);
        await _server.PutAsync(null, With(resource, "plain"));
        Assert.DoesNotContain("42CFRPart2", Codes(await ReadAsync(path)));

        using var patched = await _server.SendAsync(
            Callers.Programme, "PATCH", path, """[{"op":"add","path":"/language","value":"en"}]""", ("Content-Type", "application/json-patch+json"));

        Assert.Equal(HttpStatusCode.OK, patched.StatusCode);
        Assert.Equal(OfProgramme, Codes(await ReadAsync(path)));
        Assert.Equal(HttpStatusCode.NotFound, await _server.StatusAsync(Callers.Clinic, path));
    }

    [Fact]
    public async Task Bare_data_are_protected_as_the_record_they_belong_to()
    {
        using var created = await _server.SendAsync(
            Callers.Programme, "POST", "Binary", "heroin", ("Content-Type", "text/plain"), ("X-Security-Context", "Patient/p"), ("Accept", "application/fhir+json"));
        var path = $"Binary/{(string)JsonNode.Parse(await created.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["id"]!}";

        using var bare = await _server.SendAsync(Callers.Programme, "GET", path, null, ("Accept", "text/plain"));
        using var withheld = await _server.SendAsync(Callers.Clinic, "GET", path, null, ("Accept", "text/plain"));

        Assert.Equal("heroin", await bare.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(["Patient/p"], bare.Headers.GetValues("X-Security-Context"));
        Assert.Equal(HttpStatusCode.NotFound, withheld.StatusCode);
        Assert.Equal("Patient/p", (string?)(await ReadAsync(path))["securityContext"]!["reference"]);
        Assert.Equal(OfProgramme, Codes(await ReadAsync(path)));
    }

    /// <summary>Who works here, medicines and definitions are nobody's records; that list is named, and everything beside it is protected.</summary>
    [Fact]
    public void Only_types_that_are_about_nobody_are_not_labelled()
    {
        string[] open =
        [
            "ActivityDefinition", "CapabilityStatement", "CatalogEntry", "ChargeItemDefinition", "CodeSystem", "CompartmentDefinition", "ConceptMap", "DeviceDefinition",
            "EffectEvidenceSynthesis", "Endpoint", "EventDefinition", "Evidence", "EvidenceVariable", "ExampleScenario", "GraphDefinition", "HealthcareService",
            "ImplementationGuide", "InsurancePlan", "Library", "Location", "Measure", "Medication", "MedicationKnowledge", "MedicinalProduct",
            "MedicinalProductAuthorization", "MedicinalProductContraindication", "MedicinalProductIndication", "MedicinalProductIngredient",
            "MedicinalProductInteraction", "MedicinalProductManufactured", "MedicinalProductPackaged", "MedicinalProductPharmaceutical",
            "MedicinalProductUndesirableEffect", "MessageDefinition", "NamingSystem", "ObservationDefinition", "OperationDefinition", "Organization",
            "OrganizationAffiliation", "PlanDefinition", "Practitioner", "PractitionerRole", "Questionnaire", "ResearchDefinition", "ResearchElementDefinition",
            "ResearchStudy", "RiskEvidenceSynthesis", "SearchParameter", "SpecimenDefinition", "StructureDefinition", "StructureMap", "Subscription", "Substance",
            "SubstanceNucleicAcid", "SubstancePolymer", "SubstanceProtein", "SubstanceReferenceInformation", "SubstanceSourceMaterial", "SubstanceSpecification",
            "TerminologyCapabilities", "TestReport", "TestScript", "ValueSet",
        ];

        var labeller = _server.Server.Services.GetRequiredService<Labeller>();

        var unlabelled = ResourceTypes.All.Where(type => labeller.Label(type, JsonElement.Parse($$"""{"resourceType":"{{type}}","id":"x"}"""), isOfProgramme: true).Count == 0);

        Assert.Equal(open, unlabelled);
    }

    private async Task<string> CreateAsync(string type, JsonObject resource)
    {
        using var response = await _server.SendAsync(Callers.Programme, "POST", type, resource.ToJsonString(), ("Prefer", "return=representation"));
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.Created, text);
        return $"{type}/{(string)JsonNode.Parse(text)!["id"]!}";
    }

    private async Task<string> TransactAsync(string type, JsonObject resource)
    {
        var bundle = new JsonObject
        {
            ["resourceType"] = "Bundle",
            ["type"] = "transaction",
            ["entry"] = new JsonArray(new JsonObject { ["resource"] = resource.DeepClone(), ["request"] = new JsonObject { ["method"] = "POST", ["url"] = type } }),
        };
        using var response = await _server.SendAsync(Callers.Programme, "POST", "", bundle.ToJsonString());
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, text);
        return string.Join('/', ((string)JsonNode.Parse(text)!["entry"]![0]!["response"]!["location"]!).Split('/')[^4..^2]);
    }

    private async Task<string> ImportAsync(string type, JsonObject resource)
    {
        using var kickoff = await _server.SendAsync(
            Callers.Programme, "POST", "$import", With(resource, "imported"), ("Content-Type", "application/fhir+ndjson"), ("Prefer", "respond-async"));
        Assert.Equal(HttpStatusCode.Accepted, kickoff.StatusCode);
        await Until.TrueAsync(async () => await _server.StatusAsync(null, $"{type}/imported") == HttpStatusCode.OK, "the import");
        return $"{type}/imported";
    }

    /// <summary>Read as resource: a Binary would answer with its bare data.</summary>
    private async Task<JsonObject> ReadAsync(string path)
    {
        using var response = await _server.SendAsync(null, "GET", path, null, ("Accept", "application/fhir+json"));
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject();
    }

    private static string With(JsonObject resource, string id)
    {
        var copy = resource.DeepClone().AsObject();
        copy["id"] = id;
        return copy.ToJsonString();
    }

    private static IEnumerable<string> Codes(JsonObject resource)
        => (resource["meta"]!["security"]?.AsArray() ?? []).Select(label => (string)label!["code"]!).Order(StringComparer.Ordinal);
}
