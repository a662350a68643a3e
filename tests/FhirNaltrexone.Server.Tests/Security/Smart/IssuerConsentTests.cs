using System.Net;
using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Tests.Rest;
using FhirNaltrexone.Server.Tests.Security.Support;
using static FhirNaltrexone.Server.Tests.Security.Sensitivity.ConsentText;

namespace FhirNaltrexone.Server.Tests.Security.Smart;

/// <summary>Consents and the apps of other authorization servers: an app is known by its issuer, and asks for what its issuer is configured for.</summary>
public sealed class IssuerConsentTests(TokenBench bench) : IClassFixture<TokenBench>
{
    private const string Reading = "system/Observation.rs";

    [Fact]
    public async Task An_app_elsewhere_with_the_id_of_a_registered_client_is_not_that_client()
    {
        var path = await StoreAsync("anna", Provision("permit").Labelled("SUD").ToClient("bulk"));

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(path, await bench.TokenAsync(Reading)));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(path, Elsewhere("bulk", Reading)));
    }

    [Fact]
    public async Task An_app_is_permitted_by_its_issuer_and_its_id()
    {
        var path = await StoreAsync("anna", Provision("permit").Labelled("SUD").ToIdentifier(TokenBench.Elsewhere, "an-app"));

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(path, Elsewhere("an-app", Reading)));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(path, Elsewhere("another", Reading)));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(path, Other("an-app", Reading)));
    }

    [Fact]
    public async Task An_app_treats_where_its_issuer_is_configured_for_treatment_and_nowhere_else()
    {
        var path = await StoreAsync("bert", Provision("permit").Labelled("SUD").ToClass("treating-providers"));

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(path, await bench.TokenAsync(Reading)));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(path, Other("an-app", Reading)));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(path, Elsewhere("an-app", Reading)));
    }

    private async Task<string> StoreAsync(string patient, JsonObject provision)
    {
        var writer = Elsewhere("writer", "system/*.cruds");
        using var stored = await bench.SendAsync(HttpMethod.Post, "/fhir/Observation", writer, $$"""
            {"resourceType":"Observation","status":"final","code":{"text":"x"},"subject":{"reference":"Patient/{{patient}}"},
             "meta":{"security":[{"system":"http://terminology.hl7.org/CodeSystem/v3-ActCode","code":"OPIOIDUD"}]} }
            """);
        var consent = Consent("c", provision, patient);
        consent.Remove("id");
        using var recorded = await bench.SendAsync(HttpMethod.Post, "/fhir/Consent", writer, consent.ToJsonString());
        Assert.Equal(HttpStatusCode.Created, recorded.StatusCode);
        return $"/fhir/Observation/{(string)(await stored.JsonAsync())["id"]!}";
    }

    private async Task<HttpStatusCode> StatusAsync(string path, string token)
    {
        using var answer = await bench.ReadAsync(path, token);
        return answer.StatusCode;
    }

    private string Elsewhere(string client, string scope)
    {
        var draft = bench.Granted(scope);
        draft.Claims["client_id"] = client;
        return draft.Sign(bench.Issuer);
    }

    private string Other(string client, string scope)
    {
        var draft = TokenDraft.Valid("ES384", bench.OtherIssuer.Id, "https://other.example.org", TokenBench.Audience, bench.Clock.GetUtcNow());
        draft.Header["typ"] = "at+jwt";
        draft.Claims["azp"] = client;
        draft.Claims["scp"] = scope;
        return draft.Sign(bench.OtherIssuer);
    }
}
