using System.Text.Json;
using System.Text.Json.Nodes;
using FhirNaltrexone.Cql;
using FhirNaltrexone.Knowledge;
using FhirNaltrexone.Knowledge.Libraries;

namespace FhirNaltrexone.Server.Reasoning.Requirements;

/// <summary>A Library of type module-definition in the making: what an artifact reads, what it depends on, what goes in and what comes out.</summary>
internal sealed class ModuleDefinition(ContentSet content)
{
    private readonly List<CqlDataRequirement> _requirements = [];
    private readonly Dictionary<string, string?> _dependencies = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JsonElement> _parameters = new(StringComparer.Ordinal);

    /// <summary>Adds what is read.</summary>
    public void Read(IEnumerable<CqlDataRequirement> requirements) => _requirements.AddRange(requirements);

    /// <summary>Adds what is depended on: a library with everything it depends on itself, and its parameters.</summary>
    /// <param name="library">The library.</param>
    /// <param name="hasResults">Whether its defines are results of the module.</param>
    public void Use(KnowledgeLibrary library, bool hasResults)
    {
        foreach (var parameter in Items(library.Resource, "parameter").Where(parameter => hasResults || IsIn(parameter)))
            _parameters.TryAdd(Text(parameter, "name") ?? "", parameter);
        foreach (var artifact in Items(library.Resource, "relatedArtifact").Where(artifact => Text(artifact, "type") == "depends-on"))
        {
            if (Text(artifact, "resource") is { } canonical && Depend(canonical, Text(artifact, "display")) && content.Libraries.Find(canonical) is { } other) Use(other, false);
        }
    }

    /// <summary>Adds a dependency.</summary>
    /// <returns>Whether it is new.</returns>
    public bool Depend(string canonical, string? display) => _dependencies.TryAdd(canonical, display);

    /// <summary>The Library.</summary>
    /// <param name="source">The artifact it tells of.</param>
    public JsonObject Write(JsonElement source)
    {
        var library = new JsonObject
        {
            ["resourceType"] = "Library",
            ["status"] = Text(source, "status") ?? "unknown",
            ["type"] = new JsonObject { ["coding"] = new JsonArray(new JsonObject { ["system"] = "http://terminology.hl7.org/CodeSystem/library-type", ["code"] = "module-definition" }) },
        };
        if (Text(source, "title") is { } title) library["title"] = $"Data requirements: {title}";
        Add(library, "relatedArtifact", _dependencies.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => Artifact(pair.Key, pair.Value)));
        Add(library, "parameter", _parameters.Values.Select(parameter => (JsonNode)JsonObject.Create(parameter)!));
        Add(library, "dataRequirement", _requirements.DistinctBy(Key).OrderBy(Key, StringComparer.Ordinal).Select(Requirement));
        return library;
    }

    private static JsonObject Artifact(string canonical, string? display)
    {
        var artifact = new JsonObject { ["type"] = "depends-on" };
        if (display is not null) artifact["display"] = display;
        artifact["resource"] = canonical;
        return artifact;
    }

    /// <summary>One filter for each value set: several filters of one requirement all have to be met, and ours are alternatives.</summary>
    private static JsonObject Requirement(CqlDataRequirement requirement)
    {
        var written = new JsonObject { ["type"] = requirement.ResourceType };
        if (requirement.CodePath is not { } path || (requirement.ValueSets.Count != 1 && requirement.Codes.Count == 0)) return written;
        var filter = new JsonObject { ["path"] = path };
        if (requirement.ValueSets.Count == 1) filter["valueSet"] = requirement.ValueSets[0];
        if (requirement.Codes.Count > 0) filter["code"] = new JsonArray([.. requirement.Codes.Select(Coding)]);
        written["codeFilter"] = new JsonArray(filter);
        return written;
    }

    private static JsonObject Coding(CqlCode code)
    {
        var coding = new JsonObject();
        if (code.System is not null) coding["system"] = code.System;
        if (code.Code is not null) coding["code"] = code.Code;
        if (code.Display is not null) coding["display"] = code.Display;
        return coding;
    }

    private static void Add(JsonObject library, string name, IEnumerable<JsonNode> items)
    {
        var array = new JsonArray([.. items]);
        if (array.Count > 0) library[name] = array;
    }

    private static string Key(CqlDataRequirement requirement)
        => $"{requirement.ResourceType}|{requirement.CodePath}|{string.Join(',', requirement.ValueSets)}|{string.Join(',', requirement.Codes.Select(code => $"{code.System} {code.Code}"))}";

    private static bool IsIn(JsonElement parameter) => Text(parameter, "use") == "in";

    private static JsonElement.ArrayEnumerator Items(JsonElement holder, string name)
        => holder.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : default;

    private static string? Text(JsonElement holder, string name)
        => holder.ValueKind == JsonValueKind.Object && holder.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
