using System.Text.Json;
using System.Text.Json.Nodes;
using FhirNaltrexone.Knowledge.Loading;
using FhirNaltrexone.Validation.Model;

namespace FhirNaltrexone.Knowledge.Apply.Writing;

/// <summary>
/// The drafts of a plan, with the ids by which its actions refer to them. Where a definition says that one order serves every step that asks for it,
/// drafts that differ in nothing but their reasons are one: no step is without it, and it is not done twice.
/// </summary>
internal sealed class DraftList(IdAllocator ids)
{
    private const string SharedOrder = $"{Systems.Own}/StructureDefinition/shared-order";

    private const string Reasons = "reasonCode";

    private readonly List<JsonObject> _all = [];
    private readonly Dictionary<string, JsonObject> _shared = new(StringComparer.Ordinal);

    public IReadOnlyList<JsonObject> All => _all;

    /// <summary>Keeps a draft.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="definition">What it was made of; null for a task that says what the action does.</param>
    /// <param name="wanted">The id it should have.</param>
    /// <returns>The reference to it, or to the one that serves in its place.</returns>
    public JsonObject Keep(JsonObject draft, JsonElement? definition, string wanted)
    {
        draft.Remove("id");
        var content = definition is { } given && IsShared(given) ? Content(draft) : null;
        if (content is not null && _shared.TryGetValue(content, out var known))
        {
            AddReasons(known, draft);
            return ReferenceTo(known);
        }

        draft.Insert(1, "id", ids.Take(wanted));
        _all.Add(draft);
        if (content is not null) _shared.Add(content, draft);
        return ReferenceTo(draft);
    }

    private static JsonObject ReferenceTo(JsonObject draft) => JsonCopies.Reference($"#{draft["id"]!.GetValue<string>()}");

    private static bool IsShared(JsonElement definition)
        => definition.Items("extension").Any(extension => extension.Text("url") == SharedOrder && extension.Child("valueBoolean") is { ValueKind: JsonValueKind.True });

    private static string Content(JsonObject draft)
    {
        var content = draft.DeepClone().AsObject();
        content.Remove(Reasons);
        return content.ToJsonString();
    }

    private static void AddReasons(JsonObject known, JsonObject draft)
    {
        if (draft[Reasons] is JsonObject only)
        {
            AddOnly(known, only);
            return;
        }

        foreach (var reason in draft[Reasons]?.AsArray() ?? [])
        {
            if (!(known[Reasons]?.AsArray() ?? []).Any(other => JsonNode.DeepEquals(other, reason))) known.AddTo(Reasons, reason!.DeepClone());
        }
    }

    /// <summary>A task has room for one reason, and notes for the others, as where one step gives it several.</summary>
    private static void AddOnly(JsonObject known, JsonObject reason)
    {
        if (known[Reasons] is null)
        {
            known[Reasons] = reason.DeepClone();
            return;
        }

        if (JsonNode.DeepEquals(known[Reasons], reason) || Activities.InWords(JsonSerializer.SerializeToElement(reason)) is not { } words) return;
        var note = new JsonObject { ["text"] = $"Reason: {words}" };
        if (!(known["note"]?.AsArray() ?? []).Any(other => JsonNode.DeepEquals(other, note))) known.AddTo("note", note);
    }
}
