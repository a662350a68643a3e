using System.Collections.Frozen;
using FhirNaltrexone.Storage.Access;

namespace FhirNaltrexone.Server.Security.Sensitivity.Labels;

/// <summary>
/// Types whose resources are about nobody: who works here, medicines, definitions, and subscriptions, which are their owner's alone in any case. All other
/// types are taken for records of a patient, whether a resource says of whom or not: what is forgotten in this list is protected.
/// </summary>
internal static class ImpersonalTypes
{
    private static readonly FrozenSet<string> Types = new[]
    {
        "CatalogEntry", "ChargeItemDefinition", "CompartmentDefinition", "DeviceDefinition", "EffectEvidenceSynthesis", "Endpoint", "EventDefinition",
        "Evidence", "EvidenceVariable", "ExampleScenario", "GraphDefinition", "InsurancePlan", "Measure", "MedicationKnowledge", "MedicinalProduct",
        "MedicinalProductAuthorization", "MedicinalProductContraindication", "MedicinalProductIndication", "MedicinalProductIngredient",
        "MedicinalProductInteraction", "MedicinalProductManufactured", "MedicinalProductPackaged", "MedicinalProductPharmaceutical",
        "MedicinalProductUndesirableEffect", "MessageDefinition", "ObservationDefinition", "OrganizationAffiliation", "ResearchDefinition",
        "ResearchElementDefinition", "ResearchStudy", "RiskEvidenceSynthesis", "SpecimenDefinition", "StructureMap", "Subscription", "Substance",
        "SubstanceNucleicAcid", "SubstancePolymer", "SubstanceProtein", "SubstanceReferenceInformation", "SubstanceSourceMaterial", "SubstanceSpecification",
        "TerminologyCapabilities", "TestReport", "TestScript",
    }.Concat(SharedTypes.All).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether resources of a type are about nobody, unless one names a patient.</summary>
    /// <param name="type">Resource type.</param>
    public static bool Contains(string type) => Types.Contains(type);
}
