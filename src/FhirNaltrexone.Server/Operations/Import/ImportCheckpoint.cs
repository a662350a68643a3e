using FhirNaltrexone.Server.Operations.Jobs;

namespace FhirNaltrexone.Server.Operations.Import;

/// <summary>How far an import is.</summary>
internal sealed record ImportCheckpoint
{
    /// <summary>Counts of the inputs begun; the last one may go on.</summary>
    public IReadOnlyList<ImportCounts> Counts { get; init; } = [];

    /// <summary>How many inputs are done.</summary>
    public int Done { get; init; }

    /// <summary>The error files; the first number belongs to lines that came with the request.</summary>
    public JobFilesState Files { get; init; } = new() { Last = 1 };
}
