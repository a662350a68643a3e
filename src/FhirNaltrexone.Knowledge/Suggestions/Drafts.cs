using System.Text.Json;
using FhirNaltrexone.Cql;
using FhirNaltrexone.Knowledge.Evaluation;

namespace FhirNaltrexone.Knowledge.Suggestions;

/// <summary>Finds the drafts a suggestion is about.</summary>
internal static class Drafts
{
    /// <summary>
    /// The drafts a define names as <c>Type/id</c>, in its order and once each. A name without a draft is reported, and none is given then: the step
    /// would do only a part of what its label says.
    /// </summary>
    public static IReadOnlyList<(string Reference, JsonElement Draft)> Named(RuleCall call, CqlDefine targets)
    {
        if (call.Evaluate(targets) is not IReadOnlyList<object?> { Count: > 0 } references)
        {
            return [];
        }

        var found = new List<(string Reference, JsonElement Draft)>(references.Count);
        foreach (var item in references)
        {
            if (item is not string reference || Find(call.Chart, reference) is not { } draft)
            {
                call.Fail("unknown-draft", targets);
                return [];
            }

            if (!found.Exists(entry => entry.Reference == reference))
            {
                found.Add((reference, draft));
            }
        }

        return found;
    }

    /// <summary>
    /// What the client sent goes before the copy prepared for evaluation. Hooks without drafts judge drafts kept in the chart; where there are
    /// drafts, nothing outside them is ever touched.
    /// </summary>
    private static JsonElement? Find(Chart chart, string reference)
        => Find(chart.DraftOrdersAsSent, reference)
            ?? Find(chart.DraftOrders, reference)
            ?? (chart.DraftOrders.Count == 0 ? Find(chart.Resources, reference) : null);

    private static JsonElement? Find(IReadOnlyList<JsonElement> resources, string reference)
    {
        var slash = reference.IndexOf('/', StringComparison.Ordinal);
        for (var i = 0; slash > 0 && i < resources.Count; i++)
        {
            if (IsText(resources[i], "resourceType"u8, reference.AsSpan(0, slash)) && IsText(resources[i], "id"u8, reference.AsSpan(slash + 1)))
            {
                return resources[i];
            }
        }

        return null;
    }

    private static bool IsText(JsonElement resource, ReadOnlySpan<byte> name, ReadOnlySpan<char> text)
        => resource.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.ValueEquals(text);
}
