namespace FhirNaltrexone.Server.Rest.Negotiation;

/// <summary>What a client wants back after a change (FHIR R4, http, ops: Prefer).</summary>
internal enum ReturnPreference
{
    /// <summary>Nothing said.</summary>
    None,

    /// <summary>No body.</summary>
    Minimal,

    /// <summary>The resource as it is now.</summary>
    Representation,

    /// <summary>What the server has to say about it.</summary>
    OperationOutcome,
}
