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
            await using var command = Command(connection, "job-insert");
            command.Bind("id", job.Id).Bind("kind", job.Kind).Bind("request", job.Request).BindOrNull("caller", job.Caller).Bind("created", job.Created)
                .Bind("max", maxUnfinished);
            if (await command.ExecuteNonQueryAsync(cancel).ConfigureAwait(false) == 0) return false;
            await AppendAsync(connection, job.Id, input, cancel).ConfigureAwait(false);
            return true;
        }, cancellationToken);

    public Task<Job?> FindAsync(string id, CancellationToken cancellationToken) => Connections.ReadAsync(async (connection, cancel) =>
    {
        await using var command = Command(connection, "job-find").Bind("id", id);
        return await OneAsync(command, JobRows.Job, cancel).ConfigureAwait(false);
    }, cancellationToken);

    public Task<Job?> ClaimAsync(JobLease lease, IReadOnlyCollection<string> kinds, CancellationToken cancellationToken)
        => Connections.WriteAsync(async (connection, cancel) =>
        {
            await using var command = Command(connection, "job-claim");
            command.Bind("owner", lease.Owner).Bind("now", lease.Now).Bind("until", lease.Until).Bind("kinds", JsonSerializer.Serialize(kinds));
            return await OneAsync(command, JobRows.Job, cancel).ConfigureAwait(false);
        }, cancellationToken);

    public Task<bool> RenewAsync(string id, JobLease lease, CancellationToken cancellationToken)
        => ChangeAsync("job-renew", command => command.Bind("id", id).Bind("owner", lease.Owner).Bind("until", lease.Until), cancellationToken);

    public Task<bool> SaveAsync(string id, JobLease lease, JobStep step, CancellationToken cancellationToken)
        => Connections.WriteAsync(async (connection, cancel) =>
        {
            await using var command = Command(connection, "job-save");
            command.Bind("id", id).Bind("owner", lease.Owner).Bind("until", lease.Until)
                .Bind("checkpoint", step.Checkpoint).Bind("progress", step.Progress);
            if (await command.ExecuteNonQueryAsync(cancel).ConfigureAwait(false) == 0) return false;
            await AppendAsync(connection, id, step.Chunks, cancel).ConfigureAwait(false);
            return true;
        }, cancellationToken);

    public Task<bool> EndAsync(string id, string owner, JobEnd end, CancellationToken cancellationToken) => ChangeAsync(
        "job-end",
        command => command.Bind("id", id).Bind("owner", owner).Bind("state", JobRows.Name(end.State)).Bind("result", end.Result)
            .Bind("expires", end.Expires),
        cancellationToken);

    public Task<bool> ReleaseAsync(string id, string owner, DateTimeOffset notBefore, bool isFault, CancellationToken cancellationToken)
        => ChangeAsync(
            "job-release",
            command => command.Bind("id", id).Bind("owner", owner).Bind("notBefore", notBefore).Bind("refund", isFault ? 0 : 1),
            cancellationToken);

    public Task<bool> CancelAsync(string id, DateTimeOffset expires, CancellationToken cancellationToken)
        => Connections.WriteAsync(async (connection, cancel) =>
        {
            await using var command = Command(connection, "job-cancel").Bind("id", id).Bind("expires", expires);
            if (await command.ExecuteNonQueryAsync(cancel).ConfigureAwait(false) == 0) return false;
            await using var files = Command(connection, "job-chunks-delete").Bind("id", id);
            await files.ExecuteNonQueryAsync(cancel).ConfigureAwait(false);
            return true;
        }, cancellationToken);

    public Task KeepAsync(string id, DateTimeOffset until, CancellationToken cancellationToken)
        => ChangeAsync("job-keep", command => command.Bind("id", id).Bind("until", until), cancellationToken);

    public Task<int> RemoveExpiredAsync(DateTimeOffset now, CancellationToken cancellationToken) => Connections.WriteAsync(async (connection, cancel) =>
    {
        await using var command = Command(connection, "job-remove-expired").Bind("now", now);
        return await command.ExecuteNonQueryAsync(cancel).ConfigureAwait(false);
    }, cancellationToken);

    public Task<IReadOnlyList<JobFile>> FilesAsync(string id, CancellationToken cancellationToken)
        => Connections.ReadAsync<IReadOnlyList<JobFile>>(async (connection, cancel) =>
        {
            await using var command = Command(connection, "job-files").Bind("id", id);
            await using var reader = await command.ExecuteReaderAsync(cancel).ConfigureAwait(false);
            var files = new List<JobFile>();
            while (await reader.ReadAsync(cancel).ConfigureAwait(false)) files.Add(JobRows.File(reader));
            return files;
        }, cancellationToken);

    public Task<JobChunk?> ReadChunkAsync(string id, int file, int chunk, CancellationToken cancellationToken)
        => Connections.ReadAsync(async (connection, cancel) =>
        {
            await using var command = Command(connection, "job-chunk-read").Bind("id", id).Bind("file", file).Bind("chunk", chunk);
            return await OneAsync(command, JobRows.Chunk, cancel).ConfigureAwait(false);
        }, cancellationToken);

    public abstract Task WaitForOpenWritesAsync(CancellationToken cancellationToken);

    /// <summary>Makes additions run one after the other, so that the limit holds.</summary>
    protected abstract Task SerializeAddsAsync(DbConnection connection, CancellationToken cancellationToken);

    /// <summary>A command with the text of a statement.</summary>
    protected DbCommand Command(DbConnection connection, string name)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // The text comes from an embedded file, never from a request.
        command.CommandText = Connections.Texts.Query(name);
#pragma warning restore CA2100
        return command;
    }

    private static async Task<T?> OneAsync<T>(DbCommand command, Func<DbDataReader, T> read, CancellationToken cancellationToken)
        where T : class
    {
        await using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        return await reader.ReadAsync(cancellationToken).ConfigureAwait(false) ? read(reader) : null;
    }

    private Task<bool> ChangeAsync(string name, Func<DbCommand, DbCommand> bind, CancellationToken cancellationToken)
        => Connections.WriteAsync(async (connection, cancel) =>
        {
            await using var command = bind(Command(connection, name));
            return await command.ExecuteNonQueryAsync(cancel).ConfigureAwait(false) > 0;
        }, cancellationToken);

    private async Task AppendAsync(DbConnection connection, string id, IReadOnlyList<JobChunk> chunks, CancellationToken cancellationToken)
    {
        foreach (var chunk in chunks)
        {
            await using var command = Command(connection, "job-chunk-insert");
            command.Bind("id", id).Bind("file", chunk.File).Bind("chunk", chunk.Chunk).Bind("role", JobRows.Name(chunk.Role))
                .Bind("type", chunk.Type).Bind("lines", chunk.Lines).Bind("content", chunk.Content);
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
