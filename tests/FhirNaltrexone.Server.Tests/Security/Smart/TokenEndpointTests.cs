using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Tests.Rest;
using FhirNaltrexone.Server.Tests.Security.Support;
using static FhirNaltrexone.Server.Tests.Security.Smart.TokenBench;

namespace FhirNaltrexone.Server.Tests.Security.Smart;

/// <summary>
/// The token endpoint of Backend Services (SMART App Launch 2.2; RFC 6749, 7523). Names in brackets: the checks of Inferno that ask the same, but that its
/// check of an invalid JWT sends a valid one; these are really invalid.
/// </summary>
public sealed class TokenEndpointTests(TokenBench bench) : IClassFixture<TokenBench>
{
    private const string InvalidClient = "invalid_client";

    /// <summary>Each change of a proof and whether it is still one.</summary>
    private static readonly (string Name, bool IsGood, Action<TokenDraft> Change)[] Changes =
    [
        ("nothing", true, _ => { }),
        ("aud a list with ours", true, draft => draft.Claims["aud"] = new JsonArray("https://x.example.org", TokenAddress)),
        ("iat missing", true, draft => draft.Claims.Remove("iat")),
        ("more header", true, draft => draft.Header["x"] = 1),
        ("good for five minutes", true, draft => draft.Claims["exp"] = At(300)),
        ("typ missing", false, draft => draft.Header.Remove("typ")),
        ("typ of an access token", false, draft => draft.Header["typ"] = "at+jwt"),
        ("kid missing", false, draft => draft.Header.Remove("kid")),
        ("kid unknown", false, draft => draft.Header["kid"] = "unknown"),
        ("kid twice in the set", false, draft => draft.Header["kid"] = "twice"),
        ("crit", false, draft => draft.Header["crit"] = new JsonArray("x")),
        ("jku not registered", false, draft => draft.Header["jku"] = "https://evil.example.org/jwks"),
        ("iss missing", false, draft => draft.Claims.Remove("iss")),
        ("iss unknown", false, draft => draft.Claims["iss"] = "unknown"),
        ("iss another client", false, draft => draft.Claims["iss"] = "plain"),
        ("sub missing", false, draft => draft.Claims.Remove("sub")),
        ("sub another client", false, draft => draft.Claims["sub"] = "plain"),
        ("sub no text", false, draft => draft.Claims["sub"] = new JsonArray("bulk")),
        ("aud missing", false, draft => draft.Claims.Remove("aud")),
        ("aud the FHIR base", false, draft => draft.Claims["aud"] = FhirBase),
        ("aud with a slash", false, draft => draft.Claims["aud"] = TokenAddress + "/"),
        ("aud another server", false, draft => draft.Claims["aud"] = "https://other.example.org/connect/token"),
        ("aud a list without ours", false, draft => draft.Claims["aud"] = new JsonArray(FhirBase)),
        ("exp missing", false, draft => draft.Claims.Remove("exp")),
        ("exp no number", false, draft => draft.Claims["exp"] = "soon"),
        ("exp over", false, draft => (draft.Claims["iat"], draft.Claims["exp"]) = (At(-300), At(-61))),
        ("good for more than five minutes", false, draft => draft.Claims["exp"] = At(301)),
        ("good for more than five minutes from now", false, draft => (draft.Claims["iat"], draft.Claims["exp"]) = (At(61), At(361))),
        ("good for long, iat missing", false, draft => { draft.Claims.Remove("iat"); draft.Claims["exp"] = At(361); }),
        ("iat ahead", false, draft => draft.Claims["iat"] = At(61)),
        ("nbf ahead", false, draft => draft.Claims["nbf"] = At(61)),
        ("jti missing", false, draft => draft.Claims.Remove("jti")),
        ("jti empty", false, draft => draft.Claims["jti"] = ""),
        ("jti no text", false, draft => draft.Claims["jti"] = 1),
    ];

    public static TheoryData<string, string> Cases
        => [.. Changes.SelectMany(change => new[] { "RS384", "ES384" }.Select(algorithm => new TheoryDataRow<string, string>(algorithm, change.Name)))];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_changed_proof_is_none(string algorithm, string name)
    {
        var (_, isGood, change) = Changes.Single(one => one.Name == name);
        var draft = bench.Assertion(algorithm);
        change(draft);

        using var answer = await bench.PostAsync(Form(draft.Sign(bench.Key(algorithm))));

        if (isGood) Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        else await AssertErrorAsync(answer, InvalidClient, 401);
    }

