using System.Globalization;
using System.Net;
using FhirNaltrexone.Server.Outgoing;
using FhirNaltrexone.Server.Tests.Security.Support;
using FhirNaltrexone.Server.Tests.Support;

namespace FhirNaltrexone.Server.Tests.Outgoing;

/// <summary>Names whose owner answers what suits them.</summary>
public sealed class GuardedConnectorTests : IDisposable
{
    private const string Host = "ehr.example.org";
    private static readonly string[] Openers = ["SocketsHttpHandler", "HttpClientHandler", "new HttpClient", "AddHttpClient(", "new TcpClient", "ClientWebSocket"];
    private static readonly IPAddress Outside = IPAddress.Parse("203.0.113.9");

    private readonly Trap _trap = new();
    private int _questions;

    public void Dispose() => _trap.Dispose();

    [Fact]
    public async Task A_name_is_asked_for_once_and_the_address_that_was_looked_at_is_the_one_called()
    {
        // Outside when it is looked at, inside if it were asked for again.
        await FailsAsync(isPrivateAllowed: false, () => _questions == 1 ? [Outside] : [IPAddress.Loopback]);

        Assert.Equal(1, _questions);
        Assert.Equal(0, _trap.Connections);
    }

    [Theory]
    [InlineData("203.0.113.9", "127.0.0.1")]
    [InlineData("127.0.0.1", "203.0.113.9")]
    [InlineData("::ffff:127.0.0.1", "203.0.113.9")]
    [InlineData("203.0.113.9", "::1")]
    public async Task One_address_inside_is_enough_to_refuse_them_all(string first, string second)
    {
        var error = await FailsAsync(isPrivateAllowed: false, () => [IPAddress.Parse(first), IPAddress.Parse(second)]);

        Assert.Equal(ServerErrorCode.AddressRefused, Assert.IsType<ServerException>(error?.InnerException).Code);
        Assert.Equal(0, _trap.Connections);
    }

    [Fact]
    public async Task A_server_that_is_not_listed_is_not_called()
    {
        var error = await FailsAsync(isPrivateAllowed: true, () => [IPAddress.Loopback], host: "other.example.org");

        Assert.Equal(ServerErrorCode.AddressRefused, Assert.IsType<ServerException>(error?.InnerException).Code);
        Assert.Equal(0, _trap.Connections);
    }

    [Fact]
    public async Task A_server_listed_as_one_inside_is_called_there()
    {
        await FailsAsync(isPrivateAllowed: true, () => [IPAddress.Loopback]);

        Assert.True(_trap.Connections > 0);
    }

    [Fact]
    public void Whatever_calls_other_servers_calls_them_through_the_guard()
    {
        var callers = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src/FhirNaltrexone.Server"), "*.cs", SearchOption.AllDirectories)
            .Select(file => (Name: Path.GetFileName(file), Text: File.ReadAllText(file)))
            .Where(file => Openers.Any(opener => file.Text.Contains(opener, StringComparison.Ordinal)))
            .ToList();

        // One place for all, and beside it a person's own command, against the server that person names.
        Assert.Equal(["GuardedConnector.cs", "OutgoingHttp.cs", "TestCommand.cs"], callers.Select(file => file.Name).Order(StringComparer.Ordinal));
        Assert.Equal(["TestCommand.cs"], callers.Where(file => !file.Text.Contains(nameof(GuardedConnector), StringComparison.Ordinal)).Select(file => file.Name));
    }

    /// <summary>Calls; nobody answers, so it always fails in one way or another.</summary>
    private async Task<HttpRequestException?> FailsAsync(bool isPrivateAllowed, Func<IPAddress[]> addresses, string host = Host)
    {
        var port = _trap.Port.ToString(CultureInfo.InvariantCulture);
        var connector = new GuardedConnector(new([($"http://{Host}:{port}", isPrivateAllowed)]), (_, _) =>
        {
            _questions++;
            return Task.FromResult(addresses());
        });
        using var handler = new SocketsHttpHandler { ConnectCallback = connector.ConnectAsync, ConnectTimeout = TimeSpan.FromMilliseconds(500), UseProxy = false };
        using var client = new HttpClient(handler);
        var error = await Record.ExceptionAsync(() => client.GetAsync($"http://{host}:{port}/", TestContext.Current.CancellationToken));
        Assert.True(error is HttpRequestException or OperationCanceledException, $"{error}");
        return error as HttpRequestException;
    }
}
