using System.Collections.Concurrent;
using System.Collections.Frozen;
using Hl7.Fhir.Introspection;
using Hl7.Fhir.Model;
using Hl7.Fhir.Utility;

namespace FhirNaltrexone.Validation.Model;

/// <summary>Elements of the types of R4, learned once from the metadata of the SDK.</summary>
public static class TypeModel
{
    private static readonly ConcurrentDictionary<string, ILookup<string, ElementFact>> Types = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<Type, FrozenDictionary<string, string>> Enumerations = new();

    /// <summary>Whether there is such a type.</summary>
    /// <param name="type">Name of a resource, data type or component (<c>Observation.component</c>).</param>
    public static bool Contains(string type) => Mapping(type) is not null;

    /// <summary>The facts of an element, one for each type of a choice; none when there is no such element.</summary>
    /// <param name="type">Name of a type of R4.</param>
    /// <param name="element">Name of the element, without the type of a choice.</param>
    public static IEnumerable<ElementFact> Elements(string type, string element)
        => Mapping(type) is { } mapping ? Types.GetOrAdd(type, static (_, found) => Read(found), mapping)[element] : [];

    private static ClassMapping? Mapping(string type)
    {
        if (ModelInfo.ModelInspector.FindClassMapping(type) is { } mapping) return mapping;
        var end = type.LastIndexOf('.');
        if (end < 0) return null;
        return Mapping(type[..end])?.PropertyMappings.FirstOrDefault(property => property.Name == type[(end + 1)..])?.PropertyTypeMapping;
    }

    private static ILookup<string, ElementFact> Read(ClassMapping mapping)
        => mapping.PropertyMappings.SelectMany(Read).ToLookup(fact => fact.Name, StringComparer.Ordinal);

    private static IEnumerable<ElementFact> Read(PropertyMapping property)
    {
        if (property.Choice != ChoiceType.DatatypeChoice)
            return [new(property.Name, property.Name, TypeName(property), property.IsCollection, Systems(property))];
        return property.FhirTypeMappings.Select(type => new ElementFact(
            property.Name, $"{property.Name}{char.ToUpperInvariant(type.Name[0])}{type.Name[1..]}", type.Name, property.IsCollection, null));
    }

    /// <summary>The SDK declares canonicals by a common base class; the type proper is in the list of types.</summary>
    private static string TypeName(PropertyMapping property) => property.PropertyTypeMapping?.Name ?? property.FhirTypeMappings[0].Name;

    private static FrozenDictionary<string, string>? Systems(PropertyMapping property)
        => property.ImplementingType is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(Code<>)
            ? Enumerations.GetOrAdd(type.GetGenericArguments()[0], Read)
            : null;

    private static FrozenDictionary<string, string> Read(Type enumeration)
        => Enum.GetValues(enumeration).Cast<Enum>()
            .Select(value => (Code: value.GetLiteral(), System: value.GetSystem()))
            .Where(literal => literal.Code is not null && literal.System is not null)
            .DistinctBy(literal => literal.Code)
            .ToFrozenDictionary(literal => literal.Code!, literal => literal.System!, StringComparer.Ordinal);
}
