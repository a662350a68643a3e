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
    public async Task Calls_cards_and_keys_are_counted_without_naming_anybody()
    {
        await _server.CardsAsync(Call.Without("conditions"));

        var metrics = await _server.CreateClient().GetStringAsync("/metrics");

        Assert.Matches("""cds_hooks_calls\w*\{[^}]*hook="order-sign"[^}]*status="200"[^}]*\} 1\b""", metrics);
        Assert.Matches("""cds_hooks_cards\w*\{[^}]*rule="PW-01"[^}]*\} 1\b""", metrics);
        Assert.Matches("""cds_hooks_prefetch\w*\{[^}]*key="conditions"[^}]*state="Absent"[^}]*\} 1\b""", metrics);
        Assert.DoesNotContain("Practitioner/doc", metrics, StringComparison.Ordinal);
    }
}
