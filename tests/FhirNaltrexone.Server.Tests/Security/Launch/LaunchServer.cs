using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Tests.Rest;
using FhirNaltrexone.Server.Tests.Support;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.WebUtilities;

namespace FhirNaltrexone.Server.Tests.Security.Launch;

/// <summary>A server that launches apps, with two patients, and the app's side of the conversation.</summary>
public sealed class LaunchServer : IAsyncLifetime
{
    public const string FhirBase = "http://localhost/fhir";
    public const string App = "demo-app";
    public const string RedirectUri = "http://127.0.0.1:8080/";
    public const string Verifier = "a-verifier-of-at-least-forty-three-characters-0123456789";
    public const string Standalone = "launch/patient openid fhirUser offline_access patient/*.rs";
    public const string FromEhr = "launch openid fhirUser offline_access patient/*.rs";

    private static readonly string[] Resources =
    [
        """{"resourceType":"Patient","id":"anna","name":[{"family":"Alpha","given":["Anna"]}],"birthDate":"1990-01-01"}""",
        """{"resourceType":"Patient","id":"bert","name":[{"family":"Beta <i>","given":["Bert"]}]}""",
        """{"resourceType":"Practitioner","id":"doc","name":[{"family":"Healer"}]}""",
        """{"resourceType":"Encounter","id":"visit","status":"in-progress","class":{"code":"AMB"},"subject":{"reference":"Patient/anna"}}""",
        """{"resourceType":"MedicationRequest","id":"order","status":"draft","intent":"order","subject":{"reference":"Patient/anna"},"medicationCodeableConcept":{"text":"naltrexone"}}""",
        """{"resourceType":"Encounter","id":"other","status":"in-progress","class":{"code":"AMB"},"subject":{"reference":"Patient/bert"}}""",
    ];

    private readonly TestServer _server = new([("Security:Launch:Enabled", "true")]);

    internal HttpClient Client { get; private set; } = new();

    internal static string Challenge => WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));

    public async ValueTask InitializeAsync()
    {
        Client = _server.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        foreach (var resource in Resources)
        {
            var json = JsonNode.Parse(resource)!;
            using var body = new StringContent(resource, Encoding.UTF8, "application/fhir+json");
            using var stored = await Client.PutAsync($"/fhir/{json["resourceType"]}/{json["id"]}", body);
            Assert.True(stored.IsSuccessStatusCode, await stored.Content.ReadAsStringAsync());
        }
    }

    public ValueTask DisposeAsync()
    {
        Client.Dispose();
        _server.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>What the app sends for a code, with some members changed, or left out where the new value is null.</summary>
    internal static Dictionary<string, string> Request(string scope, params (string Name, string? Value)[] changes) => Changed(
        new()
        {
            ["response_type"] = "code",
            ["client_id"] = App,
            ["redirect_uri"] = RedirectUri,
            ["scope"] = scope,
            ["state"] = "the-state",
            ["aud"] = FhirBase,
            ["code_challenge"] = Challenge,
            ["code_challenge_method"] = "S256",
        },
        changes);

    /// <summary>Opens the page for a code.</summary>
    internal Task<HttpResponseMessage> AuthorizeAsync(Dictionary<string, string> request)
        => Client.GetAsync(QueryHelpers.AddQueryString("/connect/authorize", request!));

    /// <summary>Says yes on that page, for a patient and a user.</summary>
    internal Task<HttpResponseMessage> AllowAsync(Dictionary<string, string> request, string patient = "Patient/anna", string user = "Practitioner/doc", params (string Name, string Value)[] more)
        => PostAsync("/connect/authorize", Changed(new(request) { ["choice_patient"] = patient, ["choice_user"] = user, ["choice_decision"] = "allow" }, [.. more.Select(one => (one.Name, (string?)one.Value))]));

    /// <summary>The code of an app that stands alone.</summary>
    internal async Task<string> CodeAsync(string scope = Standalone, params (string Name, string? Value)[] changes)
    {
        using var answer = await AllowAsync(Request(scope, changes));
        return Query(answer)["code"]!;
    }

    /// <summary>Starts the app from the EHR's page.</summary>
    /// <returns>The parameter <c>launch</c>.</returns>
    internal async Task<string> LaunchAsync(params (string Name, string Value)[] choices)
    {
        using var answer = await PostAsync("/launch", Changed(
            new() { ["choice_patient"] = "Patient/anna", ["choice_user"] = "Practitioner/doc" }, [.. choices.Select(one => (one.Name, (string?)one.Value))]));
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        return Query(answer)["launch"]!;
    }

    /// <summary>Exchanges a code, with some members changed.</summary>
    internal Task<HttpResponseMessage> ExchangeAsync(string code, params (string Name, string? Value)[] changes) => PostAsync("/connect/token", Changed(
        new()
        {
            ["grant_type"] = "authorization_code",
            ["code"] = code,
            ["redirect_uri"] = RedirectUri,
            ["client_id"] = App,
            ["code_verifier"] = Verifier,
        },
        changes));

    internal Task<HttpResponseMessage> RefreshAsync(string token, params (string Name, string? Value)[] changes)
        => PostAsync("/connect/token", Changed(new() { ["grant_type"] = "refresh_token", ["refresh_token"] = token, ["client_id"] = App }, changes));

    /// <summary>All that comes with a token.</summary>
    internal async Task<JsonObject> TokenAsync(string scope = Standalone) => await ReadAsync(await ExchangeAsync(await CodeAsync(scope)));

    internal async Task<JsonObject> IntrospectAsync(string token, string client = App)
        => await ReadAsync(await PostAsync("/connect/introspect", new() { ["token"] = token, ["client_id"] = client }));

    internal Task<HttpResponseMessage> PostAsync(string path, Dictionary<string, string> form) => Client.PostAsync(path, new FormUrlEncodedContent(form));

    /// <summary>Reads an answer that must be a success.</summary>
    internal static async Task<JsonObject> ReadAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
            return await answer.JsonAsync();
        }
    }

    /// <summary>Asserts an error of OAuth 2.0 at the token endpoint.</summary>
    internal static async Task AssertErrorAsync(HttpResponseMessage answer, string error)
    {
        using (answer)
        {
            Assert.True(answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized, $"{answer.StatusCode}");
            Assert.Equal(error, (string?)(await answer.JsonAsync())["error"]);
        }
    }

    /// <summary>The parameters the browser is sent on with.</summary>
    internal static Dictionary<string, string> Query(HttpResponseMessage answer)
        => QueryHelpers.ParseQuery(answer.Headers.Location!.Query).ToDictionary(one => one.Key, one => one.Value.ToString());

    internal static JsonObject Claims(string token) => JsonNode.Parse(WebEncoders.Base64UrlDecode(token.Split('.')[1]))!.AsObject();

    private static Dictionary<string, string> Changed(Dictionary<string, string> members, (string Name, string? Value)[] changes)
    {
        foreach (var (name, value) in changes)
        {
            if (value is null) members.Remove(name);
            else members[name] = value;
        }

        return members;
    }
}
