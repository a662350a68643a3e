using System.Text.Json;
using FhirNaltrexone.Validation.Definitions;
using FhirNaltrexone.Validation.Elements;

namespace FhirNaltrexone.Validation.Profiles.Structure;

/// <summary>Compiles what the StructureDefinition of a type says of its elements.</summary>
/// <param name="definitions">Where the StructureDefinition is.</param>
internal sealed class TypeSchemaCompiler(DefinitionSet definitions)
{
    private const string Prefix = "http://hl7.org/fhir/StructureDefinition/";
    private const string Choice = "[x]";

    /// <summary>Compiles one type.</summary>
    /// <param name="type">A type of R4, be it defined within another one.</param>
    public TypeSchema Compile(ElementType type)
    {
        var children = Children(type.Name).Where(element => !type.IsPrimitive || Name(element) != "value");
        var elements = children.Select(Compile).ToDictionary(element => element.Name, StringComparer.Ordinal);
        return new(type, elements, []);
    }

    private IEnumerable<JsonElement> Children(string path)
    {
        var root = path.Split('.')[0];
        var definition = definitions.Find("StructureDefinition", Prefix + root) ?? DefinitionSet.Core.Find("StructureDefinition", Prefix + root)!.Value;
        return definition.GetProperty("snapshot").GetProperty("element").EnumerateArray()
            .Where(element => Path(element) is var own && own.StartsWith(path, StringComparison.Ordinal) && own.LastIndexOf('.') == path.Length);
    }

    private static ElementSchema Compile(JsonElement element, int index) => new(
        Name(element), 1UL << index, element.GetProperty("min").GetInt32(), Max(element.GetProperty("max").GetString()!), [], []);

    private static string Path(JsonElement element) => element.GetProperty("path").GetString()!;

    private static string Name(JsonElement element)
    {
        var path = Path(element);
        var name = path[(path.LastIndexOf('.') + 1)..];
        return name.EndsWith(Choice, StringComparison.Ordinal) ? name[..^Choice.Length] : name;
    }

    private static int Max(string text) => text == "*" ? int.MaxValue : int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
