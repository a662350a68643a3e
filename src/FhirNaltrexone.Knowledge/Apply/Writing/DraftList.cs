using System.Text.Json;
using System.Text.Json.Nodes;
using FhirNaltrexone.Knowledge.Loading;

namespace FhirNaltrexone.Knowledge.Apply.Writing;

/// <summary>
/// The drafts of a plan, with the ids by which its actions refer to them. Where a definition says that one order serves every step that asks for it,
/// drafts that differ in nothing but their reasons are one: no step is without it, and it is not done twice.
/// </summary>
internal sealed class DraftList(IdAllocator ids)
{
    private const string SharedOrder = "https://fhirnaltrexone.example.org/fhir/StructureDefinition/shared-order";

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
        foreach (var reason in draft[Reasons]?.AsArray() ?? [])
        {
            if (!(known[Reasons]?.AsArray() ?? []).Any(other => JsonNode.DeepEquals(other, reason))) known.AddTo(Reasons, reason!.DeepClone());
        }
    }
}
