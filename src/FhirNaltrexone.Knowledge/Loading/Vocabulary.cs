using System.Text.Json;
using FhirNaltrexone.Cql;

namespace FhirNaltrexone.Knowledge.Loading;

/// <summary>The value sets of the content set. All are enumerated: membership needs no terminology server.</summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, ValueSetContent> _sets = new(StringComparer.Ordinal);

    public static Vocabulary Read(Artifacts artifacts, ProblemList problems)
    {
        var vocabulary = new Vocabulary();
        foreach (var (url, resource) in artifacts.OfType("ValueSet"))
        {
            vocabulary._sets[url] = ReadOne(url, resource, problems);
        }

        return vocabulary;
    }

    /// <summary>Members of a value set, or null when the content set has none of that URL.</summary>
    public ValueSetContent? Find(string canonical) => _sets.GetValueOrDefault(canonical.Split('|', 2)[0]);

    /// <summary>The smallest value set that contains a code, or null; of equals the first by URL.</summary>
    public ValueSetContent? Holding(CqlCode code)
        => _sets.OrderBy(pair => pair.Value.Codes.Count)
            .ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => pair.Value)
            .FirstOrDefault(set => set.Members.Contains(code.System, code.Code));

    private static ValueSetContent ReadOne(string url, JsonElement resource, ProblemList problems)
    {
        var codes = new List<CqlCode>();
        var compose = resource.Child("compose") ?? default;
        if (compose.Items("exclude").Any())
        {
            problems.Add(url, "excludes codes; only enumerated includes are supported");
        }

        foreach (var include in compose.Items("include"))
        {
            ReadInclude(url, include, codes, problems);
        }

        if (codes.Count == 0)
        {
            problems.Add(url, "has no codes");
        }

        return new ValueSetContent(resource.Text("id") ?? url, codes);
    }

    private static void ReadInclude(string url, JsonElement include, List<CqlCode> codes, ProblemList problems)
    {
        var system = include.Text("system");
        if (system is null || include.Items("filter").Any() || include.Items("valueSet").Any() || !include.Items("concept").Any())
        {
            problems.Add(url, "includes something else than enumerated concepts of one system");
            return;
        }

        foreach (var concept in include.Items("concept"))
        {
            if (concept.Text("code") is { Length: > 0 } code)
            {
                codes.Add(new CqlCode(code, system, null, concept.Text("display")));
            }
            else
            {
                problems.Add(url, $"has a concept of {system} without code");
            }
        }
    }
}
