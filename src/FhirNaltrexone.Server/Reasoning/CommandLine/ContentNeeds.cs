using System.Text.Json;
using FhirNaltrexone.Knowledge;
using FhirNaltrexone.Knowledge.Libraries;
using FhirNaltrexone.Server.Reasoning.Applying;
using FhirNaltrexone.Server.Reasoning.Charts;

namespace FhirNaltrexone.Server.Reasoning.CommandLine;

/// <summary>What a plan reads of a patient by the libraries of the content, those of the definitions that it leads to included.</summary>
internal static class ContentNeeds
{
    private static readonly string[] Types = ["PlanDefinition", "ActivityDefinition"];

    /// <summary>Types of resources, each once.</summary>
    /// <param name="content">The content.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="hooks">Hooks that it may be applied at; null stands for none.</param>
    public static IEnumerable<string> TypesOf(ContentSet content, JsonElement plan, IEnumerable<string?> hooks)
    {
        List<JsonElement> all = [plan];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var place = 0; place < all.Count; place++)
        {
            foreach (var canonical in Canonicals.Definitions(all[place]).Where(seen.Add))
            {
                if (Types.Select(type => content.Find(type, canonical)).FirstOrDefault(found => found is not null) is { } definition) all.Add(definition);
            }
        }

        var libraries = all.SelectMany(Canonicals.Libraries).Distinct().Select(content.Libraries.Find).OfType<KnowledgeLibrary>().ToList();
        return libraries.Select(library => library.Needs)
            .Append(HookNeeds.Of(hooks.Concat(libraries.SelectMany(content.HooksOf))))
            .SelectMany(needs => needs.Templates)
            .Select(template => template.ResourceType)
            .Append("Patient")
            .Distinct();
    }
}
