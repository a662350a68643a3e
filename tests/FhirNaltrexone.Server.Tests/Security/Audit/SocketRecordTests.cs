using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Tests.Security.Support;
using FhirNaltrexone.Server.Tests.Support;
using FhirNaltrexone.Storage.Access;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace FhirNaltrexone.Server.Tests.Security.Audit;

/// <summary>Websockets on a real connection: their answer goes past whoever holds back answers until they are recorded.</summary>
public sealed class SocketRecordTests : IDisposable
{
    private static readonly Caller Warehouse = new() { Id = "warehouse", Grants = Callers.Everything };

    private readonly SqliteFile _file = new();
    private readonly TestServer _server;

    public SocketRecordTests()
    {
        _server = new([("Storage:ConnectionString", _file.Connection), .. AuditedFhir.Enforced])
        {
            Stores = services => services.AddTransient<IStartupFilter, CallerHeader>(),
        };
        _server.UseKestrel(0);
        _server.StartServer();
    }

    private Uri Address => _server.ClientOptions.BaseAddress;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _server.Dispose();
        _file.Dispose();
    }

    [Fact]
    public async Task One_is_recorded_before_it_is_opened()
    {
        using var socket = await OpenAsync();

        var record = Assert.Single(await RecordsAsync());
        Assert.Equal("warehouse", (string?)record["agent"]![0]!["who"]!["identifier"]!["value"]);
        Assert.Equal(WebSocketState.Open, socket.State);
    }

    [Fact]
    public async Task One_that_cannot_be_recorded_is_not_opened()
    {
        _file.Execute("create trigger no_links before insert on audit_chain begin select raise(abort, 'no'); end");

        await Assert.ThrowsAsync<WebSocketException>(OpenAsync);
    }

    private async Task<ClientWebSocket> OpenAsync()
    {
        var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader(CallerHeader.Name, CallerHeader.Of(Warehouse).Value);
        await socket.ConnectAsync(new UriBuilder(Address) { Scheme = "ws", Path = "/fhir/ws" }.Uri, Cancel);
        return socket;
    }

    private async Task<List<JsonNode>> RecordsAsync()
    {
        using var client = new HttpClient { BaseAddress = Address };
        client.DefaultRequestHeaders.Add(CallerHeader.Name, CallerHeader.Of(AuditedFhir.Auditor).Value);
        var bundle = JsonNode.Parse(await client.GetStringAsync("/fhir/AuditEvent?_count=100", Cancel))!;
        return [.. (bundle["entry"]?.AsArray() ?? []).Select(entry => entry!["resource"]!).Where(IsOfSocket)];
    }

    private static bool IsOfSocket(JsonNode record) => record["entity"]?.AsArray().Any(entity
        => (string?)entity!["query"] is { } query && Encoding.UTF8.GetString(Convert.FromBase64String(query)).Contains("/fhir/ws", StringComparison.Ordinal)) == true;
}
