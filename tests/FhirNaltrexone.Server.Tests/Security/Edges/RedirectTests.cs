using System.Globalization;
using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Tests.Operations;
using FhirNaltrexone.Server.Tests.Rest;
using FhirNaltrexone.Server.Tests.Security.Support;
using FhirNaltrexone.Server.Tests.Subscriptions;
using FhirNaltrexone.Server.Tests.Support;

namespace FhirNaltrexone.Server.Tests.Security.Edges;

/// <summary>Servers that may be called, private or not, and send the service somewhere else: it does not go.</summary>
public sealed class RedirectTests : IDisposable
{
    private readonly Trap _trap = new();

    public static TheoryData<int> Statuses => [301, 302, 303, 307, 308];

    public void Dispose() => _trap.Dispose();

    [Theory]
    [MemberData(nameof(Statuses))]
    public async Task The_FHIR_server_of_a_call(int status)
    {
        await using var other = await Redirect.StartAsync(status, Target);
        var origin = Origin(other);
        using var server = new TestServer([("Ehr:Servers:0:Origin", origin), ("Ehr:Servers:0:AllowPrivateNetwork", "true"), ("Ehr:BudgetMilliseconds", "30000"), ("Ehr:TryMilliseconds", "10000")]);
        var call = Call.Without("conditions");
        call["fhirServer"] = $"{origin}/fhir";
        call["fhirAuthorization"] = new JsonObject
        {
            ["access_token"] = "secret-token",
            ["token_type"] = "Bearer",
            ["expires_in"] = 300,
            ["scope"] = "patient/*.rs",
            ["subject"] = "cds-service",
        };

        await server.CardsAsync(call);

        Assert.True(other.Requests > 0);
        Assert.Equal(0, _trap.Connections);
    }

    [Theory]
    [MemberData(nameof(Statuses))]
    public async Task The_endpoint_of_a_subscription(int status)
    {
        await using var other = await Redirect.StartAsync(status, Target);
        using var fhir = SubscriptionBench.Server();

        await fhir.SubscribeAsync(new() { Endpoint = other.Address }, "error");

        Assert.True(other.Requests > 0);
        Assert.Equal(0, _trap.Connections);
    }

    [Theory]
    [MemberData(nameof(Statuses))]
    public async Task The_source_of_an_import(int status)
    {
        await using var other = await Redirect.StartAsync(status, Target);
        using var fhir = new FhirHttp([.. OperationServer.Settings, ("Import:Origins:0:Origin", Origin(other)), ("Import:Origins:0:AllowPrivateNetwork", "true")]);
        var input = $$"""
            {"resourceType":"Parameters","parameter":[{"name":"input","part":[{"name":"type","valueCode":"Patient"},{"name":"url","valueUri":"{{other.Address}}"}]}]}
            """;

        using var response = await fhir.EndAsync(await fhir.PostAsync("/fhir/$import", input).AcceptedAsync());

        Assert.True(other.Requests > 0);
        Assert.Equal(0, _trap.Connections);
    }

    [Theory]
    [MemberData(nameof(Statuses))]
    public async Task The_terminology_server(int status)
    {
        await using var other = await Redirect.StartAsync(status, Target);
        using var fhir = new FhirHttp(
            ("Terminology:Server", $"{Origin(other)}/fhir"), ("Terminology:AllowPrivateNetwork", "true"), ("Terminology:Retries", "0"), ("Terminology:TryMilliseconds", "20000"));

        using var response = await fhir.GetAsync("/fhir/CodeSystem/$validate-code?url=http://snomed.info/sct&code=404684003");

        Assert.True(other.Requests > 0);
        Assert.Equal(0, _trap.Connections);
    }

    [Theory]
    [InlineData("http://127.0.0.1:PORT/fhir")]
    [InlineData("http://localhost:PORT/fhir")]
    [InlineData("http://2130706433:PORT/fhir")]
    [InlineData("http://[::ffff:127.0.0.1]:PORT/fhir")]
    [InlineData("http://0.0.0.0:PORT/fhir")]
    public async Task Nor_is_a_terminology_server_called_inside_when_that_is_not_allowed(string address)
    {
        using var fhir = new FhirHttp(("Terminology:Server", address.Replace("PORT", Port, StringComparison.Ordinal)), ("Terminology:Retries", "0"));

        using var response = await fhir.GetAsync("/fhir/CodeSystem/$validate-code?url=http://snomed.info/sct&code=404684003");

        Assert.NotEqual(500, (int)response.StatusCode);
        Assert.Equal(0, _trap.Connections);
    }

    private string Port => _trap.Port.ToString(CultureInfo.InvariantCulture);

    private string Target => $"http://127.0.0.1:{Port}/";

    private static string Origin(KeyServer server) => new Uri(server.Address).GetLeftPart(UriPartial.Authority);
}
