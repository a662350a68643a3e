using System.Text.Json;
using FhirNaltrexone.Validation.Definitions;

namespace FhirNaltrexone.Validation.Terminology.ValueSets;

/// <summary>Reads ValueSet resources (FHIR R4, ValueSet).</summary>
internal static class ValueSetReader
{
    /// <summary>Reads a value set: its definition, or else an expansion that someone else has made.</summary>
    public static ValueSetContent Read(JsonElement source)
    {
        if (source.Member("compose") is { } compose)
        {
            List<ValueSetPart> includes = [.. compose.Items("include").Select(Part)], excludes = [.. compose.Items("exclude").Select(Part)];
            return new(source)
            {
                Includes = includes,
                Excludes = excludes,
                HasImports = includes.Concat(excludes).Any(part => part.ValueSets.Count > 0),
                IsWithoutInactive = compose.Flag("inactive") == false,
            };
        }

        return new(source) { Includes = source.Member("expansion") is { } expansion ? [.. Expanded(expansion)] : [Unknown("has no definition here.")] };

        ValueSetPart Unknown(string problem) => new(null, null) { Problem = $"The value set '{source.Text("url")}' {problem}" };
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
        => !expansion.TryGetProperty("total", out var total) || (total.ValueKind == JsonValueKind.Number && total.TryGetInt32(out var all) && all <= count);
}
