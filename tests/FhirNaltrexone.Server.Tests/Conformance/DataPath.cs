namespace FhirNaltrexone.Server.Tests.Conformance;

/// <summary>The ways a legal client gets its data to a service.</summary>
internal enum DataPath
{
    /// <summary>Every prefetch search is answered with all resources of its type.</summary>
    WidePrefetch,

    /// <summary>Every prefetch search is answered with what it asks for.</summary>
    ExactPrefetch,

    /// <summary>No prefetch: the service reads from the FHIR server of the client.</summary>
    FhirServer,
}
