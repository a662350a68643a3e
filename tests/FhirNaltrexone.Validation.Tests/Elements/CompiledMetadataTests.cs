using System.Text.Json;
using FhirNaltrexone.Validation.Definitions;
using FhirNaltrexone.Validation.Elements;
using Hl7.Fhir.Introspection;
using Hl7.Fhir.Model;

namespace FhirNaltrexone.Validation.Tests.Elements;

/// <summary>The definitions against the metadata that the reference implementation for .NET was compiled with.</summary>
public sealed class CompiledMetadataTests
{
    /// <summary>
    /// Where the two differ knowingly. The SDK lets the value of xhtml be absent; its base class for Signature serves several versions of FHIR, of
    /// which some do not require these elements.
    /// </summary>
    private static readonly string[] KnownDifferences = ["Signature.type", "Signature.when", "Signature.who", "xhtml.value"];

    [Fact]
    public void Cardinality_and_types_of_every_element_agree()
    {
        var elements = DefinitionSet.Core.All("StructureDefinition").Where(DefinesType).SelectMany(Elements).ToList();

        var different = elements.Where(element => !Agrees(element)).Select(Path).Order(StringComparer.Ordinal);

        Assert.True(elements.Count > 7_000);
        Assert.Equal(KnownDifferences, different);
    }

    private static bool DefinesType(JsonElement definition)
        => definition.GetProperty("kind").GetString() != "logical"
            && (!definition.TryGetProperty("derivation", out var derivation) || derivation.GetString() != "constraint");

    private static IEnumerable<JsonElement> Elements(JsonElement definition) => definition.GetProperty("snapshot").GetProperty("element").EnumerateArray().Skip(1);

    private static string Path(JsonElement element) => element.GetProperty("path").GetString()!;

    private static bool Agrees(JsonElement element)
        => Mapping(Path(element)) is { } mapping
            && mapping.IsMandatoryElement == (element.GetProperty("min").GetInt32() > 0)
            && mapping.IsCollection == (element.GetProperty("base").GetProperty("max").GetString() == "*")
            && (mapping.Choice != ChoiceType.DatatypeChoice || Types(element).SetEquals(KnownTypes(mapping)));

    /// <summary>Those of R4: for bounds of values the SDK adds integer64, which came later.</summary>
    private static IEnumerable<string> KnownTypes(PropertyMapping mapping)
        => mapping.FhirTypeMappings.Select(type => type.Name).Where(name => TypeCatalogue.Core.Find(name) is not null);

    private static HashSet<string> Types(JsonElement element)
        => [.. element.GetProperty("type").EnumerateArray().Select(type => type.GetProperty("code").GetString()!)];

    private static PropertyMapping? Mapping(string path)
    {
        var steps = path.Split('.');
        var holder = ModelInfo.ModelInspector.FindClassMapping(steps[0]);
        foreach (var step in steps[1..^1]) holder = Property(holder, step)?.PropertyTypeMapping;
        return Property(holder, steps[^1]);
    }

    private static PropertyMapping? Property(ClassMapping? holder, string step)
        => holder?.FindMappedElementByName(step.Replace("[x]", "", StringComparison.Ordinal));
}
