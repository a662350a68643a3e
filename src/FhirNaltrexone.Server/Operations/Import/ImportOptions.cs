using System.ComponentModel.DataAnnotations;

namespace FhirNaltrexone.Server.Operations.Import;

/// <summary>How bulk imports are done. Section <c>Import</c> of the configuration.</summary>
internal sealed class ImportOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Import";

    /// <summary>Servers that inputs may be fetched from. None by default: then only lines in the body are taken.</summary>
    public IList<ImportOriginOptions> Origins { get; } = [];

    /// <summary>How many lines are stored at once, and read again at most when the process dies.</summary>
    [Range(1, 10_000)]
    public int BatchLines { get; set; } = 200;

    /// <summary>Longest line, in bytes; longer ones are refused.</summary>
    [Range(1_000, 100_000_000)]
    public int MaxLineBytes { get; set; } = 2_000_000;

    /// <summary>Most bytes of lines in a request body; more are answered with 413.</summary>
    [Range(1_000, int.MaxValue)]
    public int MaxInlineBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>Most inputs of one import.</summary>
    [Range(1, 10_000)]
    public int MaxInputs { get; set; } = 200;

    /// <summary>How long a server may be silent, in seconds, before the fetch is given up and tried again.</summary>
    [Range(1, 600)]
    public int SilenceSeconds { get; set; } = 30;
}
