using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Tests.Support;
using Microsoft.AspNetCore.WebUtilities;

namespace FhirNaltrexone.Server.Tests.Conformance;

/// <summary>The records of one patient, and how a client answers queries from them.</summary>
internal sealed class Records(IEnumerable<JsonObject> resources, IEnumerable<string> unavailable)
{
    private static readonly HashSet<string> KnownParameters = ["patient", "code"];

    private readonly IReadOnlyList<JsonObject> _resources = [.. resources];
    private readonly HashSet<string> _unavailable = [.. unavailable];

    /// <summary>The resources.</summary>
    public IReadOnlyList<JsonObject> All => _resources;

    /// <summary>Whether a type cannot be read at all.</summary>
    public bool IsUnavailable(string query) => _unavailable.Contains(TypeOf(query));

    /// <summary>The answer to a read or a search.</summary>
    /// <param name="query">Such as <c>Patient/pt</c> or <c>Observation?patient=pt&amp;code=1742-6</c>.</param>
    /// <param name="strict">False for a client that ignores search parameters and answers with the whole type, as it may.</param>
    public JsonObject Answer(string query, bool strict)
        => IsUnavailable(query) ? Call.OperationOutcome("exception")
            : query.Contains('?', StringComparison.Ordinal) ? Search(query, strict)
            : Read(query);

    private static string TypeOf(string query) => query[..query.IndexOfAny(['?', '/'])];

    private JsonObject Read(string reference)
        => (JsonObject)_resources.Single(resource => $"{resource["resourceType"]}/{resource["id"]}" == reference).DeepClone();

    private JsonObject Search(string query, bool strict)
    {
        var type = TypeOf(query);
        var parameters = QueryHelpers.ParseQuery(query[(type.Length + 1)..]);
        Assert.Subset(KnownParameters, parameters.Keys.ToHashSet());
        HashSet<string>? codes = strict && parameters.TryGetValue("code", out var list) ? [.. list.ToString().Split(',')] : null;
        return Call.Bundle(
        [
            .. _resources
                .Where(resource => (string?)resource["resourceType"] == type)
                .Where(resource => codes is null || Codes(resource).Any(codes.Contains))
                .Select(resource => (JsonObject)resource.DeepClone()),
        ]);
    }

    private static IEnumerable<string> Codes(JsonObject resource)
        => ((resource["code"] ?? resource["medicationCodeableConcept"])?["coding"]?.AsArray() ?? [])
            .Select(coding => (string?)coding!["code"])
            .OfType<string>();
}
