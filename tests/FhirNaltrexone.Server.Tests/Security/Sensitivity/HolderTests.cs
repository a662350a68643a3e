using System.Net;
using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Tests.Security.Support;
using FhirNaltrexone.Storage.Access;
using static FhirNaltrexone.Server.Tests.Security.Sensitivity.ConsentText;

namespace FhirNaltrexone.Server.Tests.Security.Sensitivity;

/// <summary>Whoever holds a record needs no consent to see it, and nobody becomes its holder but by writing it first.</summary>
public sealed class HolderTests : IDisposable
{
    private const string JsonPatch = "application/json-patch+json";
    private const string HolderSystem = "https://fhirnaltrexone.example.org/fhir/sid/record-holder";
    private static readonly Caller OtherProgramme = Callers.Programme with { Id = "programme-b", Issuer = "programme-b" };
    private static readonly string Oud = Condition("F11.20");
    private static readonly string Flu = Condition("J11.1");

    private readonly AccessServer _server = new();

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task A_client_reads_and_changes_what_it_has_written()
    {
        var path = await PostAsync(Callers.Clinic, Oud);

        Assert.Equal(HttpStatusCode.OK, await _server.StatusAsync(Callers.Clinic, path));
        Assert.Equal(HttpStatusCode.NotFound, await _server.StatusAsync(Callers.Other, path));
        Assert.Equal(HttpStatusCode.OK, await ChangeAsync(Callers.Clinic, path));
        Assert.Equal(HttpStatusCode.OK, await PutAsync(Callers.Clinic, path, Condition("F11.21")));
        Assert.Equal(HttpStatusCode.OK, await _server.StatusAsync(Callers.Clinic, path));
        Assert.Equal(3, (await _server.GetAsync(Callers.Clinic, $"{path}/_history"))["entry"]!.AsArray().Count);
        using var deleted = await _server.SendAsync(Callers.Clinic, "DELETE", path);
        Assert.Equal(HttpStatusCode.Gone, await _server.StatusAsync(null, path));
    }

    [Fact]
    public async Task A_record_that_only_its_medication_makes_sensitive_is_its_own_as_well()
    {
        await _server.PutAsync(null, """{"resourceType":"Medication","id":"n","code":{"coding":[{"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"7243"}]} }""");

        var path = await PostAsync(Callers.Clinic, """
            {"resourceType":"MedicationRequest","status":"active","intent":"order","subject":{"reference":"Patient/p"},"medicationReference":{"reference":"Medication/n"} }
            """);

        Assert.Equal(HttpStatusCode.OK, await _server.StatusAsync(Callers.Clinic, path));
        Assert.Equal(HttpStatusCode.NotFound, await _server.StatusAsync(Callers.Other, path));
    }

