namespace FhirNaltrexone.Server;

/// <summary>Why the server stopped an operation by exception.</summary>
internal enum ServerErrorCode
{
    /// <summary>A name resolved to an address that outgoing calls must not reach.</summary>
    AddressRefused,

    /// <summary>A file or package cannot be read.</summary>
    InputUnusable,

    /// <summary>What must be on record could not be recorded.</summary>
    NotRecorded,

    /// <summary>The sensitivity policy cannot be used.</summary>
    PolicyUnusable,
}
