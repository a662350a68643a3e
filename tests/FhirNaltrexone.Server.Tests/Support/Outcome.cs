using System.Net;
using System.Text.Json.Nodes;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;

namespace FhirNaltrexone.Server.Tests.Support;

/// <summary>Reads an error and proves on the way that it is a valid OperationOutcome.</summary>
internal static class Outcome
{
    private static readonly FhirJsonDeserializer Strict = new();

    public static async System.Threading.Tasks.Task<IReadOnlyList<(string Code, string Text, string? Expression)>> ReadAsync(
        HttpResponseMessage response, HttpStatusCode status)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == status, $"{(int)response.StatusCode}: {text}");
        Assert.Equal("application/fhir+json", response.Content.Headers.ContentType?.MediaType);
        Assert.IsType<OperationOutcome>(Strict.DeserializeResource(text));
        return
        [
            .. JsonNode.Parse(text)!["issue"]!.AsArray().Select(issue => (
                (string)issue!["code"]!, (string)issue["diagnostics"]!, (string?)issue["expression"]?[0])),
        ];
    }
}
