using System.Security.Cryptography;
using FhirNaltrexone.Storage.Jobs;
using FhirNaltrexone.Validation.Outcomes;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Operations.Jobs;

/// <summary>Takes in long-running work.</summary>
internal sealed class JobQueue(IJobStore store, JobSignal signal, IOptions<JobOptions> options, TimeProvider clock)
{
    private const int IdBytes = 16;

    /// <summary>The refusal when there is too much to do already.</summary>
    public static Refusal TooMany { get; } = new(429, IssueCodes.Throttled, "Too many jobs are waiting: try again later.");

    /// <summary>Takes in a job.</summary>
    /// <param name="kind">Kind of the work.</param>
    /// <param name="request">What is to be done, as JSON.</param>
    /// <param name="input">Files that come with it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Id of the job; null when there are too many.</returns>
    public async Task<string?> AddAsync(string kind, string request, IReadOnlyList<JobChunk> input, CancellationToken cancellationToken)
    {
        var job = new Job
        {
            Id = RandomNumberGenerator.GetHexString(2 * IdBytes, lowercase: true),
            Kind = kind,
            State = JobState.Queued,
            Request = request,
            Caller = JobCallers.Write(),
            Created = clock.GetUtcNow(),
        };
        if (!await store.AddAsync(job, input, options.Value.MaxUnfinished, cancellationToken).ConfigureAwait(false)) return null;
        signal.Set();
        return job.Id;
    }
}
