using System.Text.Json;
using FhirNaltrexone.Knowledge.Charts;
using FhirNaltrexone.Server.CdsHooks.Intake;

namespace FhirNaltrexone.Server.CdsHooks.Prefetch;

/// <summary>The resources a client put into the context: what is being ordered or booked right now.</summary>
internal static class ContextResources
{
    /// <summary>Collects the resources of every Bundle field the hook defines.</summary>
    public static (List<Found> Drafts, List<Found> Appointments) Read(HookRequest request)
    {
        var drafts = new List<Found>();
        var appointments = new List<Found>();
        foreach (var field in HookContexts.For(request.Hook))
        {
            if (field.Kind is ContextFieldKind.Bundle or ContextFieldKind.Resource && request.Context.TryGetProperty(field.Name, out var value))
            {
                Collect(value, $"context.{field.Name}", field.Name == "appointments" ? appointments : drafts);
            }
        }

        return (drafts, appointments);
    }

    /// <summary>
    /// The selected drafts as <c>Type/id</c>, each once. Clients name them so, by a bare id, with a history part or by the address of the entry;
    /// what names no draft is left out.
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
                if (item.ValueKind == JsonValueKind.String && names.TryGetValue(FhirJson.WithoutHistory(item.GetString()!), out var key))
                {
                    selections.Add(key);
                }
            }
        }

        return [.. selections];
    }

    private static void Collect(JsonElement value, string place, List<Found> into)
    {
        var entries = FhirJson.Array(value, "entry"u8);
        if (entries.ValueKind != JsonValueKind.Array)
        {
            if (FhirJson.TypeOf(value) is not (null or "Bundle"))
            {
                into.Add(new(value, default, place, -1));
            }

            return;
        }

        var index = 0;
        foreach (var entry in entries.EnumerateArray())
        {
            var resource = FhirJson.Object(entry, "resource"u8);
            if (FhirJson.TypeOf(resource) is not null)
            {
                into.Add(new(resource, entry, place, index));
            }

            index++;
        }
    }

    /// <summary><c>Type/id</c> of the drafts by every name a selection may use; of two drafts with the same name the first counts.</summary>
    private static Dictionary<string, string> Names(List<Found> drafts)
    {
        var names = new Dictionary<string, string>(drafts.Count, StringComparer.Ordinal);
        foreach (var draft in drafts)
        {
            if (FhirJson.KeyOf(draft.Resource) is { } key)
            {
                names.TryAdd(key, key);
                names.TryAdd(key[(key.IndexOf('/', StringComparison.Ordinal) + 1)..], key);
                names.TryAdd(draft.FullUrl ?? key, key);
            }
        }

        return names;
    }
}
