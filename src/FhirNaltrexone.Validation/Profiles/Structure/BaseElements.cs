using System.Collections.Concurrent;
using System.Text.Json;
using FhirNaltrexone.Validation.Definitions;
using FhirNaltrexone.Validation.Elements;
using FhirNaltrexone.Validation.Terminology;

namespace FhirNaltrexone.Validation.Profiles.Structure;

/// <summary>Element definitions of the types of FHIR R4. Thread-safe.</summary>
/// <param name="definitions">Where the StructureDefinitions are; what is not there is taken from the core that travels along.</param>
internal sealed class BaseElements(DefinitionSet definitions)
{
    private const string Prefix = "http://hl7.org/fhir/StructureDefinition/";
    private const string Choice = "[x]";

    private readonly ConcurrentDictionary<ElementType, IReadOnlyDictionary<string, JsonElement>> _children = new();

    /// <summary>The definition of the elements of a type, by name without the mark of a choice, in their order.</summary>
    public IReadOnlyDictionary<string, JsonElement> Of(ElementType type) => _children.GetOrAdd(type, Read);

    /// <summary>The definition of a type itself.</summary>
    public JsonElement Root(ElementType type) => Elements(type.Name).First();

    /// <summary>
    /// The definition that one refers to for its content, as that of the items within an item of a Questionnaire does to that of the outer one; null
    /// when it has content of its own.
    /// </summary>
    /// <param name="element">An element definition.</param>
    public JsonElement? Referred(JsonElement element)
    {
        if (element.Text("contentReference") is not { } reference) return null;
        var path = reference[(reference.IndexOf('#', StringComparison.Ordinal) + 1)..];
        return Elements(path).First(each => Path(each) == path);
    }

    /// <summary>Name of the element a path ends with, without the mark of a choice.</summary>
    public static string NameOf(string path)
    {
        var name = path[(path.LastIndexOf('.') + 1)..];
        return name.EndsWith(Choice, StringComparison.Ordinal) ? name[..^Choice.Length] : name;
    }

    private Dictionary<string, JsonElement> Read(ElementType type) => Elements(type.Name)
        .Where(element => IsChild(Path(element), type.Name) && (!type.IsPrimitive || NameOf(Path(element)) != "value"))
        .ToDictionary(element => NameOf(Path(element)), StringComparer.Ordinal);

    private static bool IsChild(string path, string parent) => path.StartsWith(parent, StringComparison.Ordinal) && path.LastIndexOf('.') == parent.Length;

    private static string Path(JsonElement element) => element.GetProperty("path").GetString()!;

    private JsonElement.ArrayEnumerator Elements(string path)
    {
        var url = Prefix + path.Split('.')[0];
        var definition = definitions.Find("StructureDefinition", url) ?? DefinitionSet.Core.Find("StructureDefinition", url)!.Value;
        return definition.GetProperty("snapshot").GetProperty("element").EnumerateArray();
    }
}
