using System.Collections.Concurrent;
using System.Text.Json;
using FhirNaltrexone.Cql;

namespace FhirNaltrexone.Knowledge.Evaluation;

/// <summary>Gives the CQL parameters of library <c>NaltrexoneContext</c> their values for one call; thresholds are bound to the engine at start.</summary>
internal sealed class RequestParameters
{
    public const string Library = "NaltrexoneContext";

    public const string HookName = "Hook";
    public const string DraftMedicationRequests = "Draft Medication Requests";
    public const string DraftServiceRequests = "Draft Service Requests";
    public const string ContextAppointments = "Context Appointments";
    public const string Selections = "Selections";
    public const string UnreadResourceTypes = "Unread Resource Types";
    public const string ZoneOffsets = "Zone Offsets";

    private const int Reach = 4;

    private static readonly string[] TupleNames = ["start", "offset"];

    private readonly ConcurrentDictionary<(TimeZoneInfo Zone, int Year), object?[]> _offsets = new();

    /// <summary>What is another value at a hook, or at another one: its name, and what its calls bring.</summary>
    public static IReadOnlyList<string> OfHooks { get; } = [HookName, DraftMedicationRequests, DraftServiceRequests, ContextAppointments, Selections];

    /// <summary>The names of all parameters a call brings.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. OfHooks, UnreadResourceTypes, ZoneOffsets];

    /// <param name="hook">Name of the hook.</param>
    /// <param name="chart">The call.</param>
    /// <param name="now">The instant of evaluation in the chart's zone.</param>
    public CqlParameters For(string hook, Chart chart, DateTimeOffset now) => CqlParameters.Empty.With(
        new(Library, HookName, hook),
        new(Library, DraftMedicationRequests, OfType(chart.DraftOrders, "MedicationRequest"u8)),
        new(Library, DraftServiceRequests, OfType(chart.DraftOrders, "ServiceRequest"u8)),
        new(Library, ContextAppointments, OfType(chart.Appointments, "Appointment"u8)),
        new(Library, Selections, Texts(chart.Selections)),
        new(Library, UnreadResourceTypes, Texts(chart.UnreadResourceTypes)),
        new(Library, ZoneOffsets, _offsets.GetOrAdd((chart.Zone, now.Year), static key => [.. Transitions(key.Zone, key.Year).Select(Tuple)])));

    private static object?[] OfType(IReadOnlyList<JsonElement> resources, ReadOnlySpan<byte> type)
    {
        var found = new List<object?>(resources.Count);
        for (var i = 0; i < resources.Count; i++)
        {
            if (resources[i].TryGetProperty("resourceType"u8, out var name) && name.ValueEquals(type))
            {
                found.Add(resources[i]);
            }
        }

        return found.Count == 0 ? [] : [.. found];
    }

    private static object?[] Texts(IReadOnlyList<string> texts) => texts.Count == 0 ? [] : [.. texts];

    /// <summary>
    /// Rules look as far back and ahead as the longest period a threshold may be set to, which is three years, and from a start planned for a year
    /// from now at most. Whole calendar years make the answer the same for every call of a year.
    /// </summary>
    internal static IReadOnlyList<ZoneTransition> Transitions(TimeZoneInfo zone, int year)
    {
        var from = new DateTimeOffset(Math.Max(2, year - Reach), 1, 1, 0, 0, 0, TimeSpan.Zero);
        var to = new DateTimeOffset(Math.Min(9998, year + Reach + 1), 1, 1, 0, 0, 0, TimeSpan.Zero);
        return [.. ZoneTransitions.Between(zone, from, to)];
    }

    private static CqlTuple Tuple(ZoneTransition transition)
        => new(TupleNames, [new CqlDateTime(transition.Start), (decimal)transition.Offset.TotalMinutes / 60]);
}
