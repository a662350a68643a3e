using FhirNaltrexone.Server.Tests.Security.Support;
using FhirNaltrexone.Server.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace FhirNaltrexone.Server.Tests.Security.Assertions;

/// <summary>Keys that are fetched: how often, what is seen of a change, and what happens when they cannot be had.</summary>
public sealed class KeyRotationTests : IAsyncLifetime
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);
    private static readonly TestKey Old = TestKey.P384("old");
    private static readonly TestKey New = TestKey.P384("new");

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 22, 14, 0, 0, TimeSpan.Zero));
    private KeyServer _keys = null!;
    private TestServer _server = null!;
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _keys = await KeyServer.StartAsync(TestKey.Set(Old));
        _server = Server("true");
        _client = _server.CreateClient();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
        await _keys.DisposeAsync();
    }

    [Fact]
    public async Task Five_thousand_tokens_with_unknown_keys_cause_one_fetch_in_thirty_seconds()
    {
        await AcceptsAsync(Old);
        var draft = Draft(Old);
        var signature = draft.Sign(Old).Split('.')[2];
        var tokens = Enumerable.Range(0, 5_000).Select(n =>
        {
            draft.Header["kid"] = $"unknown-{n}";
            return $"{draft.Unsigned()}.{signature}";
        }).ToList();
        _clock.Advance(Pause);
        var before = _keys.Requests;

        await Parallel.ForEachAsync(tokens, TestContext.Current.CancellationToken, async (token, _) => await RefusesAsync(token));

        Assert.Equal(1, _keys.Requests - before);
        await AcceptsAsync(Old);
    }

    [Fact]
    public async Task Many_first_calls_at_once_share_one_fetch()
    {
        var hold = new TaskCompletionSource();
        _keys.Answer = async context =>
        {
            await hold.Task;
            await context.Response.Body.WriteAsync(System.Text.Encoding.UTF8.GetBytes(TestKey.Set(Old)));
        };
        var calls = Enumerable.Range(0, 50).Select(_ => StatusAsync(Draft(Old).Sign(Old))).ToList();
        hold.SetResult();

        Assert.All(await Task.WhenAll(calls), status => Assert.Equal(200, status));
        Assert.Equal(1, _keys.Requests);
    }

    [Fact]
    public async Task A_new_key_is_seen_after_the_pause_and_a_removed_one_is_gone_then()
    {
        await AcceptsAsync(Old);
        _keys.Publish(TestKey.Set(New));
        await RefusesAsync(Draft(New).Sign(New));

        _clock.Advance(Pause);

        await AcceptsAsync(New);
        await RefusesAsync(Draft(Old).Sign(Old));
        Assert.Equal(2, _keys.Requests);
    }

    [Fact]
    public async Task A_removed_key_is_gone_when_the_set_is_no_longer_fresh_though_nobody_asked_for_another()
    {
        _keys.Publish(TestKey.Set(Old), "max-age=120");
        await AcceptsAsync(Old);
        _keys.Publish(TestKey.Set(New));
        _clock.Advance(TimeSpan.FromSeconds(119));
        await AcceptsAsync(Old);

        _clock.Advance(TimeSpan.FromSeconds(1));

        await RefusesAsync(Draft(Old).Sign(Old));
    }

    [Fact]
    public async Task Without_a_word_of_its_server_a_set_is_fresh_for_five_minutes()
    {
        await AcceptsAsync(Old);
        _clock.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromSeconds(1));
        await AcceptsAsync(Old);
        Assert.Equal(1, _keys.Requests);

        _clock.Advance(TimeSpan.FromSeconds(1));

        await AcceptsAsync(Old);
        Assert.Equal(2, _keys.Requests);
    }

    [Fact]
    public async Task A_server_cannot_ask_to_be_asked_at_every_call()
    {
        _keys.Publish(TestKey.Set(Old), "no-store");

        for (var n = 0; n < 10; n++) await AcceptsAsync(Old);

        Assert.Equal(1, _keys.Requests);
    }

    [Theory]
    [InlineData("500")]
    [InlineData("nothing")]
    [InlineData("no set")]
    [InlineData("too many keys")]
    [InlineData("too large")]
    public async Task When_the_set_cannot_be_had_the_last_good_one_serves_for_an_hour(string failure)
    {
        await AcceptsAsync(Old);
        Fail(failure);
        _clock.Advance(TimeSpan.FromHours(1) - TimeSpan.FromSeconds(1));
        await AcceptsAsync(Old);

        _clock.Advance(Pause);

        await RefusesAsync(Draft(Old).Sign(Old));
        Assert.Contains("KeysUnavailable; client ehr", _server.Log.Text, StringComparison.Ordinal);
        _keys.Publish(TestKey.Set(Old));
        await RefusesAsync(Draft(Old).Sign(Old));
        _clock.Advance(Pause);
        await AcceptsAsync(Old);
    }

    [Fact]
    public async Task A_server_in_a_private_network_is_never_connected_to_unless_registered_so()
    {
        using var guarded = Server("false");
        using var client = guarded.CreateClient();

        using var response = await client.CallAsync(Draft(Old).Sign(Old));

        await CdsClient.AssertBareAsync(response);
        Assert.Equal(0, _keys.Requests);
        Assert.Contains("address-refused", guarded.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_in_a_file_may_change_as_well()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, TestKey.Set(Old));
        using var server = new TestServer([
            .. CdsClient.Enforced, .. CdsClient.Registered(0, "ehr", ("Issuer", CdsClient.Issuer), ("JwksFile", file), ("Services:0", "*"))])
        { Clock = _clock };
        using var client = server.CreateClient();
        using var before = await client.CallAsync(Draft(Old).Sign(Old));
        await File.WriteAllTextAsync(file, TestKey.Set(New));
        _clock.Advance(Pause);

        using var after = await client.CallAsync(Draft(New).Sign(New));

        Assert.Equal((200, 200), ((int)before.StatusCode, (int)after.StatusCode));
        File.Delete(file);
    }

    private void Fail(string failure)
    {
        if (failure == "500") _keys.Fail();
        else if (failure == "nothing") _keys.Publish(string.Empty);
        else if (failure == "no set") _keys.Publish("""{"keys":{}}""");
        else if (failure == "too large") _keys.Publish(TestKey.Set(Old).PadRight((64 * 1024) + 1));
        else _keys.Publish(TestKey.Set(Enumerable.Range(0, 21).Select(n => Old.As($"key-{n}"))));
    }

    private async Task AcceptsAsync(TestKey key) => Assert.Equal(200, await StatusAsync(Draft(key).Sign(key)));

    private async Task RefusesAsync(string token) => Assert.Equal(401, await StatusAsync(token));

    private async Task<int> StatusAsync(string token)
    {
        using var response = await _client.CallAsync(token);
        return (int)response.StatusCode;
    }

    private TokenDraft Draft(TestKey key) => TokenDraft.Valid("ES384", key.Id, CdsClient.Issuer, CdsClient.Call, _clock.GetUtcNow());

    private TestServer Server(string isPrivateAllowed) => new([
        .. CdsClient.Enforced,
        .. CdsClient.Registered(
            0, "ehr", ("Issuer", CdsClient.Issuer), ("JwksUri", _keys.Address), ("AllowPrivateNetwork", isPrivateAllowed), ("Services:0", "*"))])
    { Clock = _clock };
}
