using System.Net;
using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Tests.Security.Support;
using FhirNaltrexone.Storage.Access;
using static FhirNaltrexone.Server.Tests.Security.Sensitivity.ConsentText;

namespace FhirNaltrexone.Server.Tests.Security.Sensitivity;

/// <summary>A consent opens records only when somebody has recorded it who is trusted with that; anybody can close them.</summary>
public sealed class RecorderTests : IDisposable
{
    private const string Withheld = "Condition/oud";

    private readonly AccessServer _server = new();

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task Nobody_opens_a_record_for_themselves()
    {
        await StoreAsync();

        var consent = await PostAsync(Callers.Clinic, Permit("clinic"));
        await PutAsync(Callers.Clinic, consent, Permit("clinic", "2026-02-01"));

        Assert.Equal(HttpStatusCode.NotFound, await _server.StatusAsync(Callers.Clinic, Withheld));
    }

    [Fact]
    public async Task A_programme_records_consents_and_what_others_write_over_them_permits_nothing()
    {
        await StoreAsync();
        var consent = await PostAsync(Callers.Programme, Permit("clinic"));
        Assert.Equal(HttpStatusCode.OK, await _server.StatusAsync(Callers.Clinic, Withheld));

        var read = await _server.GetAsync(Callers.Programme, consent);
        await PutAsync(Callers.Clinic, consent, read);

        Assert.Equal(HttpStatusCode.NotFound, await _server.StatusAsync(Callers.Clinic, Withheld));
        await PutAsync(Callers.Programme, consent, read);
        Assert.Equal(HttpStatusCode.OK, await _server.StatusAsync(Callers.Clinic, Withheld));
    }

    [Fact]
    public async Task A_mark_that_is_sent_along_is_not_believed()
    {
        await StoreAsync();
        var consent = await PostAsync(Callers.Programme, Permit("nobody"));
        var marked = Permit("clinic");
        marked["meta"] = new JsonObject { ["tag"] = (await _server.GetAsync(Callers.Programme, consent))["meta"]!["tag"]!.DeepClone() };

        await PostAsync(Callers.Clinic, marked);

        Assert.Equal(HttpStatusCode.NotFound, await _server.StatusAsync(Callers.Clinic, Withheld));
    }

    [Fact]
    public async Task A_client_that_is_trusted_with_it_records_consents()
    {
        await StoreAsync();

        await PostAsync(Callers.Other with { RecordsConsents = true }, Permit("clinic"));

        Assert.Equal(HttpStatusCode.OK, await _server.StatusAsync(Callers.Clinic, Withheld));
    }

    [Fact]
    public async Task Consents_of_an_open_service_permit_only_where_the_site_says_so()
    {
        using var server = new AccessServer(null, ("Security:Sensitivity:RecordsConsents", "false"));
        foreach (var each in new[] { _server, server })
        {
            await StoreAsync(each);
            await each.PutAsync(null, Permit("clinic").ToJsonString());
        }

        Assert.Equal(HttpStatusCode.OK, await _server.StatusAsync(Callers.Clinic, Withheld));
        Assert.Equal(HttpStatusCode.NotFound, await server.StatusAsync(Callers.Clinic, Withheld));
    }

    [Fact]
    public async Task Anybody_can_deny()
    {
        await StoreAsync();
        await PostAsync(Callers.Programme, Permit("clinic"));

        await PostAsync(Callers.Other, Consent("c", Provision("deny").ToClient("clinic"), dateTime: "2026-02-01"));

        Assert.Equal(HttpStatusCode.NotFound, await _server.StatusAsync(Callers.Clinic, Withheld));
    }

    [Fact]
    public async Task A_consent_that_speaks_of_substance_use_is_seen_by_whoever_recorded_it_whom_it_names_and_the_patient()
    {
        var consent = await PostAsync(Callers.Clinic with { RecordsConsents = true }, Permit("other"));

        Assert.Equal(HttpStatusCode.OK, await _server.StatusAsync(Callers.Clinic, consent));
        Assert.Equal(HttpStatusCode.OK, await _server.StatusAsync(Callers.Other, consent));
        Assert.Equal(HttpStatusCode.OK, await _server.StatusAsync(Callers.Other with { Id = "app", User = "Patient/p" }, consent));
        Assert.Equal(HttpStatusCode.NotFound, await _server.StatusAsync(Callers.Other with { Id = "third" }, consent));
        Assert.Equal(HttpStatusCode.NotFound, await _server.StatusAsync(Callers.Programme, consent));
    }

    private static JsonObject Permit(string client, string dateTime = "2026-01-01")
        => Consent("c", Provision("permit").Labelled("SUD").ToClient(client), dateTime: dateTime);

    private Task<JsonObject> StoreAsync(AccessServer? server = null) => (server ?? _server).PutAsync(null, """
        {"resourceType":"Condition","id":"oud","subject":{"reference":"Patient/p"},"code":{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"F11.20"}]} }
        """);

    private async Task<string> PostAsync(Caller caller, JsonObject consent)
    {
        using var response = await _server.SendAsync(caller, "POST", "Consent", consent.ToJsonString());
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.StatusCode == HttpStatusCode.Created, text);
        return $"Consent/{JsonNode.Parse(text)!["id"]}";
    }

    private async Task PutAsync(Caller caller, string path, JsonObject consent)
    {
        var sent = consent.DeepClone();
        sent["id"] = path.Split('/')[1];
        using var response = await _server.SendAsync(caller, "PUT", path, sent.ToJsonString());
        Assert.True(response.StatusCode == HttpStatusCode.OK, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
