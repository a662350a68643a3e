using System.Collections.Concurrent;
using FhirNaltrexone.Validation.Elements;

namespace FhirNaltrexone.Validation.Profiles.Structure;

/// <summary>What the definitions say of the types of FHIR R4; compiled when asked for the first time. Thread-safe.</summary>
/// <param name="compiler">Compiles them.</param>
internal sealed class SchemaCatalogue(TypeSchemaCompiler compiler)
{
    private readonly ConcurrentDictionary<ElementType, TypeSchema> _schemas = new();

    /// <summary>What is said of a type.</summary>
    public TypeSchema Of(ElementType type) => _schemas.TryGetValue(type, out var known) ? known : _schemas.GetOrAdd(type, compiler.Compile);
}
