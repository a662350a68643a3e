using System.Net;
using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Tests.Support;
using NJsonSchema;

namespace FhirNaltrexone.Server.Tests.Hostile;

/// <summary>Proves that an answer is one that a client can rely on, whatever it was sent.</summary>
internal static class Answers
{
    private static readonly Lazy<Task<JsonSchema>> Schema
        = new(() => JsonSchema.FromJsonAsync(Repository.Read("conformance/schemas/cds-hooks-response.json")));

    /// <summary>Valid cards with 200, or a refusal with 4xx and an OperationOutcome of which every issue helps.</summary>
    /// <returns>The cards; null for a refusal.</returns>
    public static async Task<JsonArray?> CheckAsync(HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        Assert.True(status is 200 or (>= 400 and < 500), $"The answer has status {status}.");
        if (response.StatusCode != HttpStatusCode.OK)
        {
            Assert.All(await Outcome.ReadAsync(response, response.StatusCode), issue =>
            {
                Assert.NotEmpty(issue.Code);
                Assert.NotEmpty(issue.Text);
            });
            return null;
        }

        var text = await response.Content.ReadAsStringAsync();
        Assert.Empty((await Schema.Value).Validate(text));
        return JsonNode.Parse(text)!["cards"]!.AsArray();
    }

    /// <summary>Ids of the rules that speak.</summary>
    public static IReadOnlyList<string> Rules(JsonArray cards) => [.. cards.Select(card => (string)card!["source"]!["topic"]!["code"]!)];
}
