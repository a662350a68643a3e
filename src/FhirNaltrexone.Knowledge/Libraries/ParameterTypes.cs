using System.Collections.Frozen;

namespace FhirNaltrexone.Knowledge.Libraries;

/// <summary>The FHIR types that <c>Parameters.parameter.value[x]</c> can carry (FHIR R4, datatypes, open type).</summary>
internal static class ParameterTypes
{
    private static readonly FrozenDictionary<string, string> Members = new[]
    {
        "base64Binary", "boolean", "canonical", "code", "date", "dateTime", "decimal", "id", "instant", "integer", "markdown", "oid", "positiveInt", "string", "time",
        "unsignedInt", "uri", "url", "uuid", "Address", "Age", "Annotation", "Attachment", "CodeableConcept", "Coding", "ContactPoint", "Count", "Distance", "Duration",
        "HumanName", "Identifier", "Money", "Period", "Quantity", "Range", "Ratio", "Reference", "SampledData", "Signature", "Timing", "ContactDetail", "Contributor",
        "DataRequirement", "Expression", "ParameterDefinition", "RelatedArtifact", "TriggerDefinition", "UsageContext", "Dosage", "Meta",
    }.ToFrozenDictionary(type => type, type => $"value{char.ToUpperInvariant(type[0])}{type[1..]}", StringComparer.Ordinal);

    /// <summary>The member that carries a value of a type; null when none can.</summary>
    /// <param name="type">FHIR type name.</param>
    public static string? Find(string type) => Members.GetValueOrDefault(type);
}
