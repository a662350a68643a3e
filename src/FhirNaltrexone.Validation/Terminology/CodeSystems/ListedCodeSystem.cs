using System.Text.Json;
using FhirNaltrexone.Validation.Definitions;
using FhirNaltrexone.Validation.Terminology.ValueSets;

namespace FhirNaltrexone.Validation.Terminology.CodeSystems;

/// <summary>A code system whose concepts are listed, all of them or some.</summary>
internal sealed class ListedCodeSystem : ICodeSystem
{
    /// <summary>What only adds to another code system, and has no codes of its own (FHIR R4, CodeSystem supplements).</summary>
    private const string Supplement = "supplement";

    private readonly Dictionary<string, Concept> _concepts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Concept> _anyCase = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<Concept> _ordered = [];
    private readonly HashSet<string> _properties = new(ConceptFilters.OwnProperties, StringComparer.Ordinal);
    private readonly Func<string, Concept?> _mentioned;
    private readonly string? _problem;

    /// <summary>Reads a CodeSystem resource.</summary>
    /// <param name="resource">The resource; its document must live as long as this object.</param>
    /// <param name="mentioned">Finds codes of the system that other content names; for systems not listed in full.</param>
    public ListedCodeSystem(JsonElement resource, Func<string, Concept?> mentioned)
        : this(Canonical.Parse(resource.Text("url") ?? ""), resource.Text("version"), Incompleteness(resource), mentioned)
    {
        Name = resource.Text("title") ?? resource.Text("name") ?? Url;
        IgnoresCase = resource.Flag("caseSensitive") != true;
        HierarchyProblem = _problem ?? (resource.Text("hierarchyMeaning") is null or "is-a" ? null : $"What stands below in '{Url}' is not subsumed.");
        _properties.UnionWith(resource.Items("property").Select(property => property.Text("code")).OfType<string>());
        if (resource.Text("content") == Supplement) return;
        var links = new HashSet<(Concept Child, Concept Parent)>();
        Read(resource, null, links);
        foreach (var concept in _ordered) Link(concept, links);
        foreach (var (child, parent) in links) child.Under(parent);
    }

    /// <summary>A system given by a table; its codes differ in case.</summary>
    /// <param name="url">Its URL.</param>
    /// <param name="name">Name to show.</param>
    /// <param name="concepts">All concepts.</param>
    public ListedCodeSystem(string url, string name, IEnumerable<Concept> concepts)
        : this(new(url, null, null), null, null, static _ => null)
    {
        Name = name;
        foreach (var concept in concepts) Add(concept);
    }

    private ListedCodeSystem(Canonical canonical, string? version, string? problem, Func<string, Concept?> mentioned)
    {
        (Url, Version) = (canonical.Url, canonical.Version ?? version);
        (Name, _problem, HierarchyProblem, _mentioned) = (Url, problem, problem, mentioned);
        Concepts = problem is null ? new(_ordered) : Answer<IReadOnlyList<Concept>>.Unknown(problem);
    }

    public string Url { get; }

    public string? Version { get; }

    public string Name { get; }

    // A system that does not say is read leniently, as the specification advises (FHIR R4, CodeSystem.caseSensitive).
    public bool IgnoresCase { get; }

    public Answer<IReadOnlyList<Concept>> Concepts { get; }

    public string? HierarchyProblem { get; }

    public Answer<Concept?> Find(string code)
    {
        if (_concepts.TryGetValue(code, out var concept)) return new(concept);
        if (IgnoresCase && _anyCase.TryGetValue(code, out concept)) return new(concept);
        if (_problem is null) return new(null);
        return _mentioned(code) is { } mentioned ? new(mentioned) : Answer<Concept?>.Unknown(_problem);
    }

    public Answer<Func<Concept, bool>> Compile(ConceptFilter filter)
    {
        if (_problem is not null) return Answer<Func<Concept, bool>>.Unknown(_problem);
        return _properties.Contains(filter.Property)
            ? ConceptFilters.Compile(this, filter)
            : Answer<Func<Concept, bool>>.Unknown($"The code system '{Url}' defines no property of the name a filter asks for.");
    }

    private static string? Incompleteness(JsonElement resource) => resource.Text("content") switch
    {
        "complete" or Supplement => null,
        "not-present" => $"The content of the code system '{resource.Text("url")}' is not here, so this cannot be decided offline.",
        _ => $"Only a part of the code system '{resource.Text("url")}' is here, so this cannot be decided offline.",
    };

    // JSON is at most 64 levels deep when it comes here.
    private void Read(JsonElement element, Concept? parent, HashSet<(Concept Child, Concept Parent)> links)
    {
        foreach (var source in element.Items("concept"))
        {
            if (source.Text("code") is not { } code) continue;
            var concept = _concepts.GetValueOrDefault(code) ?? Add(new Concept(code, source.Text("display"), source));
            if (parent is not null) links.Add((concept, parent));
            Read(source, concept, links);
        }
    }

    private Concept Add(Concept concept)
    {
        if (!_concepts.TryAdd(concept.Code, concept)) return concept;
        _anyCase.TryAdd(concept.Code, concept);
        _ordered.Add(concept);
        return concept;
    }

    /// <summary>Takes in the parents and children that are told by properties (FHIR R4, concept properties).</summary>
    private void Link(Concept concept, HashSet<(Concept Child, Concept Parent)> links)
    {
        foreach (var property in concept.Source.Items("property"))
        {
            var value = property.Text("valueCode") ?? property.Member("valueCoding")?.Text("code");
            if (value is null || !_concepts.TryGetValue(value, out var other) || other == concept) continue;
            if (property.Text("code") is "parent" or "subsumedBy") links.Add((concept, other));
            else if (property.Text("code") == "child") links.Add((other, concept));
        }
    }
}
