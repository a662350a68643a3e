using System.Collections.Frozen;

namespace FhirNaltrexone.Cql.Data;

/// <summary>The few facts about FHIR R4 types the engine needs: which types a choice can take and which derive from which.</summary>
internal static class FhirTypes
{
    private static readonly string[] ChoiceTypes =
    [
        "base64Binary", "boolean", "canonical", "code", "date", "dateTime", "decimal", "id", "instant", "integer", "markdown", "oid",
        "positiveInt", "string", "time", "unsignedInt", "uri", "url", "uuid", "Address", "Age", "Annotation", "Attachment",
        "CodeableConcept", "Coding", "ContactDetail", "ContactPoint", "Contributor", "Count", "DataRequirement", "Distance", "Dosage",
        "Duration", "Expression", "HumanName", "Identifier", "Meta", "Money", "ParameterDefinition", "Period", "Quantity", "Range",
        "Ratio", "Reference", "RelatedArtifact", "SampledData", "Signature", "Timing", "TriggerDefinition", "UsageContext",
    ];

    private static readonly FrozenDictionary<string, string> TypeBySuffix =
        ChoiceTypes.ToFrozenDictionary(type => char.ToUpperInvariant(type[0]) + type[1..], StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> TypeBySpan =
        TypeBySuffix.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<string, string> Bases = new Dictionary<string, string>
    {
        ["SimpleQuantity"] = "Quantity",
        ["MoneyQuantity"] = "Quantity",
        ["Age"] = "Quantity",
        ["Count"] = "Quantity",
        ["Distance"] = "Quantity",
        ["Duration"] = "Quantity",
        ["code"] = "string",
        ["id"] = "string",
        ["markdown"] = "string",
        ["url"] = "uri",
        ["canonical"] = "uri",
        ["uuid"] = "uri",
        ["oid"] = "uri",
        ["positiveInt"] = "integer",
        ["unsignedInt"] = "integer",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Complex = ChoiceTypes.Where(type => char.IsUpper(type[0])).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The type a choice element's name ends in, for example <c>Quantity</c> of <c>valueQuantity</c>; null when it is none.</summary>
    public static string? OfSuffix(ReadOnlySpan<byte> suffix)
    {
        if (suffix.Length is 0 or > 24) return null;
        Span<char> characters = stackalloc char[24];
        for (var i = 0; i < suffix.Length; i++) characters[i] = (char)suffix[i];
        return TypeBySpan.TryGetValue(characters[..suffix.Length], out var type) ? type : null;
    }

    /// <summary>True for datatypes whose JSON is an object.</summary>
    public static bool IsComplex(string type) => Complex.Contains(type);

    /// <summary>True for types that others derive from, or that stand for many.</summary>
    public static bool HasDerived(string type) => Bases.Values.Contains(type) || type is "Element" or "BackboneElement" or "Resource" or "DomainResource" or "SimpleQuantity" or "MoneyQuantity";

    /// <summary>True when an element of a type is also of the target type.</summary>
    public static bool IsA(string type, string target, bool isResource)
    {
        if (type == target || Bases.GetValueOrDefault(type) == target) return true;
        return target switch
        {
            "Element" or "BackboneElement" => !isResource,
            "Resource" or "DomainResource" => isResource,
            "SimpleQuantity" or "MoneyQuantity" => type == "Quantity",
            _ => false,
        };
    }

    /// <summary>True when values of both types can be equal: one type, or one derived from the other, or one not known.</summary>
    public static bool AreRelated(string left, string right) =>
        left == right || left.Length == 0 || right.Length == 0 || Family(left) == Family(right);

    private static string Family(string type) => Bases.GetValueOrDefault(type, type);
}
