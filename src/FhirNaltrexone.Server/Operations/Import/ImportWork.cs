using System.Text.Json;
using FhirNaltrexone.Server.Operations.Jobs;
using FhirNaltrexone.Storage;
using FhirNaltrexone.Storage.Access;
using FhirNaltrexone.Storage.Interactions;
using FhirNaltrexone.Storage.Jobs;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Validation.Outcomes;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Operations.Import;

/// <summary>
/// Bulk import as a job. Each line is stored as PUT would store it, so that a line read twice, because the process died between storing and noting
/// it, changes nothing.
/// </summary>
internal sealed class ImportWork(
    ImportSource source, ImportLines lines, GroupUpdates updates, IResourceStore store, IOptions<ImportOptions> options) : IJobWork
{
    /// <summary>The kind of these jobs.</summary>
    public const string KindName = "import";

    private const string OperationOutcome = "OperationOutcome";

    public string Kind => KindName;

    public async Task<JobOutcome> RunAsync(JobRun run, CancellationToken cancellationToken)
    {
        var request = JsonSerializer.Deserialize<ImportRequest>(run.Job.Request)!;
        var checkpoint = run.Job.Checkpoint is { } stored ? JsonSerializer.Deserialize<ImportCheckpoint>(stored)! : new();
        while (checkpoint.Done < request.Inputs.Count)
        {
            var (next, refusal) = await InputAsync(run, request, checkpoint, cancellationToken).ConfigureAwait(false);
            if (refusal is not null) return JobOutcome.Failed(refusal);
            checkpoint = next;
        }

        await AnalyzeAsync(cancellationToken).ConfigureAwait(false);
        return JobOutcome.Done(JsonSerializer.Serialize(checkpoint.Counts));
    }

    /// <summary>Statistics of the store are no business of the caller's.</summary>
    private async Task AnalyzeAsync(CancellationToken cancellationToken)
    {
        using var access = AccessContext.Enter(Caller.Service);
        await store.AnalyzeAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<(ImportCheckpoint Next, Refusal? Refusal)> InputAsync(
        JobRun run, ImportRequest request, ImportCheckpoint checkpoint, CancellationToken cancellationToken)
    {
        var input = request.Inputs[checkpoint.Done];
        var (stream, refusal) = await source.OpenAsync(run.Job.Id, input, cancellationToken).ConfigureAwait(false);
        if (stream is null) return (checkpoint, refusal);
        await using var disposing = stream.ConfigureAwait(false);
        await using var reader = new ImportLineReader(stream, options.Value.MaxLineBytes, TimeSpan.FromSeconds(options.Value.SilenceSeconds));
        var counts = checkpoint.Counts.ElementAtOrDefault(checkpoint.Done) ?? new();
        for (long skipped = 0; skipped < counts.Lines; skipped++) await reader.ReadAsync(cancellationToken).ConfigureAwait(false);

        while (true)
        {
            var (batch, isLast) = await BatchAsync(run.Job.Id, checkpoint.Done, input.Type, counts.Lines, reader, cancellationToken).ConfigureAwait(false);
            var files = new JobFiles(checkpoint.Files, int.MaxValue);
            counts = await StoreAsync(checkpoint.Done, batch, counts, files, cancellationToken).ConfigureAwait(false);
            checkpoint = checkpoint with
            {
                Counts = [.. checkpoint.Counts.Take(checkpoint.Done), counts],
                Done = checkpoint.Done + (isLast ? 1 : 0),
                Files = files.State,
            };
            await run.SaveAsync(
                new() { Checkpoint = JsonSerializer.Serialize(checkpoint), Progress = Progress(request, checkpoint), Chunks = files.Take() },
                cancellationToken).ConfigureAwait(false);
            if (isLast) return (checkpoint, null);
        }
    }

    private async Task<(List<ImportLine> Lines, bool IsLast)> BatchAsync(
        string job, int input, string? type, long before, ImportLineReader reader, CancellationToken cancellationToken)
    {
        var batch = new List<ImportLine>();
        while (batch.Count < options.Value.BatchLines)
        {
            var (hasLine, line) = await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
            if (!hasLine) return (batch, true);
            batch.Add(lines.Read(job, input, type, before + batch.Count + 1, line));
        }

        return (batch, false);
    }

    /// <summary>One commit stores a resource once: a second line with the same id waits for the next.</summary>
    private async Task<ImportCounts> StoreAsync(
        int input, List<ImportLine> batch, ImportCounts counts, JobFiles files, CancellationToken cancellationToken)
    {
        var refused = batch.Where(line => line.Issues.Count > 0).ToDictionary(line => line.Number, line => line.Issues);
        var open = batch.Where(line => line.Update is not null).ToList();
        while (open.Count > 0)
        {
            var now = open.DistinctBy(line => line.Update!.Key).ToList();
            var results = await UpdateAsync([.. now.Select(line => line.Update!)], cancellationToken).ConfigureAwait(false);
            foreach (var (line, result) in now.Zip(results))
            {
                if (result.Refusal is { } refusal) refused[line.Number] = refusal.Issues;
                else counts = result.Status == 201 ? counts with { Created = counts.Created + 1 } : counts with { Updated = counts.Updated + 1 };
            }

            open.RemoveAll(now.Contains);
        }

        if (refused.Count > 0)
            files.Add(JobFileRole.Error, OperationOutcome, [.. refused.OrderBy(pair => pair.Key).Select(pair => Outcome(input, pair.Key, pair.Value))]);
        return counts with { Lines = counts.Lines + batch.Count, Refused = counts.Refused + refused.Count };
    }

    /// <summary>What the caller may not store is refused alone: the store refuses the commit it is in.</summary>
    private async Task<IReadOnlyList<InteractionResult>> UpdateAsync(IReadOnlyList<GroupUpdate> now, CancellationToken cancellationToken)
    {
        try
        {
            return [.. (await updates.StoreAsync(now, cancellationToken).ConfigureAwait(false)).Select(answer => answer.Result)];
        }
        catch (StorageException error) when (error.Code == StorageErrorCode.Forbidden && now.Count == 1)
        {
            return [InteractionResult.Refused(StorageRefusals.Of(error))];
        }
        catch (StorageException error) when (error.Code == StorageErrorCode.Forbidden)
        {
            var results = new List<InteractionResult>();
            foreach (var one in now) results.AddRange(await UpdateAsync([one], cancellationToken).ConfigureAwait(false));
            return results;
        }
    }

    private static ReadOnlyMemory<byte> Outcome(int input, long line, IReadOnlyList<Issue> issues)
        => OperationOutcomeJson.Write([.. issues.Select(issue => issue with { Text = $"Input {input + 1}, line {line}: {issue.Text}" })]);

    private static string Progress(ImportRequest request, ImportCheckpoint checkpoint)
        => $"input {Math.Min(checkpoint.Done + 1, request.Inputs.Count)} of {request.Inputs.Count}, {checkpoint.Counts.Sum(counts => counts.Lines)} lines, "
            + $"{checkpoint.Counts.Sum(counts => counts.Refused)} refused";
}
