using System.Text.Json;
using FhirNaltrexone.Storage.Resources;

namespace FhirNaltrexone.Storage.Search.Requests.CodeSets;

/// <summary>Expands one value set, and those it names (FHIR R4, ValueSet.compose).</summary>
/// <param name="valueSets">Finds value sets.</param>
/// <param name="systems">Finds code systems.</param>
/// <param name="limit">Most codes.</param>
internal sealed class ValueSetExpansion(Func<string, JsonElement?> valueSets, Func<string, CodeSystemContent?> systems, int limit)
{
    private readonly HashSet<string> _open = [];
    private readonly Dictionary<string, HashSet<SystemCode>> _done = [];

    /// <summary>Why there is no expansion.</summary>
    public string? Problem { get; private set; }

    /// <summary>The codes, or null with a <see cref="Problem"/>.</summary>
    public HashSet<SystemCode>? Expand(string url)
    {
        if (_done.TryGetValue(url, out var done)) return done;
        if (valueSets(url) is not { } valueSet) return Fail($"The value set '{url}' is not known here.");
        if (!_open.Add(url)) return Fail($"The value set '{url}' contains itself.");
        var codes = valueSet.Member("compose") is { } compose ? Compose(compose) : Listed(valueSet, url);
        _open.Remove(url);
        if (codes is null) return null;
        if (codes.Count > limit) return Fail($"The value set '{url}' has more than {limit} codes.");
        return _done[url] = codes;
    }

    private HashSet<SystemCode>? Compose(JsonElement compose)
    {
        var codes = new HashSet<SystemCode>();
        foreach (var part in compose.Items("include"))
        {
            if (Part(part) is not { } included) return null;
            codes.UnionWith(included);
        }

        foreach (var part in compose.Items("exclude"))
        {
            if (Part(part) is not { } excluded) return null;
            codes.ExceptWith(excluded);
        }

        return codes;
    }

    /// <summary>An expansion that someone else has made; it counts only when it is whole.</summary>
    private HashSet<SystemCode>? Listed(JsonElement valueSet, string url)
    {
        if (valueSet.Member("expansion") is not { } expansion) return Fail($"The value set '{url}' has no definition here.");
        var codes = new HashSet<SystemCode>();
        Collect(expansion, codes);
        var isWhole = !expansion.TryGetProperty("total", out var total) || (total.TryGetInt32(out var count) && count <= codes.Count);
        return isWhole ? codes : Fail($"The value set '{url}' is expanded only in part here.");
    }

    private static void Collect(JsonElement element, HashSet<SystemCode> codes)
    {
        foreach (var item in element.Items("contains"))
        {
            var isAbstract = item.TryGetProperty("abstract", out var flag) && flag.ValueKind == JsonValueKind.True;
            if (!isAbstract && item.Text("code") is { } code) codes.Add(new SystemCode(item.Text("system") ?? "", code));
            Collect(item, codes);
        }
    }

    /// <summary>An include or exclude: codes of a system, of value sets, or what both have.</summary>
    private HashSet<SystemCode>? Part(JsonElement part)
    {
        HashSet<SystemCode>? codes = null;
        if (part.Text("system") is { } system && (codes = OfSystem(part, system)) is null) return null;
        foreach (var other in part.Items("valueSet"))
        {
            if (Expand(other.GetString() ?? "") is not { } nested) return null;
            if (codes is null) codes = [.. nested];
            else codes.IntersectWith(nested);
        }

        return codes ?? Fail("A value set has a part without system and value set.");
    }

    private HashSet<SystemCode>? OfSystem(JsonElement part, string system)
    {
        var listed = part.Items("concept").Select(concept => concept.Text("code")).OfType<string>().ToList();
        if (listed.Count > 0) return [.. listed.Select(code => new SystemCode(system, code))];
        if (systems(system) is not { IsComplete: true } content) return Fail($"The codes of '{system}' are not known here.");
        IEnumerable<string> codes = content.Codes;
        foreach (var filter in part.Items("filter"))
        {
            if (Filtered(content, filter) is not { } kept) return null;
            codes = codes.Intersect(kept);
        }

        return [.. codes.Select(code => new SystemCode(system, code))];
    }

    private IEnumerable<string>? Filtered(CodeSystemContent system, JsonElement filter)
    {
        var value = filter.Text("value") ?? "";
        switch (filter.Text("property"), filter.Text("op"))
        {
            case ("concept" or "code", "is-a") when system.IsSubsumption && system.Contains(value):
                return system.Descendants(value);
            case ("concept" or "code", "descendent-of") when system.IsSubsumption && system.Contains(value):
                return system.Descendants(value).Skip(1);
            case ("concept" or "code", "is-not-a") when system.IsSubsumption && system.Contains(value):
                return system.Codes.Except(system.Descendants(value));
            case ("concept" or "code", "generalizes") when system.IsSubsumption && system.Contains(value):
                return system.Ancestors(value);
            case ("concept" or "code", "in"):
                return value.Split(',').Select(code => code.Trim());
            case ("concept" or "code", "not-in"):
                return system.Codes.Except(value.Split(',').Select(code => code.Trim()));
            case ("concept" or "code", "="):
                return [value];
            default:
                Fail($"A filter on '{system.Url}' cannot be evaluated here.");
                return null;
        }
    }

    private HashSet<SystemCode>? Fail(string problem)
    {
        Problem ??= problem;
        return null;
    }
}
