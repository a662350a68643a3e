using System.Text.Json;
using FhirNaltrexone.Cql;
using FhirNaltrexone.Knowledge;
using FhirNaltrexone.Knowledge.Libraries;
using FhirNaltrexone.Validation.Content;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Reasoning.Requirements;

/// <summary>Reads what a plan, and every definition its actions lead to, asks of a patient's data.</summary>
internal sealed class PlanReading(ContentSet content, ModuleDefinition module)
{
    private const int MaxDefinitions = 500;

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    /// <summary>Reads a plan.</summary>
    /// <returns>Why it cannot be told; null when it can.</returns>
    public Refusal? Read(JsonElement definition)
    {
        List<KnowledgeLibrary> libraries = [];
        foreach (var canonical in Items(definition, "library").Select(Text).OfType<string>())
        {
            if (content.Libraries.Find(canonical) is not { } library)
                return new Refusal(422, IssueCodes.NotSupported, $"The plan uses a library that is none of this service, so that what it reads is not known: {canonical}", "PlanDefinition.library");
            libraries.Add(library);
            if (module.Depend(canonical, library.Title)) module.Use(library, false);
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        var definitions = new List<string>();
        Walk(definition, names, definitions, 0);
        foreach (var library in libraries) module.Read(Requirements(library, names));
        return definitions.Select(Follow).FirstOrDefault(refusal => refusal is not null);
    }

    // A name that is no define may stand for an expression that is not looked into: then the whole library counts, so that nothing is left out.
    private static IReadOnlyList<CqlDataRequirement> Requirements(KnowledgeLibrary library, HashSet<string> names)
    {
        var own = library.Defines.Select(define => define.Name).Where(name => names.Contains(name) || names.Contains($"{library.Name}.{name}") || names.Contains($"{library.Name}.\"{name}\"")).ToList();
        return names.Contains(string.Empty) ? library.DataRequirements : library.RequirementsOf(own);
    }

    private Refusal? Follow(string canonical)
    {
        if (!_seen.Add(canonical) || _seen.Count > MaxDefinitions) return null;
        module.Depend(canonical, null);
        var next = content.Find("PlanDefinition", canonical) ?? content.Find("ActivityDefinition", canonical);
        return next is { } definition ? Read(definition) : null;
    }

    /// <summary>Collects names of expressions, the empty one for what is no name, and canonicals of definitions.</summary>
    private static void Walk(JsonElement element, HashSet<string> names, List<string> definitions, int depth)
    {
        if (depth > Nesting.Resource) return;
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray()) Walk(item, names, definitions, depth + 1);
        }

        if (element.ValueKind != JsonValueKind.Object) return;
        foreach (var member in element.EnumerateObject())
        {
            if (member.NameEquals("definitionCanonical"u8) && Text(member.Value) is { } canonical) definitions.Add(canonical);
            else if (member.NameEquals("expression"u8) && member.Value.ValueKind == JsonValueKind.String) names.Add(Name(element, member.Value.GetString()!));
            else Walk(member.Value, names, definitions, depth + 1);
        }
    }

    private static string Name(JsonElement expression, string text)
        => expression.TryGetProperty("language", out var language) && Text(language) is "text/cql-identifier" or "text/cql.identifier" ? text.Trim('"') : "";

    private static JsonElement.ArrayEnumerator Items(JsonElement holder, string name)
        => holder.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : default;

    private static string? Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
