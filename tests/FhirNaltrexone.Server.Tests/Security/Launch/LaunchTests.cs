using System.Net;
using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Tests.Rest;
using FhirNaltrexone.Server.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using static FhirNaltrexone.Server.Tests.Security.Launch.LaunchServer;

namespace FhirNaltrexone.Server.Tests.Security.Launch;

/// <summary>The demonstration server as an app meets it (SMART App Launch 2.2). Names in brackets: the tests of Inferno's SMART kit that ask the same.</summary>
public sealed class LaunchTests(LaunchServer server) : IClassFixture<LaunchServer>
{
    [Fact]
    public async Task An_app_that_stands_alone_gets_patient_and_user_chosen_on_the_page()
    {
        var request = Request(Standalone);

        using var first = await server.AuthorizeAsync(request);
        using var second = await server.PostAsync("/connect/authorize", new(request) { ["choice_patient"] = "Patient/anna" });
        using var third = await server.AllowAsync(request);
        var token = await ReadAsync(await server.ExchangeAsync(Query(third)["code"]));

        var page = await first.Content.ReadAsStringAsync();
        Assert.Contains("Alpha Anna, 1990-01-01, anna", page, StringComparison.Ordinal);
        Assert.Contains("Beta &lt;i&gt; Bert", page, StringComparison.Ordinal);
        Assert.Contains("Healer", await second.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("the-state", Query(third)["state"]);
        Assert.Equal(("anna", "Bearer"), ((string?)token["patient"], (string?)token["token_type"]));
        Assert.Equal(Standalone, (string?)token["scope"]);
        Assert.Null(token["encounter"]);
    }

    [Fact]
    public async Task The_page_finds_patients_by_name()
    {
        using var page = await server.PostAsync("/connect/authorize", new(Request(Standalone)) { ["choice_name"] = "alp" });

        var text = await page.Content.ReadAsStringAsync();
        Assert.Contains("Patient/anna", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Patient/bert", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_launch_from_the_EHR_brings_all_that_is_open()
    {
        var launch = await server.LaunchAsync(("choice_encounter", "Encounter/visit"), ("choice_record", "MedicationRequest/order"));

        using var answer = await server.AuthorizeAsync(Request(FromEhr, ("launch", launch)));
        var token = await ReadAsync(await server.ExchangeAsync(Query(answer)["code"]));

        Assert.Equal(("anna", "visit"), ((string?)token["patient"], (string?)token["encounter"]));
        Assert.Equal("""[{"reference":"MedicationRequest/order"}]""", token["fhirContext"]!.ToJsonString());
        Assert.True((bool?)token["need_patient_banner"]);
    }

    [Fact]
    public async Task The_access_token_says_for_whom_and_what_it_is_good()
    {
        var token = await server.TokenAsync();
        var claims = Claims((string)token["access_token"]!);

        Assert.Equal(("http://localhost/", FhirBase, App, "anna"), ((string?)claims["iss"], (string?)claims["aud"], (string?)claims["client_id"], (string?)claims["patient"]));
        Assert.Equal($"{FhirBase}/Practitioner/doc", (string?)claims["fhirUser"]);
        Assert.Equal(Standalone, (string?)claims["scope"]);
        Assert.Null(claims["step"]);
        Assert.Equal(600, (long)claims["exp"]! - (long)claims["iat"]!);
    }

    [Fact]
    public async Task The_id_token_names_the_user_for_the_app()
    {
        var code = await server.CodeAsync(Standalone, ("nonce", "n-1"));
        var token = await ReadAsync(await server.ExchangeAsync(code));
        var claims = Claims((string)token["id_token"]!);

        Assert.Equal(($"{FhirBase}/Practitioner/doc", App, "n-1"), ((string?)claims["fhirUser"], (string?)claims["aud"], (string?)claims["nonce"]));
        Assert.Equal("RS256", (string?)JsonNode.Parse(Convert.FromBase64String(Pad(((string)token["id_token"]!).Split('.')[0])))!["alg"]);
    }

    [Fact]
    public async Task Without_openid_there_is_no_id_token_and_without_offline_access_nothing_to_refresh()
    {
        var token = await server.TokenAsync("launch/patient patient/Observation.rs");

        Assert.Equal((false, false), (token.ContainsKey("id_token"), token.ContainsKey("refresh_token")));
    }

    [Theory]
    [InlineData("launch/patient patient/Patient.rs system/Patient.rs", "launch/patient patient/Patient.rs")]
    [InlineData("launch/patient patient/*.read", "launch/patient patient/*.read")]
    [InlineData("launch/patient patient/Observation.rs?category=http://terminology.hl7.org/CodeSystem/observation-category|laboratory", "launch/patient patient/Observation.rs?category=http://terminology.hl7.org/CodeSystem/observation-category|laboratory")]
    public async Task What_the_app_is_not_registered_for_is_not_granted(string asked, string granted)
        => Assert.Equal(granted, (string?)(await server.TokenAsync(asked))["scope"]);

    [Theory]
    [InlineData("client_id", "another")]
    [InlineData("client_id", null)]
    [InlineData("redirect_uri", "http://127.0.0.1:8080/x")]
    [InlineData("redirect_uri", "http://127.0.0.1:8080")]
    [InlineData("redirect_uri", "http://127.0.0.1:8080/?a=b")]
    [InlineData("redirect_uri", "https://evil.example.org/")]
    [InlineData("redirect_uri", null)]
    public async Task Whoever_is_not_registered_is_sent_nowhere(string name, string? value)
    {
        using var answer = await server.AuthorizeAsync(Request(Standalone, (name, value)));

        Assert.True(answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized, $"{answer.StatusCode}");
        Assert.Null(answer.Headers.Location);
    }

    [Theory] // [Inferno: standalone and EHR launch with invalid aud, invalid launch; PKCE demanded]
    [InlineData("aud", "https://other.example.org/fhir")]
    [InlineData("aud", null)]
    [InlineData("state", null)]
    [InlineData("code_challenge", null)]
    [InlineData("code_challenge_method", "plain")]
    [InlineData("code_challenge_method", null)]
    [InlineData("response_type", "token")]
    [InlineData("response_type", "code id_token")]
    [InlineData("response_mode", "form_post")]
    [InlineData("launch", "unknown")]
    [InlineData("scope", "launch patient/*.rs")]
    [InlineData("scope", "launch/patient patient/*.sr")]
    [InlineData("scope", "launch/patient patient/Unknown.rs")]
    [InlineData("scope", "system/*.rs")]
    [InlineData("request", "eyJhbGciOiJub25lIn0.e30.")]
    public async Task A_request_for_a_code_that_is_wrong_gets_none(string name, string? value)
    {
        using var page = await server.AuthorizeAsync(Request(Standalone, (name, value)));
        using var answer = await server.AllowAsync(Request(Standalone, (name, value)));

        foreach (var one in new[] { page, answer })
        {
            Assert.NotEqual(HttpStatusCode.OK, one.StatusCode);
            Assert.DoesNotContain("code=", one.Headers.Location?.Query ?? string.Empty, StringComparison.Ordinal);
            if (one.Headers.Location is { } location) Assert.StartsWith(RedirectUri, location.ToString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("choice_patient", "Patient/nobody")]
    [InlineData("choice_patient", "Encounter/visit")]
    [InlineData("choice_user", "Practitioner/nobody")]
    [InlineData("choice_user", "Patient/bert")]
    [InlineData("choice_encounter", "Encounter/other")]
    [InlineData("choice_decision", "deny")]
    public async Task Choices_that_cannot_be_give_no_code(string name, string value)
    {
        using var answer = await server.AllowAsync(Request(Standalone), more: (name, value));

        Assert.DoesNotContain("code=", answer.Headers.Location?.Query ?? string.Empty, StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.InternalServerError, answer.StatusCode);
        if (value == "deny") Assert.Equal("access_denied", Query(answer)["error"]);
    }

    [Fact]
    public async Task A_launch_is_good_once()
    {
        var launch = await server.LaunchAsync();
        using var first = await server.AuthorizeAsync(Request(FromEhr, ("launch", launch)));

        using var second = await server.AuthorizeAsync(Request(FromEhr, ("launch", launch)));

        Assert.True(Query(first).ContainsKey("code"));
        Assert.Equal("invalid_request", Query(second)["error"]);
    }

    [Theory] // [Inferno: token exchange fails with bad code, bad client, four wrong PKCE cases]
    [InlineData("code", "BAD_CODE", "invalid_grant")]
    [InlineData("code", null, "invalid_request")]
    [InlineData("client_id", "another", "invalid_grant")]
    [InlineData("client_id", null, "invalid_request")]
    [InlineData("client_secret", "secret", "invalid_client")]
    [InlineData("redirect_uri", "http://127.0.0.1:8080/x", "invalid_grant")]
    [InlineData("redirect_uri", null, "invalid_request")]
    [InlineData("code_verifier", "another-verifier-of-at-least-forty-three-characters-012", "invalid_grant")]
    [InlineData("code_verifier", "", "invalid_request")]
    [InlineData("code_verifier", null, "invalid_request")]
    [InlineData("grant_type", "password", "unsupported_grant_type")]
    [InlineData("grant_type", null, "invalid_request")]
    public async Task A_code_is_exchanged_only_by_whoever_asked_for_it(string name, string? value, string error)
        => await AssertErrorAsync(await server.ExchangeAsync(await server.CodeAsync(), (name, value)), error);

    [Fact] // [Inferno: the challenge itself sent as verifier]
    public async Task The_challenge_is_no_verifier()
        => await AssertErrorAsync(await server.ExchangeAsync(await server.CodeAsync(), ("code_verifier", Challenge)), "invalid_grant");

    [Fact]
    public async Task A_code_used_again_ends_what_it_gave()
    {
        var code = await server.CodeAsync();
        var token = await ReadAsync(await server.ExchangeAsync(code));

        await AssertErrorAsync(await server.ExchangeAsync(code), "invalid_grant");

        Assert.False((bool)(await server.IntrospectAsync((string)token["access_token"]!))["active"]!);
        await AssertErrorAsync(await server.RefreshAsync((string)token["refresh_token"]!), "invalid_grant");
    }

    [Fact] // [Inferno: token refresh with and without scopes]
    public async Task A_refresh_gives_the_same_or_less_with_the_same_patient()
    {
        var token = await server.TokenAsync();
        var same = await ReadAsync(await server.RefreshAsync((string)token["refresh_token"]!));
        var less = await ReadAsync(await server.RefreshAsync((string)same["refresh_token"]!, ("scope", "launch/patient patient/*.rs")));

        Assert.Equal((Standalone, "anna"), ((string?)same["scope"], (string?)same["patient"]));
        Assert.Equal("launch/patient patient/*.rs", (string?)less["scope"]);
        Assert.Equal("launch/patient patient/*.rs", (string?)Claims((string)less["access_token"]!)["scope"]);
    }

    [Theory] // [Inferno: token refresh fails with invalid scope, invalid token, invalid client]
    [InlineData("scope", "launch/patient patient/*.cruds", "invalid_grant|invalid_scope|invalid_request")]
    [InlineData("scope", "system/*.rs", "invalid_grant|invalid_scope|invalid_request")]
    [InlineData("refresh_token", "BAD_REFRESH_TOKEN", "invalid_grant")]
    [InlineData("client_id", "another", "invalid_grant")]
    public async Task A_refresh_never_gives_more(string name, string value, string errors)
    {
        var token = await server.TokenAsync();

        using var answer = await server.RefreshAsync((string)token["refresh_token"]!, (name, value));

        Assert.Contains((string)(await answer.JsonAsync())["error"]!, errors.Split('|'));
    }

    [Fact]
    public async Task A_refresh_token_used_again_ends_the_session()
    {
        var token = await server.TokenAsync();
        var next = await ReadAsync(await server.RefreshAsync((string)token["refresh_token"]!));

        await AssertErrorAsync(await server.RefreshAsync((string)token["refresh_token"]!), "invalid_grant");

        Assert.False((bool)(await server.IntrospectAsync((string)next["access_token"]!))["active"]!);
    }

    [Fact]
    public async Task A_refresh_need_not_name_the_app()
    {
        var token = await server.TokenAsync();

        var next = await ReadAsync(await server.RefreshAsync((string)token["refresh_token"]!, ("client_id", null)));

        Assert.Equal("anna", (string?)next["patient"]);
    }

    [Theory]
    [InlineData("/launch")]
    [InlineData("/connect/authorize")]
    [InlineData("/CONNECT/authorize")]
    [InlineData("/connect/introspect")]
    [InlineData("/.well-known/openid-configuration")]
    public async Task Whoever_is_not_on_this_machine_finds_nothing(string path)
    {
        using var test = new TestServer([("Security:Launch:Enabled", "true")]) { Stores = services => services.AddSingleton<IStartupFilter, Elsewhere>() };
        using var client = test.CreateClient();

        using var answer = await client.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task One_kind_of_token_is_not_another()
    {
        var token = await server.TokenAsync();
        var code = await server.CodeAsync();

        await AssertErrorAsync(await server.RefreshAsync((string)token["access_token"]!), "invalid_grant");
        await AssertErrorAsync(await server.RefreshAsync(code), "invalid_grant");
        await AssertErrorAsync(await server.ExchangeAsync((string)token["refresh_token"]!), "invalid_grant");
    }

    [Fact] // [Inferno: token introspection of an active token]
    public async Task Introspection_tells_the_app_about_its_token()
    {
        var token = await server.TokenAsync();

        var told = await server.IntrospectAsync((string)token["access_token"]!);

        Assert.True((bool)told["active"]!);
        Assert.Equal((App, "anna", Standalone, $"{FhirBase}/Practitioner/doc"), ((string?)told["client_id"], (string?)told["patient"], (string?)told["scope"], (string?)told["fhirUser"]));
        Assert.NotNull(told["exp"]);
    }

    [Fact] // [Inferno: token introspection of an invalid token]
    public async Task Introspection_of_anything_else_says_only_that_it_is_not_active()
    {
        Assert.Equal("""{"active":false}""", (await server.IntrospectAsync("nonsense")).ToJsonString());
        Assert.Equal("""{"active":false}""", (await server.IntrospectAsync((string)(await server.TokenAsync())["access_token"]!, "another")).ToJsonString());
    }

    [Theory]
    [InlineData("access_token")]
    [InlineData("refresh_token")]
    public async Task Revoking_a_token_ends_the_session(string kind)
    {
        var token = await server.TokenAsync();

        using var revoked = await server.PostAsync("/connect/revoke", new() { ["token"] = (string)token[kind]!, ["client_id"] = App });

        Assert.Equal(HttpStatusCode.OK, revoked.StatusCode);
        Assert.False((bool)(await server.IntrospectAsync((string)token["access_token"]!))["active"]!);
        await AssertErrorAsync(await server.RefreshAsync((string)token["refresh_token"]!), "invalid_grant");
    }

    [Fact]
    public async Task The_document_for_OpenID_Connect_promises_no_more_than_that()
    {
        var document = await ReadAsync(await server.Client.GetAsync("/.well-known/openid-configuration"));
        var keys = await ReadAsync(await server.Client.GetAsync("/connect/jwks"));

        Assert.Equal("http://localhost/", (string?)document["issuer"]);
        Assert.Equal("""["S256"]""", document["code_challenge_methods_supported"]!.ToJsonString());
        Assert.Equal("""["code"]""", document["response_types_supported"]!.ToJsonString());
        Assert.Equal("""["query"]""", document["response_modes_supported"]!.ToJsonString());
        Assert.Equal("""["RS256"]""", document["id_token_signing_alg_values_supported"]!.ToJsonString());
        Assert.Equal("""["none"]""", document["token_endpoint_auth_methods_supported"]!.ToJsonString());
        Assert.Null(keys["keys"]![0]!["d"]);
    }

    [Fact]
    public async Task Answers_with_tokens_are_kept_by_nobody()
    {
        using var answer = await server.ExchangeAsync(await server.CodeAsync());

        Assert.Equal("no-store", answer.Header("Cache-Control"));
        Assert.Equal("no-cache", answer.Header("Pragma"));
    }

    /// <summary>Lets requests come from another machine.</summary>
    private sealed class Elsewhere : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, rest) =>
            {
                context.Connection.RemoteIpAddress = IPAddress.Parse("192.0.2.7");
                return rest(context);
            });
            next(app);
        };
    }

    private static string Pad(string text) => text.Replace('-', '+').Replace('_', '/').PadRight((text.Length + 3) / 4 * 4, '=');
}
