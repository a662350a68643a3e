using System.ComponentModel.DataAnnotations;

namespace FhirNaltrexone.Server.Security.Audit;

/// <summary>What becomes of records of access. Section <c>Security:Audit</c> of the configuration.</summary>
internal sealed class AuditOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Security:Audit";

    /// <summary>How long a record is kept, in days; then it is removed, and its link in the chain stays.</summary>
    [Range(1, 36_500)]
    public int RetentionDays { get; set; } = 2_190;

    /// <summary>Name of the organisation that discloses, in accounts of disclosures under 42 CFR Part 2.</summary>
    [Required]
    [StringLength(256, MinimumLength = 1)]
    public string Discloser { get; set; } = "FhirNaltrexone (its organisation is not configured)";

    /// <summary>A file with the key of the chain, at least 32 bytes, that whoever can write to the database cannot read; null for a chain without key.</summary>
    public string? KeyFile { get; set; }
}
