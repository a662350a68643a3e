using System.Text.Json.Serialization;
using FhirNaltrexone.Server.Security.Sensitivity.Labels;

namespace FhirNaltrexone.Server.Security.Sensitivity.Policy;

/// <summary>What is labelled, how, and what labels mean to consents: one file (docs/decisions/0011).</summary>
internal sealed record SensitivityPolicy
{
    private Protection? _everything;

    /// <summary>Its version, told with each label that a rule gives.</summary>
    public required string Version { get; init; }

    /// <summary>Other names of code systems.</summary>
    public IReadOnlyDictionary<string, string> Aliases { get; init; } = new Dictionary<string, string>();

    /// <summary>All labels by the name rules use.</summary>
    public required IReadOnlyDictionary<string, Label> Labels { get; init; }

    /// <summary>Names of the labels of what a programme under 42 CFR Part 2 writes.</summary>
    public required IReadOnlyList<string> Source { get; init; }

    /// <summary>Labels by code.</summary>
    public required IReadOnlyList<CodeRule> Rules { get; init; }

    /// <summary>Codes of v3-ActCode that say what is to be done with data, not that they are sensitive. All others protect.</summary>
    public IReadOnlyList<string> Harmless { get; init; } = [];

    /// <summary>What a sensitivity in a consent stands for besides itself.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Covers { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>What a purpose in a consent stands for besides itself.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Purposes { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>What all the labels together say that it gives.</summary>
    [JsonIgnore]
    public Protection Everything => _everything ??= Protection.Of(
        Source.Concat(Rules.SelectMany(rule => rule.Labels)).Distinct().Select(name => ((string?)Labels[name].System, (string?)Labels[name].Code)), this);
}
