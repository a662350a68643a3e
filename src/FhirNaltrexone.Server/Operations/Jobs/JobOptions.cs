using System.ComponentModel.DataAnnotations;

namespace FhirNaltrexone.Server.Operations.Jobs;

/// <summary>How long-running work is done. Section <c>Jobs</c> of the configuration.</summary>
internal sealed class JobOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Jobs";

    /// <summary>Most jobs this process works on at once; 0: it leaves them to other replicas.</summary>
    [Range(0, 64)]
    public int Concurrency { get; set; } = 2;

    /// <summary>Most jobs waiting or running on all replicas together; further ones are answered with 429.</summary>
    [Range(1, 100_000)]
    public int MaxUnfinished { get; set; } = 100;

    /// <summary>How long a job stays with a process that gives no sign of life.</summary>
    [Range(1, 3_600)]
    public int LeaseSeconds { get; set; } = 60;

    /// <summary>How often a process looks for work that others took in or left behind.</summary>
    [Range(10, 60_000)]
    public int PollMilliseconds { get; set; } = 1_000;

    /// <summary>How long results and files are kept.</summary>
    [Range(1, 8_760)]
    public int KeepHours { get; set; } = 24;

    /// <summary>How often a job that gets no further is tried.</summary>
    [Range(1, 100)]
    public int MaxAttempts { get; set; } = 5;

    /// <summary>Pause before an export reads, in which writes of the same instant show themselves and clocks of replicas may differ.</summary>
    [Range(0, 60_000)]
    public int SettleMilliseconds { get; set; } = 500;

    /// <summary>What clients are told to wait before they ask again.</summary>
    [Range(1, 3_600)]
    public int RetryAfterSeconds { get; set; } = 2;

    /// <summary>Largest body of a request that is answered later, in bytes; a larger one is answered with 413.</summary>
    [Range(1_024, 1024 * 1024 * 1024)]
    public int MaxBodyBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>See <see cref="LeaseSeconds"/>.</summary>
    internal TimeSpan Lease => TimeSpan.FromSeconds(LeaseSeconds);

    /// <summary>See <see cref="KeepHours"/>.</summary>
    internal TimeSpan Keep => TimeSpan.FromHours(KeepHours);
}
