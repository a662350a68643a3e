namespace FhirNaltrexone.Server.Fhir;

/// <summary>
/// An operation of this server. Register it as singleton: the FHIR interface then answers it at its levels, bundles may call it, and the
/// CapabilityStatement lists it.
/// </summary>
internal sealed record FhirOperation
{
    /// <summary>Name without the dollar sign.</summary>
    public required string Name { get; init; }

    /// <summary>Canonical URL of the OperationDefinition.</summary>
    public required string Definition { get; init; }

    /// <summary>Where it can be called.</summary>
    public required OperationLevels Levels { get; init; }

    /// <summary>Types it works on; empty for all. Of no meaning at system level.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>Whether it changes something; then GET is refused.</summary>
    public bool AffectsState { get; init; }

    /// <summary>Whether its input need not have the structure of FHIR R4, because that is what it looks at; it is guarded all the same.</summary>
    public bool TakesAnyStructure { get; init; }

    /// <summary>Answers a call.</summary>
    public required Func<OperationCall, CancellationToken, Task<FhirAnswer>> Handler { get; init; }

    /// <summary>Whether it can be called at a level.</summary>
    /// <param name="level">One level.</param>
    /// <param name="type">The type; null at system level.</param>
    public bool IsAt(OperationLevels level, string? type)
        => Levels.HasFlag(level) && (type is null || Types.Count == 0 || Types.Contains(type));
}
