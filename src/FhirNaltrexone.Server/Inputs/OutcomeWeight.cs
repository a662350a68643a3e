namespace FhirNaltrexone.Server.Inputs;

/// <summary>What an OperationOutcome among the entries of a Bundle says of the other entries.</summary>
internal enum OutcomeWeight
{
    /// <summary>Nothing: they are all there is.</summary>
    None,

    /// <summary>That nothing was found: harmless where there are no others.</summary>
    NotFound,

    /// <summary>That some may be missing.</summary>
    Lacks,
}
