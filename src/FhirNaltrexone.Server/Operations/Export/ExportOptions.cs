using System.ComponentModel.DataAnnotations;

namespace FhirNaltrexone.Server.Operations.Export;

/// <summary>How bulk exports are done. Section <c>Export</c> of the configuration.</summary>
internal sealed class ExportOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Export";

    /// <summary>Most resources of one file; further ones go to another of the same type.</summary>
    [Range(1, 10_000_000)]
    public int MaxFileResources { get; set; } = 100_000;

    /// <summary>How many resources are read at once, and lost at most when the process dies.</summary>
    [Range(1, 10_000)]
    public int PageSize { get; set; } = 500;

    /// <summary>How many patients of a group one query names.</summary>
    [Range(1, 1_000)]
    public int PatientBatch { get; set; } = 200;
}
