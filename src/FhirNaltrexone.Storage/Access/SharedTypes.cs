using System.Collections.Frozen;

namespace FhirNaltrexone.Storage.Access;

/// <summary>
/// Types that belong to no patient and that scopes of one patient may therefore read and search: who and what records refer to, and definitions.
/// See docs/decisions/0010.
/// </summary>
public static class SharedTypes
{
    private static readonly FrozenSet<string> Types = new[]
    {
        "HealthcareService", "Location", "Medication", "Organization", "Practitioner", "PractitionerRole",
        "ActivityDefinition", "CapabilityStatement", "CodeSystem", "ConceptMap", "ImplementationGuide", "Library", "NamingSystem",
        "OperationDefinition", "PlanDefinition", "Questionnaire", "SearchParameter", "StructureDefinition", "ValueSet",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>All shared types.</summary>
    public static IReadOnlyCollection<string> All => Types;

    /// <summary>Whether resources of a type are shared.</summary>
    /// <param name="type">Resource type.</param>
    public static bool Contains(string type) => Types.Contains(type);
}
