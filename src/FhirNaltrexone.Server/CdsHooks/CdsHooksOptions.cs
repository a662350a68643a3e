using System.ComponentModel.DataAnnotations;

namespace FhirNaltrexone.Server.CdsHooks;

/// <summary>How hook calls are read. Section <c>CdsHooks</c> of the configuration.</summary>
internal sealed class CdsHooksOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "CdsHooks";

    /// <summary>Largest request body in bytes; a larger one is answered with 413.</summary>
    [Range(1_024, 64 * 1024 * 1024)]
    public int MaxBodyBytes { get; set; } = 2 * 1024 * 1024;

    /// <summary>Most resources one call may carry, context and prefetch together; more are answered with 413.</summary>
    [Range(1, 1_000_000)]
    public int MaxResources { get; set; } = 10_000;

    /// <summary>
    /// Whether null in prefetch means "none on file". Only for a site whose client sends it for nothing else: many send it for queries that
    /// they could not run.
    /// </summary>
    public bool TrustNullPrefetch { get; set; }

    /// <summary>The site's time zone (IANA name): dates without a time are read in it.</summary>
    [Required(ErrorMessage = "CdsHooks:TimeZone must name a time zone.")]
    public string TimeZone { get; set; } = SiteZone.Default;

    /// <summary>Whether <c>GET /cds-services/feedback</c> shows what clinicians wrote: it may hold health information.</summary>
    public bool ListUserComments { get; set; }
}
