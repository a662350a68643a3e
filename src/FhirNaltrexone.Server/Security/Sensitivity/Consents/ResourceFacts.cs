using FhirNaltrexone.Server.Security.Sensitivity.Labels;

namespace FhirNaltrexone.Server.Security.Sensitivity.Consents;

/// <summary>What consents ask of a resource.</summary>
internal sealed record ResourceFacts
{
    /// <summary>Its type.</summary>
    public required string Type { get; init; }

    /// <summary>Its reference, <c>Type/id</c>.</summary>
    public required string Reference { get; init; }

    /// <summary>How sensitive it is: by its labels, and by what the policy of today says of its content.</summary>
    public required Protection Protection { get; init; }

    /// <summary>Patients it names: ids, or URLs of those of other servers.</summary>
    public IReadOnlySet<string> Patients { get; init; } = new HashSet<string>();

    /// <summary>Its codes.</summary>
    public IReadOnlyCollection<(string System, string Code)> Codes { get; init; } = [];

    /// <summary>Whether it has codes that nobody could read, those of a medication elsewhere.</summary>
    public bool HasUnknownCodes { get; init; }

    /// <summary>When what it tells of was; null when unknown.</summary>
    public DataTime? Time { get; init; }

    /// <summary>What it refers to, <c>Type/id</c> or URL.</summary>
    public IReadOnlySet<string> References { get; init; } = new HashSet<string>();
}
