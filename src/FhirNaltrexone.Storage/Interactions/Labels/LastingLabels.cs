using System.Text.Json;
using FhirNaltrexone.Validation.Content;

namespace FhirNaltrexone.Storage.Interactions.Labels;

/// <summary>
/// Labels of a record that hold for what is made of it too: those that clients have set, and those of the service that stay whatever becomes of the record,
/// because of where it comes from. Labels that follow the content are not among them: what is made gets its own when it is stored.
/// </summary>
public static class LastingLabels
{
    private const string List = "security";

    /// <summary>The labels, as Codings.</summary>
    /// <param name="record">The record.</param>
    /// <param name="rules">All rules.</param>
    public static IReadOnlyList<JsonElement> Of(ResourceContent record, IEnumerable<LabelRule> rules)
    {
        if (!record.Root.TryGetProperty("meta", out var meta) || !meta.TryGetProperty(List, out var codings)) return [];
        var labellings = rules.Where(rule => rule.List == List).Select(rule => (rule.IsOwn, rule.Label(record).Keeps)).ToArray();
        return [.. codings.EnumerateArray().Where(coding => labellings.All(rule => !rule.IsOwn(coding) || rule.Keeps(coding)))];
    }
}
