using System.ComponentModel.DataAnnotations;

namespace FhirNaltrexone.Server.CdsHooks.Ehr;

/// <summary>How missing data is read from the FHIR server a call names. Section <c>Ehr</c> of the configuration.</summary>
internal sealed class EhrOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Ehr";

    /// <summary>FHIR servers that may be called. None by default: then only prefetch is read.</summary>
    public IList<EhrServerOptions> Servers { get; } = [];

    /// <summary>Time for all queries of one call together, in milliseconds. What has not arrived by then counts as not read.</summary>
    [Range(10, 30_000)]
    public int BudgetMilliseconds { get; set; } = 500;

    /// <summary>Time for one try of one query, in milliseconds.</summary>
    [Range(10, 30_000)]
    public int TryMilliseconds { get; set; } = 250;

    /// <summary>Time to connect, in milliseconds.</summary>
    [Range(10, 30_000)]
    public int ConnectMilliseconds { get; set; } = 250;

    /// <summary>Further tries after a transient failure; 0 for none.</summary>
    [Range(0, 5)]
    public int Retries { get; set; } = 2;

    /// <summary>Most queries under way to one server.</summary>
    [Range(1, 1_000)]
    public int MaxConcurrency { get; set; } = 64;

    /// <summary>Most queries waiting for their turn at one server; further ones fail at once.</summary>
    [Range(0, 10_000)]
    public int MaxQueue { get; set; } = 256;

    /// <summary>How long a server that keeps failing is left alone, in seconds.</summary>
    [Range(1, 600)]
    public int BreakSeconds { get; set; } = 15;

    /// <summary>Most pages read for one query.</summary>
    [Range(1, 100)]
    public int MaxPages { get; set; } = 10;

    /// <summary>Most bytes read for one page.</summary>
    [Range(1_024, 64 * 1024 * 1024)]
    public int MaxBytes { get; set; } = 5 * 1024 * 1024;

    /// <summary>Most Medication resources read for one call.</summary>
    [Range(0, 100)]
    public int MaxMedications { get; set; } = 20;
}
