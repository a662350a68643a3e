namespace FhirNaltrexone.Validation.FhirPath;

/// <summary>What the constants of expressions stand for (FHIR R4, 2.9.2).</summary>
internal static class KnownUrls
{
    public const string Ucum = "http://unitsofmeasure.org";
    public const string Snomed = "http://snomed.info/sct";
    public const string Loinc = "http://loinc.org";
    private const string ValueSets = "http://hl7.org/fhir/ValueSet/";
    private const string Extensions = "http://hl7.org/fhir/StructureDefinition/";

    /// <summary>Value of a constant, such as <c>ucum</c> or <c>vs-administrative-gender</c>; null for other names.</summary>
    public static string? Of(string name) => name switch
    {
        "ucum" => Ucum,
        "sct" => Snomed,
        "loinc" => Loinc,
        _ when name.StartsWith("vs-", StringComparison.Ordinal) => ValueSets + name[3..],
        _ when name.StartsWith("ext-", StringComparison.Ordinal) => Extensions + name[4..],
        _ => null,
    };
}
