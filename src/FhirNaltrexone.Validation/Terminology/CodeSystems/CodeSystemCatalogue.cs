using System.Collections.Concurrent;
using System.Text.Json;
using FhirNaltrexone.Validation.Terminology.KnownSystems;
using FhirNaltrexone.Validation.Terminology.ValueSets;

namespace FhirNaltrexone.Validation.Terminology.CodeSystems;

/// <summary>Finds code systems: those given as resources, those of other standards, and those of which only single codes are named. Safe to share.</summary>
/// <param name="find">Finds a CodeSystem resource by its canonical URL, with or without version.</param>
/// <param name="mentions">Codes that content names.</param>
internal sealed class CodeSystemCatalogue(Func<string, JsonElement?> find, CodeMentions mentions)
{
    // Only what is here is kept, so that clients cannot fill the memory.
    private readonly ConcurrentDictionary<string, ICodeSystem> _systems = new(StringComparer.Ordinal);

    /// <summary>Finds a code system. One that is not here knows the codes that content names, and nothing else.</summary>
    /// <param name="url">URL of the system.</param>
    /// <param name="version">Version; null for any. Of another version nothing is known.</param>
    public ICodeSystem Find(string url, string? version = null)
    {
        var canonical = version is null ? url : $"{url}|{version}";
        if (_systems.TryGetValue(canonical, out var known)) return known;
        if (find(canonical) is { } resource) return _systems.GetOrAdd(canonical, Prefer(new ListedCodeSystem(resource, code => mentions.Find(url, code))));
        return KnownCodeSystems.Find(url) ?? new UnlistedCodeSystem(url, version is null ? mentions : CodeMentions.None);
    }

    /// <summary>The member that a listed code is; null when its system is known in full and has no such code.</summary>
    public static Member? Member(ICodeSystem content, ListedCode listed)
    {
        var isWhole = content.Concepts.IsKnown;

        // Of a system that is not here the list says enough, unless it gives no display.
        var found = isWhole || listed.Display is null ? content.Find(listed.Code) : Answer<Concept?>.Unknown("");
        return found is { IsKnown: true, Value: null }
            ? null
            : new Member(content.Url, content.Version, found.Value?.Code ?? listed.Code, listed, found.Value, isWhole);
    }

    // A standard known by its grammar or a table is worth more than a resource without its content.
    private static ICodeSystem Prefer(ListedCodeSystem listed) => listed.Concepts.IsKnown ? listed : KnownCodeSystems.Find(listed.Url) ?? listed;
}
