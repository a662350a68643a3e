using FhirNaltrexone.Server.Tests.Security.Support;

namespace FhirNaltrexone.Server.Tests.Security.Assertions;

/// <summary>A valid token is accepted; every change of it is refused, for its own reason and without a word, but for those that are listed as harmless.</summary>
public sealed class MutationTests(MutationBench bench) : IClassFixture<MutationBench>
{
    /// <summary>The changes that leave a token good: no others.</summary>
    private static readonly string[] Accepted =
    [
        "nothing is changed", "header with more members", "jku as registered", "jwk embedded and not used", "x5u named and not used", "aud a list with ours",
        "aud the other name of the service", "tenant another one of the client", "more claims", "exp over by a second less", "exp with a fraction",
        "iat ahead by as much as clocks may be off", "nbf ahead by as much as clocks may be off", "good for an hour", "jti as long as may be",
    ];

    public static TheoryData<string, string> Cases
        => [.. Mutations.All.SelectMany(mutation => new[] { "RS384", "ES384" }.Select(algorithm => new TheoryDataRow<string, string>(algorithm, mutation.Name)))];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_changed_token_is_refused_for_its_own_reason(string algorithm, string name)
    {
        var mutation = Mutations.All.Single(mutation => mutation.Name == name);
        var (token, draft) = Make(mutation, algorithm);
        var logged = bench.Server.Log.Text.Length;

        using var response = await bench.Client.CallAsync(token);

        if (mutation.Reason is null)
        {
            Assert.Equal(200, (int)response.StatusCode);
        }
        else
        {
            await CdsClient.AssertBareAsync(response);
            AssertLogged(bench.Server.Log.Text[logged..], mutation.Reason, draft);
        }

        Assert.Equal(0, bench.Trap.Connections);
    }

    [Fact]
    public void What_is_accepted_is_exactly_what_is_listed()
    {
        Assert.Equal(Accepted.Order(StringComparer.Ordinal), Mutations.All.Where(mutation => mutation.Reason is null).Select(mutation => mutation.Name).Order(StringComparer.Ordinal));
        Assert.Equal(Mutations.All.Count, Mutations.All.DistinctBy(mutation => mutation.Name).Count());
    }

    [Theory]
    [InlineData("RS384")]
    [InlineData("ES384")]
    public async Task A_token_counts_once(string algorithm)
    {
        var (token, _) = Make(Mutations.All[0], algorithm);
        using var first = await bench.Client.CallAsync(token);
        var logged = bench.Server.Log.Text.Length;

        using var second = await bench.Client.CallAsync(token);

        Assert.Equal(200, (int)first.StatusCode);
        await CdsClient.AssertBareAsync(second);
        Assert.Contains("Replayed; client ehr", bench.Server.Log.Text[logged..], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_has_no_key_cannot_use_up_the_id_of_a_token()
    {
        var draft = Draft("RS384");
        using (var forged = await bench.Client.CallAsync(draft.Sign(bench.Foreign))) Assert.Equal(401, (int)forged.StatusCode);

        using var response = await bench.Client.CallAsync(draft.Sign(bench.Rsa));

        Assert.Equal(200, (int)response.StatusCode);
    }

    [Theory]
    [InlineData("RS384")]
    [InlineData("ES384")]
    public async Task No_single_character_can_be_changed(string algorithm)
    {
        var (token, _) = Make(Mutations.All[0], algorithm);
        var accepted = new List<int>();
        for (var at = 0; at < token.Length; at++)
        {
            var changed = token.ToCharArray();
            changed[at] = token[at] == 'A' ? 'B' : 'A';
            using var response = await bench.Client.CallAsync(new string(changed));
            if (response.IsSuccessStatusCode) accepted.Add(at);
        }

        Assert.Empty(accepted);
        using var unchanged = await bench.Client.CallAsync(token);
        Assert.Equal(200, (int)unchanged.StatusCode);
    }

    [Theory]
    [InlineData("Basic", "ZWhyOnNlY3JldA==")]
    [InlineData("Bearer", "")]
    [InlineData("Bearers", "x")]
    [InlineData("DPoP", "x")]
    public async Task Another_scheme_is_no_token(string scheme, string value)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/cds-services");
        request.Headers.TryAddWithoutValidation("Authorization", $"{scheme} {value}".Trim());

        using var response = await bench.Client.SendAsync(request);

        await CdsClient.AssertBareAsync(response);
    }

    [Fact]
    public async Task A_token_in_the_address_or_beside_another_one_is_none()
    {
        var (token, _) = Make(Mutations.All[0], "RS384");
        using var inAddress = await bench.Client.SendAsync(HttpMethod.Get, $"/cds-services?access_token={token}", null);
        var twice = new HttpRequestMessage(HttpMethod.Post, CdsClient.CallPath);
        twice.Headers.TryAddWithoutValidation("Authorization", [$"Bearer {token}", $"Bearer {token}"]);

        using var beside = await bench.Client.SendAsync(twice);

        await CdsClient.AssertBareAsync(inAddress);
        await CdsClient.AssertBareAsync(beside);
    }

    private (string Token, TokenDraft Draft) Make(Mutation mutation, string algorithm)
    {
        var draft = Draft(algorithm);
        return (mutation.Make(bench, draft, algorithm == "RS384" ? bench.Rsa : bench.P384), draft);
    }

    private TokenDraft Draft(string algorithm)
    {
        var key = algorithm == "RS384" ? bench.Rsa : bench.P384;
        var draft = TokenDraft.Valid(algorithm, key.Id, CdsClient.Issuer, CdsClient.Call, MutationBench.Now);
        draft.Claims["tenant"] = MutationBench.Tenant;
        return draft;
    }

    /// <summary>The reason by its code, and nothing that was in the token.</summary>
    private static void AssertLogged(string log, string reason, TokenDraft draft)
    {
        Assert.Contains($"Token refused at cds: {reason}; client ", log, StringComparison.Ordinal);
        Assert.DoesNotContain(draft.Unsigned(), log, StringComparison.Ordinal);
        foreach (var claim in new[] { "jti", "tenant", "aud", "iss" })
        {
            if (draft.Claims[claim] is System.Text.Json.Nodes.JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 11)
                Assert.DoesNotContain(text, log, StringComparison.Ordinal);
        }
    }
}
