using System.Text.Json;
using FhirNaltrexone.Knowledge.Charts;
using FhirNaltrexone.Server.CdsHooks.Intake;
using FhirNaltrexone.Validation.Model;

namespace FhirNaltrexone.Server.CdsHooks.Prefetch;

/// <summary>The resources a client put into the context: what is being ordered or booked right now.</summary>
internal static class ContextResources
{
    // What cannot be read may be the very order that matters: it stands for a medicine known in words alone, which the rules report at every hook. One
    // without medicine is no more than half filled while orders are selected.
    private static readonly JsonElement UnreadOrder = JsonElement.Parse(
        """{"resourceType":"MedicationRequest","status":"draft","medicationCodeableConcept":{"text":"an order that cannot be read"}}""");

    // It stands for a booking of a kind that nobody can tell, which the rules report where it matters whether it is surgery.
    private static readonly JsonElement UnreadAppointment = JsonElement.Parse(
        """
        {
          "resourceType": "Appointment",
          "status": "proposed",
          "serviceType": [{ "extension": [{ "url": "http://hl7.org/fhir/StructureDefinition/data-absent-reason", "valueCode": "error" }] }]
        }
        """);

    // No orders themselves, but what may hold some: rules do not look into them.
    private static readonly string[] Containers = ["Bundle", "Parameters", "RequestGroup"];

    /// <summary>Collects the resources of every Bundle field the hook defines.</summary>
    /// <returns>Orders and appointments; those that cannot be read have others in their place.</returns>
    public static (List<Found> Drafts, List<Found> Appointments) Read(HookRequest request)
    {
        var drafts = new List<Found>();
        var appointments = new List<Found>();
        foreach (var field in HookContexts.For(request.Hook))
        {
            if (field.Kind is not (ContextFieldKind.Bundle or ContextFieldKind.Resource)) continue;
            if (!request.Context.TryGetProperty(field.Name, out var value)) continue;
            var (kept, unread) = field.Name == "appointments" ? (appointments, UnreadAppointment) : (drafts, UnreadOrder);
            foreach (var found in Resources(value, $"context.{field.Name}"))
            {
                var isRead = found.Type is { } type && ResourceTypes.Contains(type) && !Containers.Contains(type);
                kept.Add(isRead ? found : found with { Resource = unread, Type = FhirJson.TypeOf(unread) });
            }
        }

        return (drafts, appointments);
    }

    /// <summary>
    /// The selected drafts as <c>Type/id</c>, each once. Clients name them so, by a bare id, with a history part or by the address of the entry;
    /// what names several drafts selects each, and what names none is left out.
    /// </summary>
    public static List<string> Selections(HookRequest request, List<Found> drafts)
    {
        var selections = new HashSet<string>(StringComparer.Ordinal);
        var list = FhirJson.Array(request.Context, "selections"u8);
        if (list.ValueKind == JsonValueKind.Array)
        {
            var names = Names(drafts);
            foreach (var item in list.EnumerateArray())
            {
                // Where the hook does not define the field, nobody has checked what it holds.
                if (item.ValueKind == JsonValueKind.String) selections.UnionWith(names[FhirJson.WithoutHistory(item.GetString()!)]);
            }
        }

        return [.. selections];
    }

    /// <summary>What the entries of a Bundle hold, even if nothing; or the resource that stands in its place.</summary>
    private static IEnumerable<Found> Resources(JsonElement value, string place)
    {
        var entries = FhirJson.Array(value, "entry"u8);
        if (entries.ValueKind != JsonValueKind.Array) return FhirJson.TypeOf(value) is { } type and not "Bundle" ? [new(value, type, default, place, -1)] : [];
        return entries.EnumerateArray().Select((entry, index) =>
        {
            var resource = FhirJson.Object(entry, "resource"u8);
            return new Found(resource, FhirJson.TypeOf(resource), entry, place, index);
        });
    }

    /// <summary><c>Type/id</c> of the drafts by every name a selection may use.</summary>
    private static ILookup<string, string> Names(List<Found> drafts)
        => drafts.SelectMany(NamesOf).ToLookup(named => named.Name, named => named.Key, StringComparer.Ordinal);

    private static IEnumerable<(string Name, string Key)> NamesOf(Found draft)
        => FhirJson.KeyOf(draft.Resource) is { } key
            ? [(key, key), (key[(key.IndexOf('/', StringComparison.Ordinal) + 1)..], key), (draft.FullUrl ?? key, key)]
            : [];
}
