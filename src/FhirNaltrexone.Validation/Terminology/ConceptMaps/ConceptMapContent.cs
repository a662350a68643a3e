using System.Text.Json;

namespace FhirNaltrexone.Validation.Terminology.ConceptMaps;

/// <summary>What a ConceptMap resource says, ready to be asked in both directions.</summary>
internal sealed class ConceptMapContent
{
    private static readonly string[] Sources = ["sourceUri", "sourceCanonical"];
    private static readonly string[] Targets = ["targetUri", "targetCanonical"];

    private readonly ILookup<string, Mapping> _forward;
    private readonly ILookup<string, Mapping> _back;

    /// <summary>Reads a concept map.</summary>
    /// <param name="resource">The resource.</param>
    public ConceptMapContent(JsonElement resource)
    {
        Url = resource.Text("url") ?? "";
        Source = Sources.Select(name => resource.Text(name)).FirstOrDefault(url => url is not null);
        Target = Targets.Select(name => resource.Text(name)).FirstOrDefault(url => url is not null);
        Unmapped = [.. resource.Items("group").Where(group => group.Member("unmapped") is not null).Select(group => new UnmappedRule(group))];
        var mappings = resource.Items("group").SelectMany(Read).ToList();
        _forward = mappings.ToLookup(mapping => mapping.Source.Code!, StringComparer.Ordinal);
        _back = mappings.Where(mapping => mapping.Target.Code is not null).ToLookup(mapping => mapping.Target.Code!, StringComparer.Ordinal);
    }

    public string Url { get; }

    /// <summary>Value set the sources come from; null for any.</summary>
    public string? Source { get; }

    /// <summary>Value set the targets come from; null for any.</summary>
    public string? Target { get; }

    /// <summary>What holds for codes without a mapping.</summary>
    public IReadOnlyList<UnmappedRule> Unmapped { get; }

    /// <summary>The mappings of a code. A system left open, by the question or the map, fits any.</summary>
    public IEnumerable<Mapping> Find(string? system, string code, bool isReverse) => isReverse
        ? _back[code].Where(mapping => Fits(mapping.Target.System, system))
        : _forward[code].Where(mapping => Fits(mapping.Source.System, system));

    /// <summary>Whether two systems, either left open, can be the same.</summary>
    public static bool Fits(string? one, string? other) => one is null || other is null || one == other;

    private static IEnumerable<Mapping> Read(JsonElement group)
    {
        foreach (var element in group.Items("element"))
        {
            if (element.Text("code") is not { } code) continue;
            var source = new MappedCode(group.Text("source"), code, element.Text("display"));
            foreach (var target in element.Items("target"))
            {
                yield return new(
                    source,
                    new(group.Text("target"), target.Text("code"), target.Text("display")),
                    target.Text("equivalence") ?? "relatedto",
                    target.Items("dependsOn").Any());
            }
        }
    }
}
