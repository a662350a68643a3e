using System.Net;
using System.Net.Http.Headers;
using System.Text;
using FhirNaltrexone.Server.Tests.Rest;
using FhirNaltrexone.Server.Tests.Security.Support;
using FhirNaltrexone.Server.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace FhirNaltrexone.Server.Tests.Security.Smart;

/// <summary>A service with registered clients and an authorization server elsewhere, and two patients.</summary>
public sealed class TokenBench : IAsyncLifetime
{
    internal const string FhirBase = "http://localhost/fhir";
    internal const string TokenAddress = "http://localhost/connect/token";
    internal const string AssertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    internal const string Elsewhere = "https://sso.example.org/realms/clinic";
    internal const string Audience = "https://fhir.example.org";

    internal static readonly DateTimeOffset Now = new(2026, 11, 22, 14, 0, 0, TimeSpan.Zero);

    internal TestKey Rsa { get; } = TestKey.Rsa("rsa");

    internal TestKey P384 { get; } = TestKey.P384("p384");

    internal TestKey Foreign { get; } = TestKey.P384("p384");

    internal TestKey Issuer { get; } = TestKey.Rsa("sso");

    internal TestKey OtherIssuer { get; } = TestKey.P384("other-sso");

    internal KeyServer Keys { get; private set; } = null!;

    internal TestServer Server { get; private set; } = null!;

    internal HttpClient Client { get; private set; } = null!;

    internal FakeTimeProvider Clock { get; } = new(Now);

    public async ValueTask InitializeAsync()
    {
        Keys = await KeyServer.StartAsync(TestKey.Set(Issuer, OtherIssuer));
        var keys = TestKey.Set(Rsa.Public(), P384.Public(), Rsa.As("twice").Public(), P384.As("twice").Public());
        Server = new TestServer([
            ("Security:Mode", "Enforced"), ("Security:Limits:RefusalsPerMinute", "0"),
            .. CdsClient.Registered(0, "bulk", ("Jwks", keys), ("Scopes", "system/Patient.cruds system/Observation.rs"), ("ChoosesIds", "true")),
            .. CdsClient.Registered(1, "plain", ("Jwks", keys), ("Services:0", "*")), ("Security:CdsBase:0", CdsClient.Base),
            .. CdsClient.Registered(2, "published", ("JwksUri", Keys.Address), ("AllowPrivateNetwork", "true"), ("Algorithms:0", "RS256"), ("Scopes", "system/Patient.rs")),
            ("Security:Issuers:0:Issuer", Elsewhere), ("Security:Issuers:0:Audience", Audience), ("Security:Issuers:0:JwksUri", Keys.Address),
            ("Security:Issuers:0:AllowPrivateNetwork", "true"), ("Security:Issuers:0:RecordsConsents", "true"),
            ("Security:Issuers:1:Issuer", "https://other.example.org"), ("Security:Issuers:1:Audience", Audience), ("Security:Issuers:1:JwksUri", Keys.Address),
            ("Security:Issuers:1:AllowPrivateNetwork", "true"), ("Security:Issuers:1:Algorithms:0", "ES384"), ("Security:Issuers:1:ScopeClaim", "scp"), ("Security:Issuers:1:Purpose", "TREAT"),
            ("Security:Issuers:1:PatientClaim", "launch_patient"), ("Security:Issuers:1:ClientClaim", "azp"),
        ])
        { Clock = Clock };
        Client = Server.CreateClient();
        var token = await TokenAsync("system/Patient.cruds");
        foreach (var id in new[] { "anna", "bert" })
        {
            using var stored = await SendAsync(HttpMethod.Put, $"/fhir/Patient/{id}", token, $$"""{"resourceType":"Patient","id":"{{id}}"}""");
            Assert.True(stored.IsSuccessStatusCode, await stored.Content.ReadAsStringAsync());
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Server.DisposeAsync();
        await Keys.DisposeAsync();
    }

    /// <summary>The JWT by which a client proves who it is.</summary>
    internal TokenDraft Assertion(string algorithm = "ES384", string client = "bulk")
    {
        var draft = TokenDraft.Valid(algorithm, Key(algorithm).Id, client, TokenAddress, Clock.GetUtcNow());
        draft.Claims["sub"] = client;
        return draft;
    }

    internal TestKey Key(string algorithm) => algorithm[0] == 'R' ? Rsa : P384;

    internal static Dictionary<string, string> Form(string assertion, string scope = "system/Patient.rs") => new()
    {
        ["grant_type"] = "client_credentials",
        ["scope"] = scope,
        ["client_assertion_type"] = AssertionType,
        ["client_assertion"] = assertion,
    };

    internal Task<HttpResponseMessage> PostAsync(Dictionary<string, string> form) => Client.PostAsync("/connect/token", new FormUrlEncodedContent(form));

    /// <summary>An access token of this service.</summary>
    internal async Task<string> TokenAsync(string scope)
    {
        using var answer = await PostAsync(Form(Assertion().Sign(P384), scope));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (string)(await answer.JsonAsync())["access_token"]!;
    }

    /// <summary>An access token of the server elsewhere.</summary>
    internal TokenDraft Granted(string scope, string? patient = null)
    {
        var draft = TokenDraft.Valid("RS256", Issuer.Id, Elsewhere, Audience, Clock.GetUtcNow());
        draft.Header["typ"] = "at+jwt";
        draft.Claims["client_id"] = "an-app";
        draft.Claims["scope"] = scope;
        if (patient is not null) draft.Claims["patient"] = patient;
        return draft;
    }

    internal Task<HttpResponseMessage> ReadAsync(string path, string? token) => SendAsync(HttpMethod.Get, path, token);

    internal Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? token, string? body = null)
    {
        var request = new HttpRequestMessage(method, path);
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/fhir+json");
        return Client.SendAsync(request);
    }

    /// <summary>A refusal of a bad token.</summary>
    internal static async Task AssertInvalidAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("Bearer error=\"invalid_token\"", answer.Header("WWW-Authenticate"));
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }
}
