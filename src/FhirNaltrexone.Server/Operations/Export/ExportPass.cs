using System.Text.Json;
using FhirNaltrexone.Server.Operations.Jobs;
using FhirNaltrexone.Storage.Access;
using FhirNaltrexone.Storage.Jobs;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Search;
using FhirNaltrexone.Storage.Search.Expressions;

namespace FhirNaltrexone.Server.Operations.Export;

/// <summary>
/// One run through an export, from a checkpoint to the end. For each type: the current resources batch by batch, newest first, in the version
/// they had at the snapshot; then those that are no longer found because they were deleted or changed since; then what had been deleted.
/// </summary>
internal sealed class ExportPass
{
    private readonly HashSet<string> _exported = new(StringComparer.Ordinal);
    private JobFiles? _files;

    public required JobRun Run { get; init; }

    public required ExportRequest Request { get; init; }

    public required Snapshot Snapshot { get; init; }

    /// <summary>Null for the whole system.</summary>
    public required PatientScope? Scope { get; init; }

    public required IResourceStore Resources { get; init; }

    public required IJobStore Jobs { get; init; }

    public required ExportTypeFilter TypeFilter { get; init; }

    public required ExportOptions Options { get; init; }

    /// <summary>Told of records that go out by consent.</summary>
    public required FileRecord Record { get; init; }

    private JobFiles Files => _files!;

    private int Batches => Scope?.Batches ?? 1;