    [Fact]
    public async Task A_conditional_creation_finds_what_the_client_has_created()
    {
        var order = Oud.Replace("\"subject\"", """ "identifier":[{"system":"http://example.org","value":"7"}],"subject" """, StringComparison.Ordinal);

        using var first = await _server.SendAsync(Callers.Clinic, "POST", "Condition", order, ("If-None-Exist", "identifier=http://example.org|7"));
        using var second = await _server.SendAsync(Callers.Clinic, "POST", "Condition", order, ("If-None-Exist", "identifier=http://example.org|7"));

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK), (first.StatusCode, second.StatusCode));
        Assert.Equal(1, (int)(await _server.GetAsync(null, "Condition"))["total"]!);
    }

    [Fact]
    public async Task A_programme_sees_its_own_records_and_not_those_of_another()
    {
        var mine = await PostAsync(Callers.Programme, Flu);
        var theirs = await PostAsync(OtherProgramme, Flu);
        var clinics = await PostAsync(Callers.Clinic, Oud);

        Assert.Equal(HttpStatusCode.OK, await _server.StatusAsync(Callers.Programme, mine));
        Assert.Equal(HttpStatusCode.NotFound, await _server.StatusAsync(Callers.Programme, theirs));
        Assert.Equal(HttpStatusCode.NotFound, await _server.StatusAsync(Callers.Programme, clinics));
        Assert.Single((await _server.GetAsync(Callers.Programme, "Condition?subject=Patient/p"))["entry"]!.AsArray());
    }

    [Fact]
    public async Task A_deny_binds_a_programme_but_hides_nobodys_own_records()
    {
        var mine = await PostAsync(Callers.Programme, Flu);
        var plain = await PostAsync(Callers.Clinic, Flu);
        Assert.Equal(HttpStatusCode.OK, await _server.StatusAsync(Callers.Programme, plain));

        await _server.PutAsync(null, Consent("c", Provision("deny")).ToJsonString());

        Assert.Equal(HttpStatusCode.NotFound, await _server.StatusAsync(Callers.Programme, plain));
        Assert.Equal(HttpStatusCode.OK, await _server.StatusAsync(Callers.Programme, mine));
        Assert.Equal(HttpStatusCode.OK, await _server.StatusAsync(Callers.Clinic, plain));
    }

    [Fact]
    public async Task Clients_of_one_organisation_hold_its_records_together()
    {
        var ehr = Callers.Clinic with { Organization = "Organization/ours" };
        var path = await PostAsync(ehr, Oud);

        Assert.Equal(HttpStatusCode.OK, await _server.StatusAsync(Callers.Other with { Organization = "Organization/ours" }, path));
        Assert.Equal(HttpStatusCode.NotFound, await _server.StatusAsync(Callers.Other with { Organization = "Organization/theirs" }, path));
        Assert.Equal(HttpStatusCode.NotFound, await _server.StatusAsync(Callers.Clinic, path));
    }

    [Fact]
    public async Task The_same_id_at_another_authorization_server_is_somebody_else()
    {
        var path = await PostAsync(Callers.Clinic, Oud);

        Assert.Equal(HttpStatusCode.NotFound, await _server.StatusAsync(Callers.Clinic with { Issuer = "https://login.example.org" }, path));
    }

    [Fact]
    public async Task Nobody_holds_what_a_patient_writes_but_the_patient_sees_it()
    {
        var patient = Callers.Clinic with { User = "Patient/p" };
        var path = await PostAsync(patient, Oud);

        Assert.Equal(HttpStatusCode.OK, await _server.StatusAsync(patient, path));
        Assert.Equal(HttpStatusCode.NotFound, await _server.StatusAsync(Callers.Clinic, path));
        Assert.Equal(HttpStatusCode.NotFound, await _server.StatusAsync(Callers.Clinic with { User = "Patient/q" }, path));
    }

    /// <summary>Its authorization server need not say who the user is.</summary>
    [Fact]
    public async Task Nobody_holds_what_the_app_of_a_patient_writes()
    {
        var app = Callers.Clinic with { IsRegistered = false, Patient = "p" };
        var path = await PostAsync(app, Oud);
        var plain = await PostAsync(app, Flu);

        Assert.DoesNotContain(HolderSystem, (await _server.GetAsync(null, path)).ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await _server.StatusAsync(app, path));
        Assert.Equal(HttpStatusCode.OK, await _server.StatusAsync(app, plain));
        await _server.PutAsync(null, Consent("c", Provision("deny")).ToJsonString());
        Assert.Equal(HttpStatusCode.NotFound, await _server.StatusAsync(app, plain));
        Assert.Equal(HttpStatusCode.NotFound, await _server.StatusAsync(app with { Patient = "q" }, plain));
    }

    [Fact]
    public async Task A_client_can_neither_forge_a_holder_nor_take_one_away()
    {
        var path = await PostAsync(Callers.Clinic, Oud);
        var tag = Holder(await _server.GetAsync(null, path))!;
        var forged = JsonNode.Parse(Oud)!;
        forged["meta"] = new JsonObject { ["tag"] = new JsonArray(tag.DeepClone()) };

        var other = await PostAsync(Callers.Other, forged.ToJsonString());
        await PutAsync(null, path, Condition("F11.21"));
        using var removed = await _server.SendAsync(null, "POST", $"{path}/$meta-delete", $$"""
            {"resourceType":"Parameters","parameter":[{"name":"meta","valueMeta":{"tag":[{{tag.ToJsonString()}}]} }]}
            """);

        Assert.Equal(HttpStatusCode.NotFound, await _server.StatusAsync(Callers.Clinic, other));
        Assert.Equal(HttpStatusCode.OK, await _server.StatusAsync(Callers.Clinic, path));
        Assert.Equal("F11.21", (string?)(await _server.GetAsync(Callers.Clinic, path))["code"]!["coding"]![0]!["code"]);
    }

    [Fact]
    public async Task Whoever_changes_a_record_with_consent_does_not_hold_it_when_the_consent_is_gone()
    {
        var path = await PostAsync(Callers.Clinic, Oud);
        await _server.PutAsync(null, Consent("c", Provision("permit").Labelled("SUD").ToClient("other")).ToJsonString());
        Assert.Equal(HttpStatusCode.OK, await ChangeAsync(Callers.Other, path));

        await _server.PutAsync(null, Consent("c", Provision("permit").Labelled("SUD").ToClient("other"), status: "inactive").ToJsonString());

        Assert.Equal(HttpStatusCode.NotFound, await _server.StatusAsync(Callers.Other, path));
        Assert.Equal(HttpStatusCode.OK, await _server.StatusAsync(Callers.Clinic, path));
    }

    [Fact]
    public async Task Nobody_comes_to_hold_a_record_that_nobody_has_held_by_changing_it()
    {
        Assert.Equal(HttpStatusCode.Created, await PutAsync(null, "Condition/c", Flu));
        Assert.Equal(HttpStatusCode.OK, await PutAsync(Callers.Clinic, "Condition/c", Oud));

        Assert.Equal(HttpStatusCode.NotFound, await _server.StatusAsync(Callers.Clinic, "Condition/c"));
    }

    [Fact]
    public async Task What_a_programme_writes_over_a_plain_record_is_the_programmes()
    {
        var path = await PostAsync(Callers.Clinic, Flu);
        Assert.Equal(HttpStatusCode.OK, await PutAsync(Callers.Programme, path, Oud));

        Assert.Equal(HttpStatusCode.OK, await _server.StatusAsync(Callers.Programme, path));
        Assert.Equal(HttpStatusCode.NotFound, await _server.StatusAsync(Callers.Clinic, path));
        Assert.Equal(HttpStatusCode.OK, await _server.StatusAsync(Callers.Clinic, $"{path}/_history/1"));
    }

    [Fact]
    public async Task What_a_programme_writes_over_the_record_of_another_stays_the_others()
    {
        var path = await PostAsync(Callers.Programme, Flu);
        await _server.PutAsync(null, Consent("c", Provision("permit").Labelled("SUD").ToClient("programme-b")).ToJsonString());
        Assert.Equal(HttpStatusCode.OK, await ChangeAsync(OtherProgramme, path));
        await _server.PutAsync(null, Consent("c", Provision("permit").Labelled("SUD").ToClient("programme-b"), status: "inactive").ToJsonString());

        Assert.Equal(HttpStatusCode.OK, await _server.StatusAsync(Callers.Programme, path));
        Assert.Equal(HttpStatusCode.NotFound, await _server.StatusAsync(OtherProgramme, path));
    }

    [Fact]
    public async Task Deleting_what_is_withheld_answers_as_for_what_is_absent_and_deletes_nothing()
    {
        var path = await PostAsync(Callers.Clinic, Oud);

        using var withheld = await _server.SendAsync(Callers.Other, "DELETE", path);
        using var absent = await _server.SendAsync(Callers.Other, "DELETE", "Condition/none");

        Assert.Equal(absent.StatusCode, withheld.StatusCode);
        Assert.Equal(await TextAsync(absent), await TextAsync(withheld));
        Assert.Equal(HttpStatusCode.OK, await _server.StatusAsync(Callers.Clinic, path));
    }

    [Fact]
    public async Task An_id_that_is_taken_by_what_is_withheld_looks_like_one_that_is_free()
    {
        Assert.Equal(HttpStatusCode.Created, await PutAsync(null, "Condition/taken", Oud));
        var clinic = Callers.Clinic with { ChoosesIds = false };

        var texts = new List<string>();
        foreach (var id in new[] { "taken", "free" })
        {
            using var put = await _server.SendAsync(clinic, "PUT", $"Condition/{id}", Flu.Replace("\"subject\"", $"\"id\":\"{id}\",\"subject\"", StringComparison.Ordinal));
            using var transaction = await _server.SendAsync(clinic, "POST", "", $$"""
                {"resourceType":"Bundle","type":"transaction","entry":[{"resource":{{Flu.Replace("\"subject\"", $"\"id\":\"{id}\",\"subject\"", StringComparison.Ordinal)}},"request":{"method":"PUT","url":"Condition/{{id}}"} }]}
                """);
            texts.Add($"{put.StatusCode} {transaction.StatusCode} {await TextAsync(put)} {await TextAsync(transaction)}".Replace(id, "ID", StringComparison.Ordinal));
        }

        Assert.StartsWith("Forbidden Forbidden", texts[0], StringComparison.Ordinal);
        Assert.Equal(texts[0], texts[1]);
        Assert.Equal(HttpStatusCode.NotFound, await _server.StatusAsync(null, "Condition/free"));
        Assert.Equal(HttpStatusCode.Created, await PutAsync(Callers.Clinic, "Condition/free", Flu));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Who_chooses_ids_is_told_that_one_is_taken_and_changes_nothing(bool isDeleted)
    {
        Assert.Equal(HttpStatusCode.Created, await PutAsync(null, "Condition/taken", Oud));
        if (isDeleted)
        {
            using var deletion = await _server.SendAsync(null, "DELETE", "Condition/taken");
            Assert.Equal(HttpStatusCode.NoContent, deletion.StatusCode);
        }

        using var put = await _server.SendAsync(Callers.Other with { ChoosesIds = true }, "PUT", "Condition/taken", Flu.Replace("\"subject\"", "\"id\":\"taken\",\"subject\"", StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.Conflict, put.StatusCode);
        Assert.DoesNotContain("F11", await TextAsync(put), StringComparison.Ordinal);
        Assert.Equal(isDeleted ? HttpStatusCode.Gone : HttpStatusCode.OK, await _server.StatusAsync(null, "Condition/taken"));
        var history = await _server.GetAsync(null, "Condition/taken/_history");
        Assert.Equal(isDeleted ? 2 : 1, (int)history["total"]!);
    }

    private static string Condition(string code) => $$"""
        {"resourceType":"Condition","subject":{"reference":"Patient/p"},"code":{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"{{code}}"}]} }
        """;

    private static JsonNode? Holder(JsonObject resource)
        => resource["meta"]!["tag"]!.AsArray().SingleOrDefault(tag => (string?)tag!["system"] == HolderSystem);

    private static Task<string> TextAsync(HttpResponseMessage response) => response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    private async Task<string> PostAsync(Caller? caller, string json)
    {
        var type = (string)JsonNode.Parse(json)!["resourceType"]!;
        using var response = await _server.SendAsync(caller, "POST", type, json);
        Assert.True(response.StatusCode == HttpStatusCode.Created, await TextAsync(response));
        return $"{type}/{JsonNode.Parse(await TextAsync(response))!["id"]}";
    }

    private async Task<HttpStatusCode> PutAsync(Caller? caller, string path, string json)
    {
        var resource = JsonNode.Parse(json)!;
        resource["id"] = path.Split('/')[1];
        using var response = await _server.SendAsync(caller, "PUT", path, resource.ToJsonString());
        return response.StatusCode;
    }

    private async Task<HttpStatusCode> ChangeAsync(Caller caller, string path)
    {
        using var response = await _server.SendAsync(
            caller, "PATCH", path, """[{"op":"add","path":"/recordedDate","value":"2026-01-01"}]""", ("Content-Type", JsonPatch));
        return response.StatusCode;
    }
}
