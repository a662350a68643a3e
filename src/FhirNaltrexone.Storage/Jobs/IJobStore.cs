namespace FhirNaltrexone.Storage.Jobs;

/// <summary>
/// Keeps long-running work and the files it makes, so that any replica can take it up, go on with it and serve its files. Replicas share nothing
/// else: a job belongs to whoever holds its lease. Every method throws <see cref="StorageException"/> when the database fails. Instants have whole
/// milliseconds.
/// </summary>
public interface IJobStore
{
    /// <summary>Adds a queued job, unless there are too many.</summary>
    /// <param name="job">The job.</param>
    /// <param name="input">Files that come with it.</param>
    /// <param name="maxUnfinished">Most jobs that may be queued or active together, this one included.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether it was added.</returns>
    Task<bool> AddAsync(Job job, IReadOnlyList<JobChunk> input, int maxUnfinished, CancellationToken cancellationToken);

    /// <summary>The job, or null.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<Job?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>Takes the oldest job that waits, or that was left by somebody whose lease has run out; it is active then, with one more attempt.</summary>
    /// <param name="lease">Who takes it.</param>
    /// <param name="kinds">What the worker can do.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The job, or null when there is none.</returns>
    Task<Job?> ClaimAsync(JobLease lease, IReadOnlyCollection<string> kinds, CancellationToken cancellationToken);

    /// <summary>Says that the worker is still at it.</summary>
    /// <param name="id">The job.</param>
    /// <param name="lease">Who says so.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether the job still belongs to the worker.</returns>
    Task<bool> RenewAsync(string id, JobLease lease, CancellationToken cancellationToken);

    /// <summary>Stores a step, counts attempts anew and renews the lease.</summary>
    /// <param name="id">The job.</param>
    /// <param name="lease">Who works.</param>
    /// <param name="step">What is done.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether the job still belongs to the worker; if not, nothing is stored.</returns>
    Task<bool> SaveAsync(string id, JobLease lease, JobStep step, CancellationToken cancellationToken);

    /// <summary>Ends the job.</summary>
    /// <param name="id">The job.</param>
    /// <param name="owner">Who worked.</param>
    /// <param name="end">How it ended.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether the job still belonged to the worker; if not, nothing is stored.</returns>
    Task<bool> EndAsync(string id, string owner, JobEnd end, CancellationToken cancellationToken);

    /// <summary>Gives a job back undone.</summary>
    /// <param name="id">The job.</param>
    /// <param name="owner">Who gives it back.</param>
    /// <param name="notBefore">When it may be taken again.</param>
    /// <param name="isFault">Whether the attempt counts; it does not when the process is only being stopped.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether the job still belonged to the worker.</returns>
    Task<bool> ReleaseAsync(string id, string owner, DateTimeOffset notBefore, bool isFault, CancellationToken cancellationToken);

    /// <summary>Cancels a job, finished or not, and removes its files. Whoever works on it loses the lease.</summary>
    /// <param name="id">The job.</param>
    /// <param name="expires">When the rest of it may be removed.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether there was one that had not been cancelled.</returns>
    Task<bool> CancelAsync(string id, DateTimeOffset expires, CancellationToken cancellationToken);

    /// <summary>Keeps a finished job at least until an instant, for somebody is fetching its files.</summary>
    /// <param name="id">The job.</param>
    /// <param name="until">The instant.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task KeepAsync(string id, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>Removes what has expired.</summary>
    /// <param name="now">The instant.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many jobs went.</returns>
    Task<int> RemoveExpiredAsync(DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>The files of a job by number.</summary>
    /// <param name="id">The job.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IReadOnlyList<JobFile>> FilesAsync(string id, CancellationToken cancellationToken);

    /// <summary>A part of a file, or null when there is none.</summary>
    /// <param name="id">The job.</param>
    /// <param name="file">Number of the file.</param>
    /// <param name="chunk">Number of the part.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<JobChunk?> ReadChunkAsync(string id, int file, int chunk, CancellationToken cancellationToken);

    /// <summary>Waits until every write to the database that was under way when it was called has ended.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    Task WaitForOpenWritesAsync(CancellationToken cancellationToken);
}
