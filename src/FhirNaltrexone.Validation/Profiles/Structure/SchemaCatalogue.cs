using System.Collections.Concurrent;
using FhirNaltrexone.Validation.Definitions;
using FhirNaltrexone.Validation.Elements;

namespace FhirNaltrexone.Validation.Profiles.Structure;

/// <summary>What the definitions say of the types of FHIR R4; compiled when asked for the first time. Thread-safe.</summary>
internal sealed class SchemaCatalogue
{
    private readonly ConcurrentDictionary<ElementType, TypeSchema> _schemas = new();
    private readonly TypeSchemaCompiler _compiler;

    /// <summary>Begins empty.</summary>
    public SchemaCatalogue(DefinitionSet definitions) => _compiler = new(definitions);

    /// <summary>What is said of a type.</summary>
    public TypeSchema Of(ElementType type) => _schemas.TryGetValue(type, out var known) ? known : _schemas.GetOrAdd(type, _compiler.Compile);
}
