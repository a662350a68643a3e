using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Tests.Rest;
using FhirNaltrexone.Server.Tests.Security.Support;
using static FhirNaltrexone.Server.Tests.Security.Smart.TokenBench;

namespace FhirNaltrexone.Server.Tests.Security.Smart;

/// <summary>The FHIR interface with access tokens: our own, and those of servers elsewhere (RFC 6750, 9068).</summary>
public sealed class AccessTokenTests(TokenBench bench) : IClassFixture<TokenBench>
{
    /// <summary>Each change of a token of the server elsewhere, and whether it is still good.</summary>
    private static readonly (string Name, bool IsGood, Action<TokenDraft> Change)[] Changes =
    [
        ("nothing", true, _ => { }),
        ("typ JWT", true, draft => draft.Header["typ"] = "JWT"),
        ("typ missing", true, draft => draft.Header.Remove("typ")),
        ("typ in full", true, draft => draft.Header["typ"] = "application/at+jwt"),
        ("aud a list with ours", true, draft => draft.Claims["aud"] = new JsonArray("x", Audience)),
        ("exp over by less than clocks may be off", true, draft => draft.Claims["exp"] = At(-29)),
        ("iat missing", true, draft => draft.Claims.Remove("iat")),
        ("jti missing", true, draft => draft.Claims.Remove("jti")),
        ("scopes as a list", true, draft => draft.Claims["scope"] = new JsonArray("openid", "system/Patient.rs")),
        ("a scope that is not understood beside it", true, draft => draft.Claims["scope"] = "email system/Patient.rs system/Patient.sr"),
        ("typ of an id_token", false, draft => draft.Header["typ"] = "id+jwt"),
        ("typ no text", false, draft => draft.Header["typ"] = 1),
        ("kid missing", false, draft => draft.Header.Remove("kid")),
        ("kid unknown", false, draft => draft.Header["kid"] = "unknown"),
        ("crit", false, draft => draft.Header["crit"] = new JsonArray("x")),
        ("iss missing", false, draft => draft.Claims.Remove("iss")),
        ("iss unknown", false, draft => draft.Claims["iss"] = "https://evil.example.org"),
        ("iss with a slash", false, draft => draft.Claims["iss"] = Elsewhere + "/"),
        ("iss another one that signs otherwise", false, draft => draft.Claims["iss"] = "https://other.example.org"),
        ("iss ours", false, draft => draft.Claims["iss"] = FhirBase),
        ("aud missing", false, draft => draft.Claims.Remove("aud")),
        ("aud another service", false, draft => draft.Claims["aud"] = "https://another.example.org"),
        ("aud with a slash", false, draft => draft.Claims["aud"] = Audience + "/"),
        ("aud an empty list", false, draft => draft.Claims["aud"] = new JsonArray()),
        ("exp missing", false, draft => draft.Claims.Remove("exp")),
        ("exp no number", false, draft => draft.Claims["exp"] = "later"),
        ("exp over", false, draft => draft.Claims["exp"] = At(-30)),
        ("nbf ahead", false, draft => draft.Claims["nbf"] = At(31)),
        ("iat ahead", false, draft => draft.Claims["iat"] = At(31)),
        ("client_id missing", false, draft => draft.Claims.Remove("client_id")),
    ];

