using FhirNaltrexone.Server.Operations.Jobs;

namespace FhirNaltrexone.Server.Operations.Export;

/// <summary>How far an export is. Everything before is stored and will not be read again.</summary>
internal sealed record ExportCheckpoint
{
    /// <summary>Index of the step under way: for each type, each batch of patients and at last what went meanwhile.</summary>
    public int Step { get; init; }

    /// <summary>Number of the last resource read in this step; null at its beginning.</summary>
    public long? After { get; init; }

    /// <summary>Resources written so far.</summary>
    public long Written { get; init; }

    /// <summary>The files.</summary>
    public JobFilesState Files { get; init; } = new();
}
