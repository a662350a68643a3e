using System.Collections.Frozen;

namespace FhirNaltrexone.Knowledge.Loading;

/// <summary>Which resource types R4 lets one search by patient, and which of them by code.</summary>
internal static class PatientSearch
{
    // Types with a search parameter `patient` (FHIR R4 search parameter registry), with the plural used as prefetch key.
    private static readonly FrozenDictionary<string, string> Plurals = new Dictionary<string, string>
    {
        ["AllergyIntolerance"] = "allergyIntolerances",
        ["Appointment"] = "appointments",
        ["CarePlan"] = "carePlans",
        ["Condition"] = "conditions",
        ["Consent"] = "consents",
        ["DiagnosticReport"] = "diagnosticReports",
        ["Encounter"] = "encounters",
        ["EpisodeOfCare"] = "episodesOfCare",
        ["Goal"] = "goals",
        ["Immunization"] = "immunizations",
        ["MedicationAdministration"] = "medicationAdministrations",
        ["MedicationDispense"] = "medicationDispenses",
        ["MedicationRequest"] = "medicationRequests",
        ["MedicationStatement"] = "medicationStatements",
        ["Observation"] = "observations",
        ["Procedure"] = "procedures",
        ["QuestionnaireResponse"] = "questionnaireResponses",
        ["ServiceRequest"] = "serviceRequests",
        ["Specimen"] = "specimens",
        ["Task"] = "tasks",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // Medication types have a parameter `code` as well, but it misses every order that refers to a Medication resource instead of carrying a code.
    private static readonly FrozenSet<string> ByCode = FrozenSet.Create(
        StringComparer.Ordinal, "AllergyIntolerance", "Condition", "DiagnosticReport", "Observation", "Procedure", "ServiceRequest");

    // Not about one patient: the server reads them through the references of what was found.
    private static readonly FrozenSet<string> Referenced = FrozenSet.Create(
        StringComparer.Ordinal, "Location", "Medication", "Organization", "Practitioner", "PractitionerRole");

    /// <summary>Key of the template that asks for every resource of the type; null when the type cannot be searched by patient.</summary>
    public static string? Plural(string resourceType) => Plurals.GetValueOrDefault(resourceType);

    /// <summary>Whether a search of the type can be narrowed by codes of this element without losing anything.</summary>
    public static bool CanNarrow(string resourceType, string? codePath) => codePath == "code" && ByCode.Contains(resourceType);

    /// <summary>Whether resources of the type are reached through references and need no template.</summary>
    public static bool IsReferenced(string resourceType) => Referenced.Contains(resourceType);
}
