using System.Text.Json;
using FhirNaltrexone.Server.Operations.Jobs;
using FhirNaltrexone.Storage.Access;
using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Jobs;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Search.Parameters;
using FhirNaltrexone.Validation.Outcomes;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Operations.Export;

/// <summary>Bulk export as a job: the store as it was when the export was asked for, in files of lines.</summary>
internal sealed class ExportWork(
    IResourceStore resources,
    IJobStore jobs,
    SearchParameterSet parameters,
    Func<ResourceVersion, IndexEntries> extract,
    ExportTypeFilter typeFilter,
    IndexingOptions indexing,
    IOptions<ExportOptions> options,
    IOptions<JobOptions> jobOptions,
    FileRecord record,
    TimeProvider clock) : IJobWork
{
    /// <summary>The kind of these jobs.</summary>
    public const string KindName = "export";

    private static readonly Refusal GroupGone = new(404, IssueCodes.NotFound, "There is no such group.");

    public string Kind => KindName;

    public async Task<JobOutcome> RunAsync(JobRun run, CancellationToken cancellationToken)
    {
        var request = JsonSerializer.Deserialize<ExportRequest>(run.Job.Request)!;

        // It was confined when it was asked for; whoever may export less by now would take what is left for all.
        if (ExportTypes.Confine(request, parameters, AccessContext.Current!.Caller).Refusal is { } forbidden) return JobOutcome.Failed(forbidden);
        var snapshot = new Snapshot(resources, run.Job.Created);
        var checkpoint = run.Job.Checkpoint is { } stored
            ? JsonSerializer.Deserialize<ExportCheckpoint>(stored)!
            : await BeginAsync(run, request, cancellationToken).ConfigureAwait(false);
        var (isKnown, scope) = await ScopeAsync(request, snapshot, cancellationToken).ConfigureAwait(false);
        if (!isKnown) return JobOutcome.Failed(GroupGone);

        var pass = new ExportPass
        {
            Run = run,
            Request = request,
            Snapshot = snapshot,
            Scope = scope,
            Resources = resources,
            Jobs = jobs,
            TypeFilter = typeFilter,
            Options = options.Value,
            Record = record,
        };
        await pass.RunAsync(ExportTypes.Of(request, parameters), checkpoint, cancellationToken).ConfigureAwait(false);
        return JobOutcome.Done("{}");
    }

    /// <summary>
    /// Writes that got their time before the snapshot may still be under way: they belong to it. Whoever got a time without having begun its
    /// transaction, or by a clock a little behind, has the pause to do so.
    /// </summary>
    private async Task<ExportCheckpoint> BeginAsync(JobRun run, ExportRequest request, CancellationToken cancellationToken)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(jobOptions.Value.SettleMilliseconds), clock, cancellationToken).ConfigureAwait(false);
        await jobs.WaitForOpenWritesAsync(cancellationToken).ConfigureAwait(false);
        var files = new JobFiles(new(), options.Value.MaxFileResources);
        if (request.Ignored.Count > 0) files.Add(JobFileRole.Error, "OperationOutcome", [.. request.Ignored.Select(Warning)]);
        var checkpoint = new ExportCheckpoint { Files = files.State };
        await run.SaveAsync(
            new() { Checkpoint = JsonSerializer.Serialize(checkpoint), Progress = "begun", Chunks = files.Take() }, cancellationToken).ConfigureAwait(false);
        return checkpoint;
    }

    private static ReadOnlyMemory<byte> Warning(string text)
        => OperationOutcomeJson.Write([new Issue(IssueCodes.NotSupported, text) { Severity = IssueSeverity.Warning }]);

    private async Task<(bool IsKnown, PatientScope? Scope)> ScopeAsync(ExportRequest request, Snapshot snapshot, CancellationToken cancellationToken)
    {
        if (request.Level == ExportLevel.System) return (true, null);
        IReadOnlyCollection<string>? patients = request.Patients.Count > 0 ? request.Patients : null;
        if (request.Level == ExportLevel.Group)
        {
            var members = await GroupMembers.ReadAsync(snapshot, request.Group!, [request.Base, .. indexing.Bases], indexing.TimeZone, cancellationToken).ConfigureAwait(false);
            if (members is null) return (false, null);
            patients = patients is null ? members : [.. members.Intersect(patients)];
        }

        return (true, new PatientScope(patients, options.Value.PatientBatch, parameters, extract));
    }
}
