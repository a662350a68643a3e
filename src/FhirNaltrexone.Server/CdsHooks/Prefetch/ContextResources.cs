using System.Text.Json;
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
    /// The selected drafts as <c>Type/id</c>. Clients name them so, by a bare id, with a history part or by the address of the entry.
    /// </summary>
    public static List<string> Selections(HookRequest request, List<Found> drafts)
    {
        var selections = new List<string>();
        var list = FhirJson.Array(request.Context, "selections"u8);
        if (list.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in list.EnumerateArray())
            {
                selections.Add(Normalise(item.GetString()!, drafts));
            }
        }

        return selections;
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

    private static string Normalise(string selection, List<Found> drafts)
    {
        foreach (var draft in drafts)
        {
            if (FhirJson.KeyOf(draft.Resource) is { } key
                && (selection == key
                    || (selection.Length < key.Length && key.EndsWith('/' + selection, StringComparison.Ordinal))
                    || selection.StartsWith(key + "/_history/", StringComparison.Ordinal)
                    || selection == draft.FullUrl))
            {
                return key;
            }
        }

        return selection;
    }
}
