using FhirNaltrexone.Storage.Jobs;

namespace FhirNaltrexone.Server.Operations.Jobs;

/// <summary>Where the files of a job end.</summary>
internal sealed record JobFilesState
{
    /// <summary>Number of the newest file; 0 when there is none.</summary>
    public int Last { get; init; }

    /// <summary>Files that may still grow.</summary>
    public IReadOnlyList<JobFile> Open { get; init; } = [];
}