    [Fact]
    public async Task The_answer_is_that_of_Backend_Services()
    {
        using var answer = await bench.PostAsync(Form(bench.Assertion().Sign(bench.P384), "system/Patient.rs system/Observation.read"));

        var json = await answer.JsonAsync();
        Assert.Equal(["access_token", "token_type", "expires_in", "scope"], json.Select(member => member.Key));
        Assert.Equal(("bearer", 300, "system/Patient.rs system/Observation.read"), ((string?)json["token_type"], (int)json["expires_in"]!, (string?)json["scope"]));
        Assert.Equal(("no-store", "no-cache"), (answer.Header("Cache-Control"), answer.Header("Pragma")));
        using var read = await bench.ReadAsync("/fhir/Patient/anna", (string)json["access_token"]!);
        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
    }

    [Fact] // [Inferno: Backend Services, authorization request succeeds; with keys at an address]
    public async Task A_client_may_publish_its_keys()
    {
        var draft = TokenDraft.Valid("RS256", bench.Issuer.Id, "published", TokenAddress, bench.Clock.GetUtcNow());
        (draft.Claims["sub"], draft.Header["jku"]) = ("published", bench.Keys.Address);

        using var answer = await bench.PostAsync(Form(draft.Sign(bench.Issuer)));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory] // [Inferno: fails with wrong grant_type]
    [InlineData("password", "unsupported_grant_type")]
    [InlineData("authorization_code", "unsupported_grant_type")]
    [InlineData("not_a_grant_type", "unsupported_grant_type")]
    [InlineData("CLIENT_CREDENTIALS", "unsupported_grant_type")]
    [InlineData(null, "invalid_request")]
    [InlineData("", "invalid_request")]
    public Task Inferno_invalid_grant_type(string? value, string error) => AssertRefusedAsync("grant_type", value, error, 400);

    [Theory] // [Inferno: fails with wrong client_assertion_type]
    [InlineData("not_an_assertion_type")]
    [InlineData("urn:ietf:params:oauth:client-assertion-type:saml2-bearer")]
    [InlineData(null)]
    public Task Inferno_invalid_client_assertion_type(string? value) => AssertRefusedAsync("client_assertion_type", value, "invalid_request", 400);

    [Theory] // [Inferno: fails with an invalid JWT]
    [InlineData("this is no JWT")]
    [InlineData("a.b.c")]
    [InlineData("eyJhbGciOiJub25lIn0.eyJpc3MiOiJidWxrIn0.")]
    [InlineData(null)]
    public Task Inferno_invalid_client_assertion(string? value) => AssertRefusedAsync("client_assertion", value, InvalidClient, 401);

    [Fact] // [Inferno: fails with a JWT signed by another key]
    public async Task Inferno_client_assertion_signed_by_another_key()
        => await AssertErrorAsync(await bench.PostAsync(Form(bench.Assertion().Sign(bench.Foreign))), InvalidClient, 401);

