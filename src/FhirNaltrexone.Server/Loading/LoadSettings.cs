using FhirNaltrexone.Server.Inputs;

namespace FhirNaltrexone.Server.Loading;

/// <summary>What to load, and how.</summary>
internal sealed record LoadSettings
{
    /// <summary>Files and folders.</summary>
    public required IReadOnlyList<string> Paths { get; init; }

    /// <summary>Most resources of one commit.</summary>
    public int BatchSize { get; init; } = 200;

    /// <summary>File that remembers what is done; null for none.</summary>
    public string? ResumeFile { get; init; }

    /// <summary>Whether what is refused is passed over instead of ending the run.</summary>
    public bool ContinuesOnError { get; init; }

    /// <summary>Limits of inputs.</summary>
    public InputLimits Limits { get; init; } = new();
}
