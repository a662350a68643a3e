using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Tests.Support;

namespace FhirNaltrexone.Server.Tests.Requirements;

/// <summary>CDS Hooks 2.0, FHIR resource access.</summary>
public sealed class AccessTests
{
    [Fact]
    public async Task Every_request_to_the_FHIR_server_carries_the_token_pages_and_medications_too()
    {
        await using var fhir = await FakeFhirServer.StartAsync(
            Call.Resource("Patient", Call.Patient), Call.Condition("c1"), Call.Condition("c2"), Call.Medication("m", "x"), Call.Order("o", "Medication/m"));
        fhir.PageSize = 1;
        using var server = new TestServer(fhir);
        var call = Call.OrderSign().At(fhir);
        call["prefetch"] = new JsonObject();

        await server.ChartAsync(call);

        Assert.Contains(fhir.Requests, request => request.Query.Contains("_offset=1", StringComparison.Ordinal));
        Assert.Contains(fhir.Requests, request => request.Path == "/fhir/Medication/m");
        Assert.All(fhir.Requests, request => Assert.Equal("Bearer secret-token", request.Authorization));
    }
}
