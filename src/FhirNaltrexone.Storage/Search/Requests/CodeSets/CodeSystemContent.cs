using System.Text.Json;
using FhirNaltrexone.Storage.Resources;

namespace FhirNaltrexone.Storage.Search.Requests.CodeSets;

/// <summary>The codes of a code system and what subsumes what.</summary>
internal sealed class CodeSystemContent
{
    private readonly Dictionary<string, List<string>> _children = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _parents = new(StringComparer.Ordinal);
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly List<string> _codes = [];

    public CodeSystemContent(JsonElement resource)
    {
        Url = resource.Text("url") ?? "";
        IsComplete = resource.Text("content") == "complete";
        IsSubsumption = resource.Text("hierarchyMeaning") is null or "is-a";
        Read(resource, null);
    }

    public string Url { get; }

    /// <summary>Whether all codes of the system are here.</summary>
    public bool IsComplete { get; }

    /// <summary>Whether what stands below is subsumed, and not merely grouped.</summary>
    public bool IsSubsumption { get; }

    /// <summary>All codes, in their order.</summary>
    public IReadOnlyList<string> Codes => _codes;

    public bool Contains(string code) => _known.Contains(code);

    /// <summary>A code and all below it; just the code when it has none.</summary>
    public IReadOnlyList<string> Descendants(string code) => Reach(code, _children);

    /// <summary>A code and all above it.</summary>
    public IReadOnlyList<string> Ancestors(string code) => Reach(code, _parents);

    private static List<string> Reach(string code, Dictionary<string, List<string>> next)
    {
        var reached = new List<string> { code };
        var seen = new HashSet<string>(reached, StringComparer.Ordinal);
        for (var index = 0; index < reached.Count; index++)
        {
            foreach (var other in next.GetValueOrDefault(reached[index], []))
            {
                if (seen.Add(other)) reached.Add(other);
            }
        }

        return reached;
    }

    // JSON is at most 64 levels deep when it comes here.
    private void Read(JsonElement element, string? parent)
    {
        foreach (var concept in element.Items("concept"))
        {
            if (concept.Text("code") is not { } code) continue;
            if (_known.Add(code)) _codes.Add(code);
            if (parent is not null) Link(parent, code);
            foreach (var property in concept.Items("property"))
            {
                if ((property.Text("valueCode") ?? property.Member("valueCoding")?.Text("code")) is not { } other) continue;
                if (property.Text("code") is "parent" or "subsumedBy") Link(other, code);
                else if (property.Text("code") == "child") Link(code, other);
            }

            Read(concept, code);
        }
    }

    private void Link(string parent, string child)
    {
        Add(_children, parent, child);
        Add(_parents, child, parent);
    }

    private static void Add(Dictionary<string, List<string>> links, string from, string to)
    {
        if (!links.TryGetValue(from, out var list)) links[from] = list = [];
        list.Add(to);
    }
}
