using FhirNaltrexone.Server.Tests.Security.Support;
using FhirNaltrexone.Server.Tests.Support;
using FhirNaltrexone.Storage.Search.Requests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Tests.Hosting;

/// <summary>The addresses the service takes for its own are those it listens at, in whatever way it was told to.</summary>
public sealed class AddressTests
{
    private static readonly string Keys = TestKey.Set(TestKey.P384("key"));

    [Theory]
    [InlineData("urls", "http://127.0.0.1:9000", "http://127.0.0.1:9000/fhir")]
    [InlineData("urls", "http://10.1.2.3:9000/;http://127.0.0.1:9001", "http://10.1.2.3:9000/fhir")]
    [InlineData("urls", "https://fhir.example.org", "https://fhir.example.org/fhir")]
    [InlineData("urls", "http://*:9000", "http://127.0.0.1:9000/fhir")]
    [InlineData("urls", "http://0.0.0.0:9000", "http://127.0.0.1:9000/fhir")]
    [InlineData("urls", "http://[::]:9000", "http://127.0.0.1:9000/fhir")]
    [InlineData("http_ports", "8080", "http://127.0.0.1:8080/fhir")]
    [InlineData("https_ports", "8443;8444", "https://127.0.0.1:8443/fhir")]
    [InlineData("Kestrel:Endpoints:Own:Url", "http://10.1.2.3:7000", "http://10.1.2.3:7000/fhir")]
    public void It_goes_by_the_first_address_it_listens_at(string key, string value, string first)
    {
        var bases = Bases((key, value));

        Assert.Equal(first, bases[0]);
        Assert.DoesNotContain(bases, known => known.Contains(":5080", StringComparison.Ordinal));
    }

    [Fact]
    public void It_goes_by_the_default_when_told_nothing()
        => Assert.Equal(["http://127.0.0.1:5080/fhir", "http://localhost:5080/fhir"], Bases());

    [Fact]
    public void It_knows_itself_by_each_address()
        => Assert.Equal(
            ["http://127.0.0.1:8080/fhir", "http://localhost:8080/fhir", "http://127.0.0.1:8081/fhir", "http://localhost:8081/fhir", "https://127.0.0.1:8443/fhir", "https://localhost:8443/fhir"],
            Bases(("http_ports", "8080;8081"), ("https_ports", "8443")));

    // The web server lets ports count only where no address is given, and addresses only where no endpoint is.
    [Fact]
    public void It_does_not_go_by_what_the_web_server_passes_over()
    {
        Assert.Equal("http://10.1.2.3:9000/fhir", Assert.Single(Bases(("http_ports", "8080"), ("urls", "http://10.1.2.3:9000"))));
        Assert.Equal("http://10.1.2.3:7000/fhir", Assert.Single(Bases(("urls", "http://127.0.0.1:9000"), ("Kestrel:Endpoints:Own:Url", "http://10.1.2.3:7000"))));
    }

    [Fact]
    public void A_public_base_comes_first_and_the_own_addresses_count_all_the_same()
        => Assert.Equal(
            ["https://fhir.example.org/r4", "http://127.0.0.1:8080/fhir", "http://localhost:8080/fhir"],
            Bases(("http_ports", "8080"), ("Rest:PublicBase", "https://fhir.example.org/r4/")));

    private static IReadOnlyList<string> Bases(params (string, string)[] settings)
    {
        using var server = new TestServer([.. CdsClient.EnforcedFor(Keys), ("Security:Proxies:0", "10.1.0.0/16"), .. settings]);
        return server.Services.GetRequiredService<IOptions<SearchOptions>>().Value.Bases;
    }
}
