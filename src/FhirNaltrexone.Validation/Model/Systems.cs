namespace FhirNaltrexone.Validation.Model;

/// <summary>Canonical URLs that more than one place needs.</summary>
public static class Systems
{
    /// <summary>Base of everything this implementation defines itself.</summary>
    public const string Own = "https://fhirnaltrexone.example.org/fhir";

    /// <summary>HL7 v3 ActCode: sensitivities, laws, and what is to be done with data.</summary>
    public const string ActCode = "http://terminology.hl7.org/CodeSystem/v3-ActCode";

    /// <summary>HL7 v3 ActReason: purposes of use.</summary>
    public const string ActReason = "http://terminology.hl7.org/CodeSystem/v3-ActReason";

    /// <summary>Codes of DICOM, for AuditEvents.</summary>
    public const string Dicom = "http://dicom.nema.org/resources/ontology/DCM";
}
