using FhirNaltrexone.Storage.Jobs;

namespace FhirNaltrexone.Server.Operations.Export;

/// <summary>Where the files of an export end.</summary>
internal sealed record ExportFilesState
{
    /// <summary>Number of the newest file; 0 when there is none.</summary>
    public int Last { get; init; }

    /// <summary>Files that may still grow.</summary>
    public IReadOnlyList<JobFile> Open { get; init; } = [];
}
