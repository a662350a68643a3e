using System.Net;
using FhirNaltrexone.Server.CdsHooks;
using FhirNaltrexone.Server.Tests.Support;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using TestServer = FhirNaltrexone.Server.Tests.Support.TestServer;

namespace FhirNaltrexone.Server.Tests.Hosting;

public sealed class OperationTests : IDisposable
{
    private readonly TestServer _server = new();

    public void Dispose() => _server.Dispose();

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task A_server_with_content_and_database_is_healthy(string path)
        => Assert.Equal("Healthy", await _server.CreateClient().GetStringAsync(path));

    [Fact]
    public async Task A_server_without_content_is_alive_but_not_ready()
    {
        using var empty = _server.WithWebHostBuilder(builder =>
            builder.ConfigureTestServices(services => services.AddSingleton(new ServiceCatalogue([]))));

        Assert.Equal(HttpStatusCode.OK, (await empty.CreateClient().GetAsync("/health/live")).StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await empty.CreateClient().GetAsync("/health/ready")).StatusCode);
    }

    [Fact]
    public async Task Calls_cards_and_keys_are_counted()
    {
        using var counts = new Counts(_server.Services);

        await _server.CardsAsync(Call.Without("conditions"));

        Assert.Equal(1, counts["cds_hooks.calls hook=order-sign service=test-service status=200"]);
        Assert.Equal(1, counts["cds_hooks.cards indicator=Warning rule=PW-01"]);
        Assert.Equal(1, counts["cds_hooks.prefetch key=conditions read=incomplete state=Absent"]);
    }

    [Fact]
    public async Task Prometheus_reads_the_counters_and_learns_of_nobody()
    {
        await _server.CardsAsync(Call.OrderSign());

        var metrics = await _server.CreateClient().GetStringAsync("/metrics");

        Assert.Matches("""cds_hooks_calls\w*\{[^}]*hook="order-sign"[^}]*\} [1-9]""", metrics);
        Assert.DoesNotContain("Practitioner/doc", metrics, StringComparison.Ordinal);
    }
}
