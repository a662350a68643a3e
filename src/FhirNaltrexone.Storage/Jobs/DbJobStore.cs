using System.Data.Common;
using System.Text.Json;
using FhirNaltrexone.Storage.Sql;

namespace FhirNaltrexone.Storage.Jobs;

/// <summary>What the engines have in common: the statements differ, what is bound and read does not.</summary>
internal abstract class DbJobStore(IDbConnections connections) : IJobStore
{
    /// <summary>Where connections are come by.</summary>
    protected IDbConnections Connections { get; } = connections;

    public Task<bool> AddAsync(Job job, IReadOnlyList<JobChunk> input, int maxUnfinished, CancellationToken cancellationToken)
        => Connections.WriteAsync(async (connection, cancel) =>
        {
            await SerializeAddsAsync(connection, cancel).ConfigureAwait(false);
            var added = await Command(connection, "job-insert")
                .Text("id", job.Id).Text("kind", job.Kind).Text("request", job.Request).Text("caller", job.Caller).Instant("created", job.Created)
                .Small("max", maxUnfinished).RunAsync(cancel).ConfigureAwait(false);
            if (added == 0) return false;
            await AppendAsync(connection, job.Id, input, cancel).ConfigureAwait(false);
            return true;
        }, cancellationToken);

    public Task<Job?> FindAsync(string id, CancellationToken cancellationToken) => Connections.ReadAsync(
        (connection, cancel) => Command(connection, "job-find").Text("id", id).OneAsync(JobRows.Job, cancel), cancellationToken);

    public Task<Job?> ClaimAsync(JobLease lease, IReadOnlyCollection<string> kinds, CancellationToken cancellationToken)
        => Connections.WriteAsync(
            (connection, cancel) => Command(connection, "job-claim")
                .Text("owner", lease.Owner).Instant("now", lease.Now).Instant("until", lease.Until).Text("kinds", JsonSerializer.Serialize(kinds))
                .OneAsync(JobRows.Job, cancel),
            cancellationToken);

    public Task<bool> RenewAsync(string id, JobLease lease, CancellationToken cancellationToken)
        => ChangeAsync("job-renew", command => command.Text("id", id).Text("owner", lease.Owner).Instant("until", lease.Until), cancellationToken);

    public Task<bool> SaveAsync(string id, JobLease lease, JobStep step, CancellationToken cancellationToken)
        => Connections.WriteAsync(async (connection, cancel) =>
        {
            var saved = await Command(connection, "job-save")
                .Text("id", id).Text("owner", lease.Owner).Instant("until", lease.Until).Text("checkpoint", step.Checkpoint).Text("progress", step.Progress)
                .RunAsync(cancel).ConfigureAwait(false);
            if (saved == 0) return false;
            await AppendAsync(connection, id, step.Chunks, cancel).ConfigureAwait(false);
            return true;
        }, cancellationToken);

    public Task<bool> EndAsync(string id, string owner, JobEnd end, CancellationToken cancellationToken) => ChangeAsync(
        "job-end",
        command => command.Text("id", id).Text("owner", owner).Text("state", JobRows.Name(end.State)).Text("result", end.Result)
            .Instant("expires", end.Expires),
        cancellationToken);

    public Task<bool> ReleaseAsync(string id, string owner, DateTimeOffset notBefore, bool isFault, CancellationToken cancellationToken)
        => ChangeAsync(
            "job-release",
            command => command.Text("id", id).Text("owner", owner).Instant("notBefore", notBefore).Small("refund", isFault ? 0 : 1),
            cancellationToken);

    public Task<bool> CancelAsync(string id, DateTimeOffset expires, CancellationToken cancellationToken)
        => Connections.WriteAsync(async (connection, cancel) =>
        {
            if (await Command(connection, "job-cancel").Text("id", id).Instant("expires", expires).RunAsync(cancel).ConfigureAwait(false) == 0) return false;
            await Command(connection, "job-chunks-delete").Text("id", id).RunAsync(cancel).ConfigureAwait(false);
            return true;
        }, cancellationToken);

    public Task KeepAsync(string id, DateTimeOffset until, CancellationToken cancellationToken)
        => ChangeAsync("job-keep", command => command.Text("id", id).Instant("until", until), cancellationToken);

    public Task<int> RemoveExpiredAsync(DateTimeOffset now, CancellationToken cancellationToken) => Connections.WriteAsync(
        (connection, cancel) => Command(connection, "job-remove-expired").Instant("now", now).RunAsync(cancel), cancellationToken);

    public Task<IReadOnlyList<JobFile>> FilesAsync(string id, CancellationToken cancellationToken) => Connections.ReadAsync(
        (connection, cancel) => Command(connection, "job-files").Text("id", id).AllAsync(JobRows.File, cancel), cancellationToken);

    public Task<JobChunk?> ReadChunkAsync(string id, int file, int chunk, CancellationToken cancellationToken)
        => Connections.ReadAsync(
            (connection, cancel) => Command(connection, "job-chunk-read").Text("id", id).Small("file", file).Small("chunk", chunk)
                .OneAsync(JobRows.Chunk, cancel),
            cancellationToken);

    public abstract Task WaitForOpenWritesAsync(CancellationToken cancellationToken);

    /// <summary>Makes additions run one after the other, so that the limit holds.</summary>
    protected abstract Task SerializeAddsAsync(DbConnection connection, CancellationToken cancellationToken);

    /// <summary>A command with the text of a statement.</summary>
    protected DbCommand Command(DbConnection connection, string name) => Connections.Command(connection, name);

    private Task<bool> ChangeAsync(string name, Func<DbCommand, DbCommand> bind, CancellationToken cancellationToken)
        => Connections.WriteAsync(
            async (connection, cancel) => await bind(Command(connection, name)).RunAsync(cancel).ConfigureAwait(false) > 0, cancellationToken);

    private async Task AppendAsync(DbConnection connection, string id, IReadOnlyList<JobChunk> chunks, CancellationToken cancellationToken)
    {
        foreach (var chunk in chunks)
        {
            await Command(connection, "job-chunk-insert")
                .Text("id", id).Small("file", chunk.File).Small("chunk", chunk.Chunk).Text("role", JobRows.Name(chunk.Role))
                .Text("type", chunk.Type).Small("lines", chunk.Lines).Bytes("content", chunk.Content)
                .RunAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
