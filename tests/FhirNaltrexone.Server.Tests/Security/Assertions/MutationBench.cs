using FhirNaltrexone.Server.Tests.Security.Support;
using FhirNaltrexone.Server.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace FhirNaltrexone.Server.Tests.Security.Assertions;

/// <summary>One service with a few clients, for all changed tokens.</summary>
public sealed class MutationBench : IAsyncLifetime
{
    internal const string Tenant = "clinic-1";
    internal static readonly DateTimeOffset Now = new(2026, 11, 22, 14, 0, 0, TimeSpan.Zero);

    private KeyServer? _large;
    private KeyServer? _slow;
    private KeyServer? _redirecting;

    internal TestKey Rsa { get; } = TestKey.Rsa("rsa");

    internal TestKey P384 { get; } = TestKey.P384("p384");

    internal TestKey P256 { get; } = TestKey.P256("p256");

    internal TestKey Weak { get; } = TestKey.Rsa("weak", 1024);

    internal TestKey Foreign { get; } = TestKey.Rsa("foreign");

    internal TestKey ForeignP384 { get; } = TestKey.P384("foreign");

    internal Trap Trap { get; } = new();

    internal KeyServer Keys { get; private set; } = null!;

    internal TestServer Server { get; private set; } = null!;

    internal HttpClient Client { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Keys = await KeyServer.StartAsync(Set());
        _large = await KeyServer.StartAsync(Set().PadRight(10_000_000));
        _slow = await KeyServer.StartAsync();
        _slow.Answer = context => Task.Delay(Timeout.Infinite, context.RequestAborted);
        _redirecting = await KeyServer.StartAsync();
        _redirecting.Answer = context =>
        {
            context.Response.Redirect($"http://127.0.0.1:{Trap.Port}/jwks");
            return Task.CompletedTask;
        };
        Server = new TestServer([
            .. CdsClient.Enforced, ("Security:CdsBase:1", "https://other.example.org/cds-services"),
            .. Published(0, "ehr", CdsClient.Issuer, Keys), ("Security:Clients:0:Tenants:0", Tenant), ("Security:Clients:0:Tenants:1", "clinic-2"),
            .. Published(1, "large", "large", _large), .. Published(2, "slow", "slow", _slow), .. Published(3, "redirecting", "redirecting", _redirecting),
            .. CdsClient.Registered(4, "elsewhere", ("Jwks", TestKey.Set(Rsa, P384, P256)), ("Services:0", "another-service")),
            .. CdsClient.Registered(5, "private", ("JwksUri", $"http://127.0.0.1:{Trap.Port}/jwks"), ("Services:0", "*")),
            .. CdsClient.Registered(6, "es256", ("Jwks", TestKey.Set(Rsa, P384, P256)), ("Services:0", "*"), ("Algorithms:0", "ES256")),
            .. CdsClient.Registered(7, "inline", ("Jwks", TestKey.Set(Rsa, P384, P256)), ("Services:0", "*")),
        ])
        { Clock = new FakeTimeProvider(Now), Others = [new() { Id = "another-service" }] };
        Client = Server.CreateClient();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Server.DisposeAsync();
        foreach (var server in new[] { Keys, _large!, _slow!, _redirecting! }) await server.DisposeAsync();
        Trap.Dispose();
    }

    private static IEnumerable<(string, string)> Published(int n, string id, string issuer, KeyServer keys) => CdsClient.Registered(
        n, id, ("Issuer", issuer), ("JwksUri", keys.Address), ("AllowPrivateNetwork", "true"), ("Services:0", FakeCdsService.ServiceId));

    private string Set()
    {
        var encryption = Foreign.As("encryption").Public();
        encryption["use"] = "enc";
        var other = Rsa.As("rs512-only").Public();
        other["alg"] = "RS512";
        return TestKey.Set(
            Rsa.Public(), P384.Public(), P256.Public(), Weak.Public(), encryption, other, Rsa.As("with-private-part").Private(),
            Rsa.As("twice").Public(), Foreign.As("twice").Public(), Rsa.As("two-kinds").Public(), P384.As("two-kinds").Public());
    }
}
