using System.Text.Json;
using FhirNaltrexone.Knowledge.Charts;
using FhirNaltrexone.Knowledge.Loading;

namespace FhirNaltrexone.Knowledge.Evaluation;

/// <summary>
/// What hooks are about, for those who ask without a call: a hook about orders is asked about the drafts kept in the record, all together, as if they
/// were being signed at once. Who means some of them gives these.
/// </summary>
public static class HookSubjects
{
    private static readonly string[] Orders = ["MedicationRequest", "ServiceRequest"];

    /// <summary>The types whose drafts a hook judges; empty for hooks that are about something else.</summary>
    /// <param name="hook">Name of the hook; null outside hooks.</param>
    public static IReadOnlyList<string> DraftTypes(string? hook)
        => hook is "order-select" or "order-sign" or "order-review" or "medication-prescribe" or "medication-refill" ? Orders : [];

    /// <summary>Whether a record has something for a hook to judge; true for hooks that judge no drafts.</summary>
    /// <param name="hook">Name of the hook; null outside hooks.</param>
    /// <param name="chart">The record.</param>
    public static bool HasSubject(string? hook, Chart chart)
        => DraftTypes(hook) is not { Count: > 0 } types || chart.DraftOrders.Count > 0 || chart.Resources.Any(resource => IsDraft(resource, types));

    /// <summary>What to say where nothing is there to be judged.</summary>
    /// <param name="hooks">The hooks that judge drafts.</param>
    public static string NoSubject(IEnumerable<string> hooks)
        => $"At {string.Join(", ", hooks)} rules judge what is being ordered, and there is no draft order ({string.Join(" or ", Orders)} of status draft): that they are silent clears no order.";

    /// <summary>
    /// The chart as a call of a hook would bring it. Drafts that it has been given already are those meant: no others are looked for, and stored
    /// copies of them do not count.
    /// </summary>
    /// <param name="hook">Name of the hook; null outside hooks.</param>
    /// <param name="chart">The record.</param>
    public static Chart At(string? hook, Chart chart)
    {
        if (DraftTypes(hook) is not { Count: > 0 } types) return chart;
        if (chart.DraftOrders.Count > 0) return chart with { Resources = Without(chart.DraftOrders, chart.Resources) };
        var drafts = chart.Resources.ToLookup(resource => IsDraft(resource, types));
        return chart with { Resources = [.. drafts[false]], DraftOrders = [.. drafts[true]] };
    }

    private static IReadOnlyList<JsonElement> Without(IEnumerable<JsonElement> drafts, IEnumerable<JsonElement> resources)
    {
        var list = new ResourceList();
        foreach (var draft in drafts) list.Hide(draft);
        foreach (var resource in resources) list.Add(resource);
        return list.Resources;
    }

    private static bool IsDraft(JsonElement resource, IReadOnlyList<string> types)
        => FhirJson.TypeOf(resource) is { } type && types.Contains(type) && resource.Text("status") == "draft";
}