    /// <summary>Goes on to the end.</summary>
    public async Task RunAsync(IReadOnlyList<string> types, ExportCheckpoint checkpoint, CancellationToken cancellationToken)
    {
        _files = new(checkpoint.Files, Options.MaxFileResources);
        var steps = Batches + 1;
        for (var step = checkpoint.Step; step < types.Count * steps; step++)
        {
            var type = types[step / steps];
            var batch = step % steps;
            var at = checkpoint with { Step = step, After = step == checkpoint.Step ? checkpoint.After : null };
            checkpoint = batch < Batches
                ? await ScanAsync(type, batch, at, types.Count * steps, cancellationToken).ConfigureAwait(false)
                : await FinishAsync(type, at, types.Count * steps, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<ExportCheckpoint> ScanAsync(
        string type, int batch, ExportCheckpoint checkpoint, int steps, CancellationToken cancellationToken)
    {
        var filter = Filter(type, batch);
        while (true)
        {
            var after = checkpoint.After is { } number ? new SearchCursor([], number) : null;
            var query = new SearchQuery { Types = [type], Filter = filter, After = after, Count = Options.PageSize };
            var page = await Resources.SearchAsync(query, cancellationToken).ConfigureAwait(false);
            var lines = new List<ReadOnlyMemory<byte>>(page.Matches.Count);
            foreach (var current in page.Matches)
            {
                if (await Snapshot.VersionAsync(current, cancellationToken).ConfigureAwait(false) is { } version && Belongs(version, current, batch))
                    lines.Add(Line(version));
            }

            checkpoint = page.Next is { } next ? checkpoint with { After = next.Number } : checkpoint with { Step = checkpoint.Step + 1, After = null };
            checkpoint = await SaveAsync(type, lines, checkpoint, steps, cancellationToken).ConfigureAwait(false);
            if (page.Next is null) return checkpoint;
        }
    }

    private async Task<ExportCheckpoint> FinishAsync(string type, ExportCheckpoint checkpoint, int steps, CancellationToken cancellationToken)
    {
        var lines = await MissedAsync(type, cancellationToken).ConfigureAwait(false);
        if (Request.Since is { } since)
        {
            var deleted = await DeletedAsync(type, since, cancellationToken).ConfigureAwait(false);
            if (deleted.Count > 0) Files.Add(JobFileRole.Deleted, "Bundle", DeletionBundles.Lines(deleted));
        }

        return await SaveAsync(type, lines, checkpoint with { Step = checkpoint.Step + 1, After = null }, steps, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// What the scan cannot have found: deleted before it came by, or no longer a member. What it did find is known from the files. Whether a
    /// former version meets a type filter is not known: such resources are left out.
    /// </summary>
    private async Task<List<ReadOnlyMemory<byte>>> MissedAsync(string type, CancellationToken cancellationToken)
    {
        if (Request.Filters.Any(filter => filter.Type == type)) return [];
        var changed = await Snapshot.ChangedSinceAsync(type, isDeletionOnly: Scope is null, cancellationToken).ConfigureAwait(false);
        if (changed.Count == 0) return [];
        var written = await ExportLines.IdsAsync(Jobs, Run.Job.Id, type, cancellationToken).ConfigureAwait(false);
        var lines = new List<ReadOnlyMemory<byte>>();
        foreach (var key in changed.Where(key => !written.Contains(key.Id)))
        {
            var version = await Snapshot.NewestAsync(key, cancellationToken).ConfigureAwait(false);
            if (version is { IsDeleted: false } && IsNewEnough(version) && (Scope is null || Scope.BatchOf(version) is not null))
                lines.Add(Line(version));
        }

        return lines;
    }

    private ReadOnlyMemory<byte> Line(ResourceVersion version)
    {
        _exported.Add($"{version.Key}/_history/{version.Version}");
        return ExportLines.Line(version, Request.Elements);
    }

    /// <summary>Records what goes out by consent before it is kept. After a crash in between it is recorded again: once too often, never too seldom.</summary>
    private async Task RecordAsync(CancellationToken cancellationToken)
    {
        if (AccessContext.Current is not { } context) return;
        var consented = context.TakeConsented().Where(record => _exported.Contains(record.Record)).ToList();
        _exported.Clear();
        if (consented.Count > 0) await Record.BeforeAsync(context, consented, $"GET {Request.Url}", cancellationToken).ConfigureAwait(false);
    }

    private async Task<List<ResourceKey>> DeletedAsync(string type, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var deleted = new List<ResourceKey>();
        foreach (var key in await Snapshot.DeletedAfterAsync(type, since, cancellationToken).ConfigureAwait(false))
        {
            var version = await Snapshot.NewestAsync(key, cancellationToken).ConfigureAwait(false);
            if (version is { IsDeleted: true } && await BelongedAsync(version, cancellationToken).ConfigureAwait(false)) deleted.Add(key);
        }

        return deleted;
    }

    private async ValueTask<bool> BelongedAsync(ResourceVersion deletion, CancellationToken cancellationToken)
    {
        if (Scope is null) return true;
        var before = await Resources.ReadVersionAsync(deletion.Key, deletion.Version - 1, cancellationToken).ConfigureAwait(false);
        return before is { IsDeleted: false } && Scope.BatchOf(before) is not null;
    }

    /// <summary>The search knows current versions only, and one batch only.</summary>
    private bool Belongs(ResourceVersion version, ResourceVersion current, int batch)
    {
        if (!IsNewEnough(version)) return false;
        if (Scope is null || (Batches == 1 && ReferenceEquals(version, current))) return true;
        return Scope.BatchOf(version) == batch;
    }

    private bool IsNewEnough(ResourceVersion version) => Request.Since is not { } since || version.LastUpdated > since;

    private AllOf Filter(string type, int batch)
    {
        var parts = new List<SearchExpression>();
        if (Scope?.Filter(type, batch) is { } scope) parts.Add(scope);
        if (Request.Since is { } since)
        {
            var from = since.ToUnixTimeMilliseconds();
            parts.Add(new UpdatedWithin(ValueComparison.Greater, from, from + 1));
        }

        var filters = Request.Filters.Where(filter => filter.Type == type).ToList();
        if (filters.Count > 0)
            parts.Add(new AnyOf([.. filters.Select(filter => TypeFilter(filter, Snapshot.At)).OfType<SearchExpression>()]));
        return new(parts);
    }

    private async Task<ExportCheckpoint> SaveAsync(
        string type, List<ReadOnlyMemory<byte>> lines, ExportCheckpoint checkpoint, int steps, CancellationToken cancellationToken)
    {
        await RecordAsync(cancellationToken).ConfigureAwait(false);
        if (lines.Count > 0) Files.Add(JobFileRole.Output, type, lines);
        checkpoint = checkpoint with { Files = Files.State, Written = checkpoint.Written + lines.Count };
        var chunks = Files.Take();

        // Nothing found, nothing to lose: most steps of a system are of types it does not have.
        if (chunks.Count == 0 && checkpoint.After is null) return checkpoint;
        await Run.SaveAsync(
            new()
            {
                Checkpoint = JsonSerializer.Serialize(checkpoint),
                Progress = $"{100 * checkpoint.Step / steps} %, {checkpoint.Written} resources, at {type}",
                Chunks = chunks,
            },
            cancellationToken).ConfigureAwait(false);
        return checkpoint;
    }
}
