using FhirNaltrexone.Storage.Jobs;

namespace FhirNaltrexone.Server.Tests.Operations.Jobs;

/// <summary>A store of jobs that lets a test act before each step is stored: throw, as if the process died, or change resources meanwhile.</summary>
internal sealed class HookedJobStore(IJobStore inner) : IJobStore
{
    private int _saves;

    /// <summary>Told the number of the save, from 1.</summary>
    public Func<int, Task> BeforeSave { get; set; } = _ => Task.CompletedTask;

    /// <summary>Called before a job is taken in.</summary>
    public Action BeforeAdd { get; set; } = () => { };

    public async Task<bool> SaveAsync(string id, JobLease lease, JobStep step, CancellationToken cancellationToken)
    {
        await BeforeSave(++_saves);
        return await inner.SaveAsync(id, lease, step, cancellationToken);
    }

    public Task<bool> AddAsync(Job job, IReadOnlyList<JobChunk> input, int maxUnfinished, CancellationToken cancellationToken)
    {
        BeforeAdd();
        return inner.AddAsync(job, input, maxUnfinished, cancellationToken);
    }

    public Task<Job?> FindAsync(string id, CancellationToken cancellationToken) => inner.FindAsync(id, cancellationToken);

    public Task<Job?> ClaimAsync(JobLease lease, IReadOnlyCollection<string> kinds, CancellationToken cancellationToken)
        => inner.ClaimAsync(lease, kinds, cancellationToken);

    public Task<bool> RenewAsync(string id, JobLease lease, CancellationToken cancellationToken) => inner.RenewAsync(id, lease, cancellationToken);

    public Task<bool> EndAsync(string id, string owner, JobEnd end, CancellationToken cancellationToken)
        => inner.EndAsync(id, owner, end, cancellationToken);

    public Task<bool> ReleaseAsync(string id, string owner, DateTimeOffset notBefore, bool isFault, CancellationToken cancellationToken)
        => inner.ReleaseAsync(id, owner, notBefore, isFault, cancellationToken);

    public Task<bool> CancelAsync(string id, DateTimeOffset expires, CancellationToken cancellationToken)
        => inner.CancelAsync(id, expires, cancellationToken);

    public Task KeepAsync(string id, DateTimeOffset until, CancellationToken cancellationToken) => inner.KeepAsync(id, until, cancellationToken);

    public Task<int> RemoveExpiredAsync(DateTimeOffset now, CancellationToken cancellationToken) => inner.RemoveExpiredAsync(now, cancellationToken);

    public Task<IReadOnlyList<JobFile>> FilesAsync(string id, CancellationToken cancellationToken) => inner.FilesAsync(id, cancellationToken);

    public Task<JobChunk?> ReadChunkAsync(string id, int file, int chunk, CancellationToken cancellationToken)
        => inner.ReadChunkAsync(id, file, chunk, cancellationToken);

    public Task WaitForOpenWritesAsync(CancellationToken cancellationToken) => inner.WaitForOpenWritesAsync(cancellationToken);
}
