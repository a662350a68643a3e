namespace FhirNaltrexone.Server.Operations.Jobs;

/// <summary>One kind of long-running work.</summary>
internal interface IJobWork
{
    /// <summary>Name of the kind; stored.</summary>
    string Kind { get; }

    /// <summary>
    /// Works from the checkpoint of the job, or from the beginning, to the end, and saves a step now and then: what was saved must never be done
    /// again in another way.
    /// </summary>
    /// <param name="run">The job.</param>
    /// <param name="cancellationToken">The process stops, or the job was cancelled or taken over.</param>
    Task<JobOutcome> RunAsync(JobRun run, CancellationToken cancellationToken);
}
