using System.Collections.Concurrent;
using System.Text.Json;
using FhirNaltrexone.Storage.Resources;

namespace FhirNaltrexone.Storage.Search.Requests.CodeSets;

/// <summary>
/// Knows the value sets and code systems it is given, and nothing else: what it cannot tell it does not guess. Safe to share.
/// </summary>
public sealed class ContentCodeSets : ICodeSets
{
    private readonly Dictionary<string, JsonElement> _valueSets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CodeSystemContent> _systems = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, CodeSetAnswer> _expanded = new(StringComparer.Ordinal);
    private readonly int _limit;

    /// <summary>Takes in ValueSet and CodeSystem resources; others are left out. Of several with one URL the first counts, unless a version is asked for.</summary>
    /// <param name="resources">Resources; their documents must live as long as this object.</param>
    /// <param name="limit">Most codes of a value set.</param>
    public ContentCodeSets(IEnumerable<JsonElement> resources, int limit)
    {
        _limit = limit;
        foreach (var resource in resources) Add(resource);
    }

    /// <inheritdoc/>
    public CodeSetAnswer Expand(string valueSet)
    {
        // Only names of what is here are kept, so that clients cannot fill the memory.
        if (!_valueSets.ContainsKey(valueSet)) return CodeSetAnswer.Unknown("The value set is not known here.");
        return _expanded.GetOrAdd(valueSet, Compute);
    }

    /// <inheritdoc/>
    public CodeSetAnswer Ancestors(string system, string code) => Hierarchy(system, code, static (content, one) => content.Ancestors(one));

    /// <inheritdoc/>
    public CodeSetAnswer Descendants(string system, string code) => Hierarchy(system, code, static (content, one) => content.Descendants(one));

    private CodeSetAnswer Compute(string valueSet)
    {
        var expansion = new ValueSetExpansion(
            url => _valueSets.TryGetValue(url, out var found) ? found : null, _systems.GetValueOrDefault, _limit);
        return expansion.Expand(valueSet) is { } codes ? CodeSetAnswer.Known([.. codes]) : CodeSetAnswer.Unknown(expansion.Problem!);
    }

    private CodeSetAnswer Hierarchy(string system, string code, Func<CodeSystemContent, string, IReadOnlyList<string>> ask)
    {
        if (!_systems.TryGetValue(system, out var content) || !content.IsComplete) return CodeSetAnswer.Unknown("The code system is not known here.");
        if (!content.IsSubsumption) return CodeSetAnswer.Unknown("The hierarchy of the code system does not mean that codes subsume others.");
        if (!content.Contains(code)) return CodeSetAnswer.Unknown("The code is not in its code system.");
        return CodeSetAnswer.Known([.. ask(content, code).Select(one => new SystemCode(system, one))]);
    }

    private void Add(JsonElement resource)
    {
        if (resource.Text("url") is not { } url) return;
        switch (resource.Text("resourceType"))
        {
            case "ValueSet":
                _valueSets.TryAdd(url, resource);
                if (resource.Text("version") is { } version) _valueSets.TryAdd($"{url}|{version}", resource);
                if (resource.Text("id") is { } id) _valueSets.TryAdd($"ValueSet/{id}", resource);
                break;
            case "CodeSystem":
                _systems.TryAdd(url, new CodeSystemContent(resource));
                break;
        }
    }
}
