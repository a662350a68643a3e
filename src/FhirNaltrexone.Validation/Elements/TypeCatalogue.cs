using System.Collections.Concurrent;
using FhirNaltrexone.Validation.Definitions;

namespace FhirNaltrexone.Validation.Elements;

/// <summary>
/// The types of FHIR R4, compiled from their StructureDefinitions when they are asked for the first time. Profiles are no types. Thread-safe.
/// </summary>
public sealed class TypeCatalogue
{
    private const string Prefix = "http://hl7.org/fhir/StructureDefinition/";

    private readonly DefinitionSet _definitions;
    private readonly ConcurrentDictionary<string, ElementType> _types = new(StringComparer.Ordinal);

    private TypeCatalogue(DefinitionSet definitions) => _definitions = definitions;

    /// <summary>The types of FHIR R4 (4.0.1).</summary>
    public static TypeCatalogue Core { get; } = new(DefinitionSet.Core);

    /// <summary>The type with a name; null when FHIR R4 has none.</summary>
    /// <param name="name">A resource, a data type, or the path of an element with elements of its own, such as <c>Observation.component</c>.</param>
    public ElementType? Find(string name)
    {
        if (_types.TryGetValue(name, out var known)) return known;
        var end = name.IndexOf('.', StringComparison.Ordinal);
        Compile(end < 0 ? name : name[..end]);
        return _types.GetValueOrDefault(name);
    }

    /// <summary>The type a definition names.</summary>
    internal ElementType Get(string name) => Find(name) ?? throw new InvalidOperationException($"The definitions name the type {name}, but do not define it.");

    private void Compile(string name)
    {
        if (_definitions.Find("StructureDefinition", Prefix + name) is not { } definition || !TypeCompiler.DefinesType(definition)) return;
        foreach (var type in new TypeCompiler(this, definition).Compile()) _types.TryAdd(type.Name, type);
    }
}