    [Fact]
    public async Task Every_bit_of_the_signature_counts()
    {
        var good = bench.Assertion().Sign(bench.P384);
        var start = good.LastIndexOf('.') + 1;
        for (var bit = 0; bit < 64; bit++)
        {
            var signature = System.Buffers.Text.Base64Url.DecodeFromChars(good.AsSpan(start));
            signature[bit * signature.Length / 64] ^= (byte)(1 << (bit % 8));
            await AssertErrorAsync(await bench.PostAsync(Form(good[..start] + System.Buffers.Text.Base64Url.EncodeToString(signature))), InvalidClient, 401);
        }

        using var answer = await bench.PostAsync(Form(good));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_proof_counts_once()
    {
        var proof = bench.Assertion().Sign(bench.P384);
        using var first = await bench.PostAsync(Form(proof));

        await AssertErrorAsync(await bench.PostAsync(Form(proof)), InvalidClient, 401);

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
    }

    [Theory] // [Inferno: invalid_scope]
    [InlineData("system/Patient.dus")]
    [InlineData("system/Unknown.rs")]
    [InlineData("system/*.rs")]
    [InlineData("system/Observation.cruds")]
    [InlineData("system/Condition.rs")]
    [InlineData("system/Patient.rs system/Condition.rs")]
    [InlineData("patient/Patient.rs")]
    [InlineData("user/Patient.rs")]
    [InlineData("system/Patient.rs openid")]
    [InlineData("system/AuditEvent.rs")]
    [InlineData("nonsense")]
    [InlineData("")]
    public async Task No_scope_is_granted_beyond_the_registered(string scope)
        => await AssertErrorAsync(await bench.PostAsync(Form(bench.Assertion().Sign(bench.P384), scope)), "invalid_scope", 400);

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public async Task A_scope_that_is_missing_is_said_to_be(string? scope)
    {
        var form = Form(bench.Assertion().Sign(bench.P384));
        if (scope is null) form.Remove("scope");
        else form["scope"] = scope;
        using var answer = await bench.PostAsync(form);

        var error = await answer.JsonAsync();

        Assert.Equal("invalid_scope", (string?)error["error"]);
        Assert.Contains("scope is missing", (string?)error["error_description"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_without_scopes_gets_no_token()
        => await AssertErrorAsync(await bench.PostAsync(Form(bench.Assertion(client: "plain").Sign(bench.P384))), "invalid_scope", 400);

    [Theory]
    [InlineData("bulk", true)]
    [InlineData("plain", false)]
    public async Task A_client_id_sent_along_must_be_that_of_the_proof(string id, bool isGood)
    {
        using var answer = await bench.PostAsync(new(Form(bench.Assertion().Sign(bench.P384))) { ["client_id"] = id });

        Assert.Equal(isGood ? HttpStatusCode.OK : HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Theory]
    [InlineData("application/json", "{}")]
    [InlineData("text/plain", "grant_type=client_credentials")]
    [InlineData("application/x-www-form-urlencoded", "grant_type=client_credentials&grant_type=client_credentials")]
    [InlineData("application/x-www-form-urlencoded", "")]
    public async Task Only_a_form_with_each_member_once_is_read(string type, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, type);

        await AssertErrorAsync(await bench.Client.PostAsync("/connect/token", content), "invalid_request", 400);
    }

    [Fact]
    public async Task There_is_no_other_way_to_prove_who_one_is()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/connect/token") { Content = new FormUrlEncodedContent(Form(bench.Assertion().Sign(bench.P384))) };
        request.Headers.TryAddWithoutValidation("Authorization", "Basic YnVsazpzZWNyZXQ=");

        await AssertErrorAsync(await bench.Client.SendAsync(request), "invalid_request", 400);
    }

    [Fact]
    public async Task Only_POST_is_answered()
    {
        using var answer = await bench.Client.GetAsync("/connect/token?grant_type=client_credentials");

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    [Fact]
    public async Task What_the_Host_header_says_makes_no_audience()
    {
        var draft = bench.Assertion();
        draft.Claims["aud"] = "http://other.example.org/connect/token";
        using var request = new HttpRequestMessage(HttpMethod.Post, "/connect/token") { Content = new FormUrlEncodedContent(Form(draft.Sign(bench.P384))) };
        request.Headers.Host = "other.example.org";

        await AssertErrorAsync(await bench.Client.SendAsync(request), InvalidClient, 401);
    }

    [Fact]
    public async Task No_proof_and_no_token_is_logged()
    {
        var proof = bench.Assertion().Sign(bench.P384);
        using var answer = await bench.PostAsync(Form(proof));
        var token = (string)(await answer.JsonAsync())["access_token"]!;

        Assert.DoesNotContain(proof, bench.Server.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(token, bench.Server.Log.Text, StringComparison.Ordinal);
    }

    private static long At(int seconds) => Now.AddSeconds(seconds).ToUnixTimeSeconds();

    private async Task AssertRefusedAsync(string name, string? value, string error, int status)
    {
        var form = Form(bench.Assertion().Sign(bench.P384));
        if (value is null) form.Remove(name);
        else form[name] = value;
        await AssertErrorAsync(await bench.PostAsync(form), error, status);
    }

    private static async Task AssertErrorAsync(HttpResponseMessage answer, string error, int status)
    {
        using (answer)
        {
            var json = await answer.JsonAsync();
            Assert.Equal((error, status), ((string?)json["error"], (int)answer.StatusCode));
            Assert.Equal("no-store", answer.Header("Cache-Control"));
            Assert.False(json.ContainsKey("access_token"));
        }
    }
}
