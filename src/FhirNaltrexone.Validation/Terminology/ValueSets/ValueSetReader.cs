using System.Text.Json;
using FhirNaltrexone.Validation.Definitions;

namespace FhirNaltrexone.Validation.Terminology.ValueSets;

/// <summary>Reads ValueSet resources (FHIR R4, ValueSet).</summary>
internal static class ValueSetReader
{
    // What makes an expansion less than all the members.
    private const string Unclosed = "http://hl7.org/fhir/StructureDefinition/valueset-unclosed";
    private static readonly string[] Narrowing = ["filter", "offset", "activeOnly", "exclude-system"];

    /// <summary>Reads a value set: its definition, and an expansion that someone else has made.</summary>
    public static ValueSetContent Read(JsonElement source)
    {
        var expanded = source.Member("expansion") is { } expansion ? new ValueSetContent(source) { Includes = [.. Expanded(expansion)] } : null;
        if (source.Member("compose") is { } compose) return Composed(source, compose, expanded);
        return expanded ?? new(source) { Includes = [new(null, null) { Problem = $"The value set '{source.Text("url")}' has no definition here." }] };
    }

    private static ValueSetContent Composed(JsonElement source, JsonElement compose, ValueSetContent? expanded)
    {
        List<ValueSetPart> includes = [.. compose.Items("include").Select(Part)], excludes = [.. compose.Items("exclude").Select(Part)];
        return new(source)
        {
            Includes = includes,
            Excludes = excludes,
            Expanded = expanded,
            HasImports = includes.Concat(excludes).Any(part => part.ValueSets.Count > 0),
            IsWithoutInactive = compose.Flag("inactive") == false,
        };
    }

    private static ValueSetPart Part(JsonElement part)
    {
        var listed = part.Items("concept").Select(Listed).OfType<ListedCode>().ToList();
        var (system, version) = System(part);
        var sets = part.Texts("valueSet").ToList();
        return new(system, version)
        {
            Codes = listed.Count > 0 ? new(listed) : null,
            Filters = [.. part.Items("filter").Select(Filter)],
            ValueSets = sets,
            Problem = system is null && sets.Count == 0 ? "A value set has a part without system and value set." : null,
        };
    }

    // Some value sets of R4 itself write the version of the system behind a bar.
    private static (string? Url, string? Version) System(JsonElement part)
    {
        if (part.Text("system") is not { } system) return (null, null);
        var canonical = Canonical.Parse(system);
        return (canonical.Url, part.Text("version") ?? canonical.Version);
    }

    private static ListedCode? Listed(JsonElement concept)
        => concept.Text("code") is { } code ? new(code, concept.Text("display"), concept) : null;

    private static ConceptFilter Filter(JsonElement filter)
        => new(filter.Text("property") ?? "", filter.Text("op") ?? "", filter.Text("value") ?? "");

    /// <summary>The parts an expansion stands for: one for each system, and one that is unknown where the expansion is not whole.</summary>
    private static IEnumerable<ValueSetPart> Expanded(JsonElement expansion)
    {
        var items = new List<JsonElement>();
        Collect(expansion, items);
        foreach (var group in items.GroupBy(item => (System: item.Text("system") ?? "", Version: item.Text("version"))))
            yield return new(group.Key.System, group.Key.Version) { Codes = new(group.Select(Listed).OfType<ListedCode>()) };
        if (!IsWhole(expansion, items.Count)) yield return new(null, null) { Problem = "The value set is expanded only in part here." };
    }

    private static void Collect(JsonElement element, List<JsonElement> items)
    {
        foreach (var item in element.Items("contains"))
        {
            if (item.Text("code") is not null) items.Add(item);
            Collect(item, items);
        }
    }

    private static bool IsWhole(JsonElement expansion, int count)
        => Number(expansion, "total", count) <= count && Number(expansion, "offset", 0) == 0
            && !expansion.Items("parameter").Any(parameter => Narrowing.Contains(parameter.Text("name")))
            && !expansion.Items("extension").Any(extension => extension.Text("url") == Unclosed && extension.Flag("valueBoolean") == true);

    private static int Number(JsonElement element, string name, int otherwise)
        => !element.TryGetProperty(name, out var member) ? otherwise
            : member.ValueKind == JsonValueKind.Number && member.TryGetInt32(out var number) ? number
            : int.MaxValue;
}