    public static TheoryData<string> Names => [.. Changes.Select(change => change.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_changed_token_of_another_server_is_none(string name)
    {
        var (_, isGood, change) = Changes.Single(one => one.Name == name);
        var draft = bench.Granted("system/Patient.rs");
        change(draft);

        using var answer = await bench.ReadAsync("/fhir/Patient/anna", draft.Sign(bench.Issuer));

        if (isGood) Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        else await AssertInvalidAsync(answer);
    }

    [Theory]
    [InlineData("RS512", false)]
    [InlineData("PS256", false)]
    [InlineData("RS384", true)]
    public async Task An_algorithm_must_be_allowed(string algorithm, bool isGood)
    {
        var draft = bench.Granted("system/Patient.rs");
        draft.Header["alg"] = algorithm;

        using var answer = await bench.ReadAsync("/fhir/Patient/anna", draft.Sign(bench.Issuer));

        Assert.Equal(isGood ? HttpStatusCode.OK : HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task The_public_key_is_no_shared_secret()
    {
        var draft = bench.Granted("system/Patient.rs");
        draft.Header["alg"] = "HS256";
        var signature = HMACSHA256.HashData(bench.Issuer.Pem(), Encoding.ASCII.GetBytes(draft.Unsigned()));

        using var answer = await bench.ReadAsync("/fhir/Patient/anna", $"{draft.Unsigned()}.{System.Buffers.Text.Base64Url.EncodeToString(signature)}");

        await AssertInvalidAsync(answer);
    }

    [Fact]
    public async Task Keys_of_strangers_and_none_at_all_sign_nothing()
    {
        var stranger = TestKey.Rsa(bench.Issuer.Id);
        var draft = bench.Granted("system/Patient.rs");
        draft.Header["jwk"] = stranger.Public();

        await AssertInvalidAsync(await bench.ReadAsync("/fhir/Patient/anna", draft.Sign(stranger)));

        draft.Header["alg"] = "none";
        await AssertInvalidAsync(await bench.ReadAsync("/fhir/Patient/anna", draft.Unsigned() + "."));
    }

    [Fact]
    public async Task A_token_of_ours_is_good_as_it_is_and_for_five_minutes()
    {
        var token = await bench.TokenAsync("system/Patient.rs");
        using var read = await bench.ReadAsync("/fhir/Patient/anna", token);
        using var search = await bench.ReadAsync("/fhir/Patient", token);
        var start = token.LastIndexOf('.') + 1;
        for (var bit = 0; bit < 64; bit++)
        {
            var signature = System.Buffers.Text.Base64Url.DecodeFromChars(token.AsSpan(start));
            signature[bit] ^= (byte)(1 << (bit % 8));
            using var changed = await bench.ReadAsync("/fhir/Patient/anna", token[..start] + System.Buffers.Text.Base64Url.EncodeToString(signature));
            await AssertInvalidAsync(changed);
        }

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (read.StatusCode, search.StatusCode));
        Assert.Equal(300, (long)Launch.LaunchServer.Claims(token)["exp"]! - (long)Launch.LaunchServer.Claims(token)["iat"]!);
    }

    [Fact]
    public async Task A_proof_is_no_access_token_and_an_access_token_no_proof()
    {
        await AssertInvalidAsync(await bench.ReadAsync("/fhir/Patient/anna", bench.Assertion().Sign(bench.P384)));
        using var answer = await bench.PostAsync(Form(await bench.TokenAsync("system/Patient.rs")));
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Theory]
    [InlineData("/fhir/Patient/anna", HttpStatusCode.Unauthorized)]
    [InlineData("/FHIR/Patient/anna", HttpStatusCode.Unauthorized)]
    [InlineData("/fhir", HttpStatusCode.Unauthorized)]
    [InlineData("/fhir/Patient?_summary=count", HttpStatusCode.Unauthorized)]
    [InlineData("/fhir/metadata", HttpStatusCode.OK)]
    [InlineData("/fhir/.well-known/smart-configuration", HttpStatusCode.OK)]
    public async Task Without_a_token_nothing_is_shown_but_what_is_public(string path, HttpStatusCode status)
    {
        using var answer = await bench.ReadAsync(path, null);

        Assert.Equal(status, answer.StatusCode);
        if (status == HttpStatusCode.Unauthorized) Assert.Equal("Bearer", answer.Header("WWW-Authenticate"));
    }

    [Theory]
    [InlineData("Basic YTpi")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer x y")]
    public async Task Another_proof_than_a_token_is_none(string header)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/fhir/Patient/anna");
        request.Headers.TryAddWithoutValidation("Authorization", header);

        await AssertInvalidAsync(await bench.Client.SendAsync(request));
    }

    [Theory]
    [InlineData("system/Patient.rs", null, "/fhir/Patient/bert", HttpStatusCode.OK)]
    [InlineData("system/Observation.rs", null, "/fhir/Patient/bert", HttpStatusCode.Forbidden)]
    [InlineData("system/Patient.sr", null, "/fhir/Patient/bert", HttpStatusCode.Forbidden)]
    [InlineData("", null, "/fhir/Patient/bert", HttpStatusCode.Forbidden)]
    [InlineData("patient/Patient.rs", "anna", "/fhir/Patient/anna", HttpStatusCode.OK)]
    [InlineData("patient/Patient.rs", "anna", "/fhir/Patient/bert", HttpStatusCode.NotFound)]
    [InlineData("patient/Patient.rs", null, "/fhir/Patient/anna", HttpStatusCode.Forbidden)]
    [InlineData("patient/Patient.rs", "Patient/anna", "/fhir/Patient/anna", HttpStatusCode.Forbidden)]
    public async Task A_token_lets_in_as_far_as_its_scopes_go(string scope, string? patient, string path, HttpStatusCode status)
    {
        using var answer = await bench.ReadAsync(path, bench.Granted(scope, patient).Sign(bench.Issuer));

        Assert.Equal(status, answer.StatusCode);
    }

    [Theory]
    [InlineData("Practitioner/x", HttpStatusCode.OK)]
    [InlineData($"{FhirBase}/Practitioner/x", HttpStatusCode.OK)]
    [InlineData("Patient/bert", HttpStatusCode.NotFound)]
    [InlineData("https://other.example.org/fhir/Patient/anna", HttpStatusCode.Forbidden)]
    [InlineData("https://other.example.org/fhir/Practitioner/x", HttpStatusCode.Forbidden)]
    [InlineData("nonsense", HttpStatusCode.Forbidden)]
    [InlineData(null, HttpStatusCode.Forbidden)]
    public async Task User_scopes_go_as_far_as_the_user_and_users_of_other_servers_are_nobody_here(string? user, HttpStatusCode status)
    {
        var draft = bench.Granted("user/Patient.rs");
        if (user is not null) draft.Claims["fhirUser"] = user;

        using var answer = await bench.ReadAsync("/fhir/Patient/anna", draft.Sign(bench.Issuer));

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task An_issuer_may_name_its_claims_otherwise()
    {
        var key = bench.OtherIssuer;
        var draft = bench.Granted("nothing");
        (draft.Header["alg"], draft.Header["kid"], draft.Claims["iss"]) = ("ES384", key.Id, "https://other.example.org");
        (draft.Claims["azp"], draft.Claims["scp"], draft.Claims["launch_patient"]) = ("app", new JsonArray("patient/Patient.r"), "anna");

        using var own = await bench.ReadAsync("/fhir/Patient/anna", draft.Sign(key));
        using var others = await bench.ReadAsync("/fhir/Patient/bert", draft.Sign(key));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (own.StatusCode, others.StatusCode));
    }

    [Theory]
    [InlineData(TokenBench.Elsewhere, true)]
    [InlineData("https://other.example.org", false)]
    public async Task Consents_of_an_issuer_that_is_trusted_with_them_are_marked(string issuer, bool isMarked)
    {
        var draft = bench.Granted("system/Consent.cr");
        if (!isMarked)
        {
            (draft.Header["alg"], draft.Header["kid"], draft.Claims["iss"]) = ("ES384", bench.OtherIssuer.Id, issuer);
            (draft.Claims["azp"], draft.Claims["scp"]) = ("app", new JsonArray("system/Consent.cr"));
        }

        using var stored = await bench.SendAsync(HttpMethod.Post, "/fhir/Consent", draft.Sign(isMarked ? bench.Issuer : bench.OtherIssuer), """
            {"resourceType":"Consent","status":"draft","patient":{"reference":"Patient/anna"},"scope":{"text":"privacy"},"category":[{"text":"consent"}],"policyRule":{"text":"x"} }
            """);
        var text = await stored.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.True(stored.StatusCode == HttpStatusCode.Created, text);
        Assert.Equal(isMarked, text.Contains("consent-recorder", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Why_a_token_is_refused_is_logged_without_it()
    {
        var draft = bench.Granted("system/Patient.rs");
        draft.Claims["aud"] = "https://another.example.org";
        var token = draft.Sign(bench.Issuer);

        using var answer = await bench.ReadAsync("/fhir/Patient/anna", token);

        Assert.Contains("Token refused at fhir: Audience", bench.Server.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(token, bench.Server.Log.Text, StringComparison.Ordinal);
    }

    private static long At(int seconds) => Now.AddSeconds(seconds).ToUnixTimeSeconds();
}
