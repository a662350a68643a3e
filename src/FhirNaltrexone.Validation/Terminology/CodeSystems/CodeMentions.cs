using System.Text.Json;

namespace FhirNaltrexone.Validation.Terminology.CodeSystems;

/// <summary>
/// The codes that trusted value sets list, by system: of SNOMED CT, LOINC and others, whose content is not here, these are the ones known to exist.
/// </summary>
/// <param name="valueSets">Gives the value sets; called once, when first needed.</param>
internal sealed class CodeMentions(Func<IEnumerable<JsonElement>> valueSets)
{
    private readonly Lazy<Dictionary<(string System, string Code), Concept>> _codes = new(() => Read(valueSets()));

    /// <summary>None, as for a version of a system: value sets seldom say which one they mean.</summary>
    public static CodeMentions None { get; } = new(static () => []);

    /// <summary>Finds a code; null when no value set lists it, which does not mean that there is none.</summary>
    public Concept? Find(string system, string code) => _codes.Value.GetValueOrDefault((system, code));

    private static Dictionary<(string System, string Code), Concept> Read(IEnumerable<JsonElement> valueSets)
    {
        var codes = new Dictionary<(string System, string Code), Concept>();
        foreach (var part in valueSets.SelectMany(Includes))
        {
            if (part.Text("system") is not { } system) continue;
            foreach (var concept in part.Items("concept"))
            {
                if (concept.Text("code") is not { } code) continue;
                if (!codes.TryGetValue((system, code), out var known) || known.Display is null)
                    codes[(system, code)] = new Concept(code, concept.Text("display"));
            }
        }

        return codes;
    }

    private static IEnumerable<JsonElement> Includes(JsonElement valueSet) => valueSet.Member("compose")?.Items("include") ?? [];
}
