using System.Text.Json;
using FhirNaltrexone.Knowledge.Charts;
using FhirNaltrexone.Knowledge.Loading;

namespace FhirNaltrexone.Knowledge.Evaluation;

/// <summary>
/// What hooks are about, for those who ask without a call: a hook about orders is asked about the drafts kept in the record, all together, as if they
/// were being signed at once. Who means some of them gives these. The hook about appointments is asked about those of the record too.
/// </summary>
public static class HookSubjects
{
    private const string Booking = "appointment-book";

    private static readonly string[] Orders = ["MedicationRequest", "ServiceRequest"];

    // The others are over, or never were: R4 appointmentstatus.
    private static readonly string[] AheadStatuses = ["proposed", "pending", "booked", "waitlist"];

    /// <summary>The types whose drafts a hook judges; empty for hooks that are about something else.</summary>
    /// <param name="hook">Name of the hook; null outside hooks.</param>
    public static IReadOnlyList<string> DraftTypes(string? hook)
        => hook is "order-select" or "order-sign" or "order-review" or "medication-prescribe" or "medication-refill" ? Orders : [];

    /// <summary>What to say where a record has nothing for hooks to judge: one text for each kind of subject that is missing.</summary>
    /// <param name="hooks">Names of the hooks; those that are about something else count for nothing.</param>
    /// <param name="chart">The record.</param>
    public static IEnumerable<string> Missing(IReadOnlyList<string> hooks, Chart chart)
    {
        List<string> ordering = [.. hooks.Where(hook => DraftTypes(hook).Count > 0)];
        if (ordering.Count > 0 && chart.DraftOrders.Count == 0 && !chart.Resources.Any(resource => IsDraft(resource, Orders)))
        {
            yield return $"At {string.Join(", ", ordering)} rules judge what is being ordered, and no draft order "
                + $"({string.Join(" or ", Orders)} of status draft) was given or read: that they are silent clears no order.";
        }

        if (hooks.Contains(Booking) && chart.Appointments.Count == 0 && !chart.Resources.Any(IsAppointmentAhead))
        {
            yield return $"At {Booking} rules judge what is being booked, and no appointment "
                + $"(Appointment of status {string.Join(", ", AheadStatuses)}) was given or read: that they are silent clears none.";
        }
    }

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

    private static List<JsonElement> Without(IEnumerable<JsonElement> drafts, IEnumerable<JsonElement> resources)
    {
        var given = drafts.Select(FhirJson.KeyOf).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return [.. resources.Where(resource => resource.Text("status") != "draft" || FhirJson.KeyOf(resource) is not { } key || !given.Contains(key))];
    }

    private static bool IsAppointmentAhead(JsonElement resource)
        => FhirJson.IsType(resource, "Appointment"u8) && AheadStatuses.Contains(resource.Text("status"));

    private static bool IsDraft(JsonElement resource, IReadOnlyList<string> types)
        => FhirJson.TypeOf(resource) is { } type && types.Contains(type) && resource.Text("status") == "draft";
}
