using System.Text.Json;

namespace FhirNaltrexone.Knowledge.Loading;

/// <summary>Displays of the codes that the content set defines itself.</summary>
internal sealed class CodeSystems
{
    private readonly Dictionary<string, Dictionary<string, string?>> _displays = new(StringComparer.Ordinal);

    public static CodeSystems Read(Artifacts artifacts)
    {
        var systems = new CodeSystems();
        foreach (var (url, resource) in artifacts.OfType("CodeSystem"))
        {
            var displays = new Dictionary<string, string?>(StringComparer.Ordinal);
            AddConcepts(resource, displays);
            systems._displays[url] = displays;
        }

        return systems;
    }

    /// <summary>Says what is wrong with a coding that must be one of ours and must show its defined display; null when nothing is.</summary>
    public string? Fault(Coding coding)
    {
        if (!_displays.TryGetValue(coding.System, out var displays))
        {
            return $"uses the code system {coding.System}, which is not in the content set";
        }

        if (!displays.TryGetValue(coding.Code, out var display))
        {
            return $"uses the code {coding.Code}, which {coding.System} does not define";
        }

        return coding.Display is { Length: > 0 } && coding.Display == display
            ? null
            : $"shows {coding.Code} as '{coding.Display}', the code system as '{display}'";
    }

    private static void AddConcepts(JsonElement parent, Dictionary<string, string?> displays)
    {
        foreach (var concept in parent.Items("concept"))
        {
            if (concept.Text("code") is { } code)
            {
                displays[code] = concept.Text("display");
            }

            AddConcepts(concept, displays);
        }
    }
}
