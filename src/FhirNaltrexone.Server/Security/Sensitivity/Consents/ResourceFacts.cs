using FhirNaltrexone.Server.Security.Sensitivity.Labels;
using FhirNaltrexone.Server.Security.Sensitivity.Policy;

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

    /// <summary>Its security labels, and those that the policy of today gives, by system and code, where it falls under 42 CFR Part 2; else none.</summary>
    public IReadOnlyList<(string System, string Code)> Labels { get; init; } = [];

    /// <summary>How a record of its disclosure names it, with its version; null for its <see cref="Reference"/>.</summary>
    public string? Name { get; init; }

    /// <summary>Who holds it and needs no consent to see it; null for nobody.</summary>
    public string? Holder { get; init; }

    /// <summary>Patients it names: ids, or URLs of those of other servers.</summary>
    public IReadOnlySet<string> Patients { get; init; } = new HashSet<string>();

    /// <summary>Whether it is about a patient whom nobody can tell: what they have said of it is not known either.</summary>
    public bool HasUnknownPatient { get; init; }

    /// <summary>Its codes.</summary>
    public IReadOnlyCollection<(string System, string Code)> Codes { get; init; } = [];

    /// <summary>Whether it has codes that nobody could read, those of a medication elsewhere.</summary>
    public bool HasUnknownCodes { get; init; }

    /// <summary>When what it tells of was; null when unknown.</summary>
    public DataTime? Time { get; init; }

    /// <summary>What it refers to, <c>Type/id</c> or URL.</summary>
    public IReadOnlySet<string> References { get; init; } = new HashSet<string>();

    /// <summary>Whether it is no resource, but any that may exist: what only a look at it could tell is unknown.</summary>
    public bool IsUnseen { get; init; }

    /// <summary>
    /// A record of a patient that nobody has seen, with every label that the policy gives. What consents permit for it they permit for any that the policy
    /// labels: with fewer labels a permit reaches more and a deny less.
    /// </summary>
    /// <param name="type">Its type.</param>
    /// <param name="patient">The patient, as consents name them.</param>
    /// <param name="policy">The policy.</param>
    public static ResourceFacts Unseen(string type, string patient, SensitivityPolicy policy) => new()
    {
        Type = type,
        Reference = type,
        Protection = policy.Everything,
        Patients = new HashSet<string> { patient },
        HasUnknownCodes = true,
        IsUnseen = true,
    };
}
