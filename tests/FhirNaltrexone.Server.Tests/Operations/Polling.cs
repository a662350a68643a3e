using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Tests.Rest;

namespace FhirNaltrexone.Server.Tests.Operations;

/// <summary>What a client of asynchronous requests does.</summary>
internal static class Polling
{
    /// <summary>Address of the job that a request was taken in as.</summary>
    public static async Task<string> AcceptedAsync(this Task<HttpResponseMessage> asking)
    {
        using var response = await asking;
        Assert.True((int)response.StatusCode == 202, $"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
        var address = response.Header("Content-Location");
        Assert.True(Uri.TryCreate(address, UriKind.Absolute, out _), "Content-Location must be absolute.");
        return address!;
    }

    /// <summary>Asks until the job has ended, and checks each answer before.</summary>
    public static Task<HttpResponseMessage> EndAsync(this FhirHttp fhir, string address) => Until.FoundAsync(
        async () =>
        {
            var response = await fhir.GetAsync(address);
            if ((int)response.StatusCode != 202) return response;
            Assert.InRange(response.Header("X-Progress")!.Length, 1, 99);
            Assert.True(int.Parse(response.Header("Retry-After")!, System.Globalization.CultureInfo.InvariantCulture) > 0);
            response.Dispose();
            return null;
        },
        "the end of the job");

    /// <summary>The result of a job that goes well.</summary>
    public static async Task<JsonObject> ResultAsync(this FhirHttp fhir, string address)
    {
        using var response = await fhir.EndAsync(address);
        Assert.True((int)response.StatusCode == 200, $"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
        return await response.JsonAsync();
    }

    /// <summary>The lines of all files of a list in a manifest; each is a resource of the type declared, and as many as declared.</summary>
    public static async Task<List<JsonObject>> LinesAsync(this FhirHttp fhir, JsonObject manifest, string list)
    {
        var lines = new List<JsonObject>();
        foreach (var file in manifest[list]!.AsArray())
        {
            using var response = await fhir.GetAsync((string)file!["url"]!);
            Assert.Equal("application/fhir+ndjson", response.Content.Headers.ContentType?.MediaType);
            var text = await response.Content.ReadAsStringAsync();
            Assert.EndsWith("\n", text, StringComparison.Ordinal);
            var read = text.Split('\n')[..^1].Select(line => JsonNode.Parse(line)!.AsObject()).ToList();
            Assert.All(read, line => Assert.Equal((string?)file["type"], (string?)line["resourceType"]));
            Assert.Equal((int)file["count"]!, read.Count);
            lines.AddRange(read);
        }

        return lines;
    }

    /// <summary>Type and id of resources, in order of text.</summary>
    public static IEnumerable<string> Keys(this IEnumerable<JsonObject> resources)
        => resources.Select(resource => $"{resource["resourceType"]}/{resource["id"]}").Order(StringComparer.Ordinal);
}
