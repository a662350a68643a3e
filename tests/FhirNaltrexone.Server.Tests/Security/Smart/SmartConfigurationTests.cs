using System.Net;
using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Tests.Rest;
using FhirNaltrexone.Server.Tests.Security.Support;

namespace FhirNaltrexone.Server.Tests.Security.Smart;

/// <summary>What clients find out before they have a token (SMART App Launch 2.2, conformance).</summary>
public sealed class SmartConfigurationTests
{
    private const string Path = "/fhir/.well-known/smart-configuration";

    private static readonly (string, string)[] Clients =
        [("Security:Mode", "Enforced"), .. CdsClient.Registered(0, "bulk", ("Jwks", TestKey.Set(TestKey.P384("k"))), ("Scopes", "system/*.rs"))];

    private static readonly (string, string)[] Launch = [("Security:Mode", "Enforced"), ("Security:Launch:Enabled", "true")];

    [Theory]
    [InlineData("application/fhir+xml")]
    [InlineData("text/html")]
    [InlineData("*/*")]
    public async Task It_is_JSON_whatever_the_client_would_accept(string accept)
    {
        using var fhir = new FhirHttp([.. Clients]);

        using var answer = await fhir.GetAsync(Path, ("Accept", accept));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task For_registered_clients_alone_it_tells_of_tokens_alone()
    {
        using var fhir = new FhirHttp([.. Clients]);

        var document = await (await fhir.GetAsync(Path)).JsonAsync();

        Assert.Equal("http://localhost/connect/token", (string?)document["token_endpoint"]);
        Assert.Equal(["client_credentials"], Texts(document, "grant_types_supported"));
        Assert.Equal(["private_key_jwt"], Texts(document, "token_endpoint_auth_methods_supported"));
        Assert.Equal(["RS384", "ES384"], Texts(document, "token_endpoint_auth_signing_alg_values_supported"));
        Assert.Equal(["client-confidential-asymmetric", "permission-v1", "permission-v2"], Texts(document, "capabilities"));
        Assert.Equal(["S256"], Texts(document, "code_challenge_methods_supported"));
        Assert.False(document.ContainsKey("authorization_endpoint") || document.ContainsKey("issuer") || document.ContainsKey("jwks_uri"));
    }

    [Fact]
    public async Task For_apps_it_tells_of_launching_and_every_address_answers()
    {
        using var fhir = new FhirHttp([.. Launch]);

        var document = await (await fhir.GetAsync(Path)).JsonAsync();

        Assert.Equal(["authorization_code", "refresh_token"], Texts(document, "grant_types_supported"));
        Assert.Equal(["S256"], Texts(document, "code_challenge_methods_supported"));
        Assert.Superset(new HashSet<string> { "launch-ehr", "launch-standalone", "client-public", "sso-openid-connect", "permission-v2" }, Texts(document, "capabilities").ToHashSet());
        Assert.DoesNotContain("client-confidential-asymmetric", Texts(document, "capabilities"));
        foreach (var name in new[] { "authorization_endpoint", "token_endpoint", "introspection_endpoint", "revocation_endpoint", "jwks_uri" })
        {
            using var answer = await fhir.SendAsync(name == "jwks_uri" ? "GET" : "POST", new Uri((string)document[name]!).AbsolutePath, null);
            Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"{name} {answer.StatusCode}");
        }

        var openId = await (await fhir.GetAsync(new Uri($"{document["issuer"]}.well-known/openid-configuration").AbsolutePath)).JsonAsync();
        Assert.Equal((string?)document["issuer"], (string?)openId["issuer"]);
        Assert.Equal((string?)document["jwks_uri"], (string?)openId["jwks_uri"]);
        Assert.Equal((string?)document["token_endpoint"], (string?)openId["token_endpoint"]);
    }

    [Fact]
    public async Task An_open_service_has_none()
    {
        using var fhir = new FhirHttp();

        using var answer = await fhir.GetAsync(Path);
        var metadata = await (await fhir.GetAsync("/fhir/metadata")).JsonAsync();

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Null(metadata["rest"]![0]!["security"]);
    }

    [Fact]
    public async Task The_CapabilityStatement_tells_the_same_addresses()
    {
        using var fhir = new FhirHttp([.. Launch]);

        var security = (await (await fhir.GetAsync("/fhir/metadata")).JsonAsync())["rest"]![0]!["security"]!;
        var document = await (await fhir.GetAsync(Path)).JsonAsync();

        var addresses = security["extension"]![0]!["extension"]!.AsArray().ToDictionary(one => (string)one!["url"]!, one => (string?)one!["valueUri"]);
        Assert.Equal((string?)document["authorization_endpoint"], addresses["authorize"]);
        Assert.Equal((string?)document["token_endpoint"], addresses["token"]);
        Assert.Equal("SMART-on-FHIR", (string?)security["service"]![0]!["coding"]![0]!["code"]);
    }

    [Theory]
    [InlineData(Path, "GET", "https://anybody.example.org", true)]
    [InlineData("/fhir/metadata", "GET", "https://anybody.example.org", true)]
    [InlineData("/connect/token", "POST", "https://anybody.example.org", false)]
    [InlineData("/connect/token", "POST", "http://127.0.0.1:8080", true)]
    [InlineData("/fhir/Patient/1", "GET", "http://127.0.0.1:8080", true)]
    [InlineData("/fhir/Patient/1", "GET", "https://anybody.example.org", false)]
    public async Task Pages_may_find_out_from_anywhere_and_call_from_where_the_app_is(string path, string method, string origin, bool isAllowed)
    {
        using var fhir = new FhirHttp([.. Launch]);

        using var preflight = await fhir.SendAsync("OPTIONS", path, null, ("Origin", origin), ("Access-Control-Request-Method", method), ("Access-Control-Request-Headers", "authorization,accept"));
        using var answer = await fhir.SendAsync(method, path, null, ("Origin", origin));

        Assert.Equal(isAllowed, preflight.Header("Access-Control-Allow-Origin") is not null);
        Assert.Equal(isAllowed, answer.Header("Access-Control-Allow-Origin") is not null);
    }

    [Fact]
    public async Task Both_kinds_of_client_share_one_token_endpoint()
    {
        var key = TestKey.P384("k");
        using var fhir = new FhirHttp([.. Launch, .. CdsClient.Registered(0, "bulk", ("Jwks", TestKey.Set(key)), ("Scopes", "system/*.rs"))]);
        var draft = TokenDraft.Valid("ES384", "k", "bulk", "http://localhost/connect/token", DateTimeOffset.UtcNow);
        draft.Claims["sub"] = "bulk";

        using var client = fhir.Server.CreateClient();
        using var token = await client.PostAsync("/connect/token", new FormUrlEncodedContent(TokenBench.Form(draft.Sign(key))));
        using var code = await client.PostAsync("/connect/token", new FormUrlEncodedContent(new Dictionary<string, string> { ["grant_type"] = "authorization_code", ["code"] = "x", ["client_id"] = "demo-app" }));

        Assert.True(token.StatusCode == HttpStatusCode.OK, await token.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.BadRequest, code.StatusCode);
        Assert.Superset(new HashSet<string> { "client_credentials", "authorization_code" }, Texts(await (await fhir.GetAsync(Path)).JsonAsync(), "grant_types_supported").ToHashSet());
    }

    private static IReadOnlyList<string> Texts(JsonObject document, string name) => [.. document[name]!.AsArray().Select(one => (string)one!)];
}
