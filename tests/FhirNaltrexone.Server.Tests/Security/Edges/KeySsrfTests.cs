using System.Globalization;
using FhirNaltrexone.Server.Tests.Security.Support;
using FhirNaltrexone.Server.Tests.Support;

namespace FhirNaltrexone.Server.Tests.Security.Edges;

/// <summary>The door through which keys are fetched, with the tricks of <see cref="SsrfTests"/>.</summary>
public sealed class KeySsrfTests : IDisposable
{
    private static readonly TestKey Key = TestKey.P384("key");

    private readonly Trap _trap = new();

    public void Dispose() => _trap.Dispose();

    [Fact]
    public async Task A_token_does_not_lead_inside_by_the_address_of_keys_it_names()
    {
        using var server = new TestServer(CdsClient.EnforcedFor(TestKey.Set(Key)));
        var client = server.CreateClient();
        foreach (var address in SsrfTests.Tricks.Select(trick => trick.Replace("PORT", Port, StringComparison.Ordinal)))
        {
            var draft = Draft();
            draft.Header["jku"] = address;
            using var response = await client.CallAsync(draft.Sign(Key));
            await CdsClient.AssertBareAsync(response);
        }

        using var good = await client.CallAsync(Draft().Sign(Key));
        Assert.Equal(200, (int)good.StatusCode);
        Assert.Equal(0, _trap.Connections);
    }

    [Theory]
    [InlineData("http://127.0.0.1:PORT/jwks")]
    [InlineData("http://localhost:PORT/jwks")]
    [InlineData("http://LOCALHOST:PORT/jwks")]
    [InlineData("http://127.1:PORT/jwks")]
    [InlineData("http://0x7f000001:PORT/jwks")]
    [InlineData("http://2130706433:PORT/jwks")]
    [InlineData("http://[::1]:PORT/jwks")]
    [InlineData("http://[::ffff:127.0.0.1]:PORT/jwks")]
    public Task Nor_does_the_address_that_is_registered_when_it_is_private_and_that_is_not(string address) => AssertNotFetchedAsync(address, "address-refused");

    /// <summary>These do not even resolve on every machine.</summary>
    [Theory]
    [InlineData("http://localhost.:PORT/jwks")]
    [InlineData("http://0.0.0.0:PORT/jwks")]
    [InlineData("http://[::]:PORT/jwks")]
    public Task Nor_one_that_stands_for_no_address(string address) => AssertNotFetchedAsync(address, "The key set of ehr could not be fetched");

    private async Task AssertNotFetchedAsync(string address, string reason)
    {
        var registered = address.Replace("PORT", Port, StringComparison.Ordinal);
        using var server = new TestServer([
            .. CdsClient.Enforced, .. CdsClient.Registered(0, "ehr", ("Issuer", CdsClient.Issuer), ("JwksUri", registered), ("Services:0", "*"))]);

        using var response = await server.CreateClient().CallAsync(Draft().Sign(Key));

        await CdsClient.AssertBareAsync(response);
        Assert.Contains(reason, server.Log.Text, StringComparison.Ordinal);
        Assert.Equal(0, _trap.Connections);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_server_of_keys_sends_nobody_elsewhere(int status)
    {
        await using var keys = await Redirect.StartAsync(status, $"http://127.0.0.1:{Port}/jwks");
        using var server = new TestServer([
            .. CdsClient.Enforced,
            .. CdsClient.Registered(0, "ehr", ("Issuer", CdsClient.Issuer), ("JwksUri", keys.Address), ("AllowPrivateNetwork", "true"), ("Services:0", "*"))]);

        using var response = await server.CreateClient().CallAsync(Draft().Sign(Key));

        await CdsClient.AssertBareAsync(response);
        Assert.Equal(1, keys.Requests);
        Assert.Equal(0, _trap.Connections);
    }

    private string Port => _trap.Port.ToString(CultureInfo.InvariantCulture);

    private static TokenDraft Draft() => TokenDraft.Valid("ES384", Key.Id, CdsClient.Issuer, CdsClient.Call, DateTimeOffset.UtcNow);
}
