using System.ComponentModel.DataAnnotations;

namespace FhirNaltrexone.Server.Terminology;

/// <summary>What terminology is known, and who is asked for the rest. Section <c>Terminology</c> of the configuration.</summary>
internal sealed class TerminologyOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Terminology";

    /// <summary>Most codes of a value set that is listed.</summary>
    [Range(1, 1_000_000)]
    public int MaxCodes { get; set; } = 10_000;

    /// <summary>Most bytes of stored value sets, code systems and concept maps that are used; further ones are not known.</summary>
    [Range(0, 2_000_000_000)]
    public int MaxStoredBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>How often it is looked for content that other processes have stored.</summary>
    [Range(100, 3_600_000)]
    public int PollMilliseconds { get; set; } = 2_000;

    /// <summary>FHIR base of a terminology server to ask where the answer is unknown here; empty for none. Codes are sent to it.</summary>
    public string Server { get; set; } = string.Empty;

    /// <summary>Whether its host may have a private, loopback or link-local address.</summary>
    public bool AllowPrivateNetwork { get; set; }

    /// <summary>Time for one try of one question.</summary>
    [Range(10, 60_000)]
    public int TryMilliseconds { get; set; } = 3_000;

    /// <summary>Time to connect.</summary>
    [Range(10, 60_000)]
    public int ConnectMilliseconds { get; set; } = 1_000;

    /// <summary>Further tries after a transient failure; 0 for none.</summary>
    [Range(0, 5)]
    public int Retries { get; set; } = 1;

    /// <summary>Most questions under way.</summary>
    [Range(1, 1_000)]
    public int MaxConcurrency { get; set; } = 16;

    /// <summary>Most questions waiting for their turn; further ones fail at once.</summary>
    [Range(0, 10_000)]
    public int MaxQueue { get; set; } = 64;

    /// <summary>How long a server that keeps failing is left alone, in seconds.</summary>
    [Range(1, 600)]
    public int BreakSeconds { get; set; } = 15;

    /// <summary>Most bytes of an answer.</summary>
    [Range(1_024, 64 * 1024 * 1024)]
    public int MaxBytes { get; set; } = 5 * 1024 * 1024;
}
