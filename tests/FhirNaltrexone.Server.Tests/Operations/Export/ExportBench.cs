using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Operations.Export;
using FhirNaltrexone.Server.Operations.Jobs;
using FhirNaltrexone.Server.Tests.Operations.Jobs;
using FhirNaltrexone.Storage;
using FhirNaltrexone.Storage.Access;
using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Jobs;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Search.Expressions;
using FhirNaltrexone.Storage.Search.Parameters;
using FhirNaltrexone.Testing.Reference;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;
using Polly;

namespace FhirNaltrexone.Server.Tests.Operations.Export;

/// <summary>The engine of exports on the model of a store, with a clock that each write moves by a millisecond.</summary>
internal sealed class ExportBench : IDisposable
{
    private readonly string _directory = Path.Combine(Path.GetTempPath(), "fhir-naltrexone-tests", Path.GetRandomFileName());
    private readonly ResourceStores _stores;
    private int _jobs;

    public ExportBench()
    {
        _stores = ResourceStores.Open(
            new StorageOptions { ConnectionString = $"Data Source={Path.Combine(_directory, "test.db")}" }, TimeProvider.System);
        Jobs = new HookedJobStore(_stores.Jobs);
    }

    public DateTimeOffset Now { get; private set; } = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    public MemoryResourceStore Resources { get; } = new();

    public HookedJobStore Jobs { get; }

    public ExportOptions Options { get; init; } = new() { PageSize = 3, MaxFileResources = 5, PatientBatch = 2 };

    public Task PutAsync(string type, string id, string? patient = null) => WriteAsync(type, id, patient, ResourceChange.Update);

    public Task DeleteAsync(string type, string id) => WriteAsync(type, id, null, ResourceChange.Delete);

    public async Task GroupAsync(string id, params (string Reference, bool IsInactive)[] members)
    {
        var group = new JsonObject
        {
            ["resourceType"] = "Group",
            ["id"] = id,
            ["member"] = new JsonArray([.. members.Select(member => new JsonObject
            {
                ["entity"] = new JsonObject { ["reference"] = member.Reference },
                ["inactive"] = member.IsInactive,
            })]),
        };
        await StoreAsync(new("Group", id), ResourceChange.Update, group.ToJsonString());
    }

    /// <summary>Stores a group whose members belong to it for a period.</summary>
    public async Task GroupAsync(string id, params (string Reference, string? Start, string? End)[] members)
    {
        var group = new JsonObject { ["resourceType"] = "Group", ["id"] = id, ["member"] = new JsonArray([.. members.Select(Member)]) };
        await StoreAsync(new("Group", id), ResourceChange.Update, group.ToJsonString());

        static JsonObject Member((string Reference, string? Start, string? End) member)
        {
            var period = new JsonObject();
            if (member.Start is not null) period["start"] = member.Start;
            if (member.End is not null) period["end"] = member.End;
            return new() { ["entity"] = new JsonObject { ["reference"] = member.Reference }, ["period"] = period };
        }
    }

    /// <summary>Asks for an export and gives its id.</summary>
    public async Task<string> AskAsync(ExportRequest request)
    {
        var id = $"job-{++_jobs}";
        var job = new Job { Id = id, Kind = ExportWork.KindName, State = JobState.Queued, Request = JsonSerializer.Serialize(request), Created = Now };
        Assert.True(await Jobs.AddAsync(job, [], 100, default));
        return id;
    }

    /// <summary>Works on the job that waits until it is done, or dies.</summary>
    public async Task<JobOutcome> WorkAsync()
    {
        var owner = Path.GetRandomFileName();
        Now += TimeSpan.FromMinutes(2);
        var job = await Jobs.ClaimAsync(new(owner, Now, Now.AddMinutes(1)), [ExportWork.KindName], default);
        using var run = new JobRun(job!, owner, Jobs, new JobOptions(), new FakeTimeProvider(Now), ResiliencePipeline.Empty, _ => { });
        using var access = AccessContext.Enter(Caller.Service);
        var outcome = await Work().RunAsync(run, default);
        await run.EndAsync(outcome, default);
        return outcome;
    }

    /// <summary>Exports and gives the ids in the files, <c>Type/id</c>, in order.</summary>
    public async Task<List<string>> ExportAsync(ExportRequest request)
    {
        var id = await AskAsync(request);
        await WorkAsync();
        return await IdsAsync(id);
    }

    public async Task<List<string>> IdsAsync(string job)
        => [.. (await LinesAsync(job, JobFileRole.Output)).Select(line => $"{line["resourceType"]}/{line["id"]}")];

    public async Task<List<JsonNode>> LinesAsync(string job, JobFileRole role)
    {
        var lines = new List<JsonNode>();
        foreach (var file in (await Jobs.FilesAsync(job, default)).Where(file => file.Role == role))
        {
            for (var part = 1; part <= file.Chunks; part++)
            {
                var chunk = await Jobs.ReadChunkAsync(job, file.File, part, default);
                var parsed = NdjsonChunks.Lines(chunk!).Select(line => JsonNode.Parse(line.Span)!).ToList();
                Assert.All(parsed, line => Assert.Equal(file.Type, (string?)line["resourceType"]));
                lines.AddRange(parsed);
            }
        }

        return lines;
    }

    /// <summary>All files, unpacked.</summary>
    public async Task<List<string>> FilesAsync(string job)
    {
        var files = new List<string>();
        foreach (var file in await Jobs.FilesAsync(job, default))
        {
            var text = new StringBuilder($"{file.Role} {file.Type}\n");
            for (var part = 1; part <= file.Chunks; part++)
                text.Append(Encoding.UTF8.GetString(NdjsonChunks.Unpack((await Jobs.ReadChunkAsync(job, file.File, part, default))!)));
            files.Add(text.ToString());
        }

        return files;
    }

    public void Dispose()
    {
        Resources.Dispose();
        _stores.Dispose();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_directory, recursive: true);
    }

    private ExportWork Work() => new(
        Resources,
        Jobs,
        SearchParameterSet.Core,
        version => Index(version.Key, version.Json),
        (filter, _) => new IdIs([filter.Query["_id=".Length..]]),
        new IndexingOptions(),
        Microsoft.Extensions.Options.Options.Create(Options),
        Microsoft.Extensions.Options.Options.Create(new JobOptions { SettleMilliseconds = 0 }),
        new((_, _, _, _) => Task.CompletedTask),
        TimeProvider.System);

    private Task WriteAsync(string type, string id, string? patient, ResourceChange change)
    {
        var json = new JsonObject { ["resourceType"] = type, ["id"] = id, ["language"] = $"v{Now.Ticks}" };
        if (patient is not null) json["subject"] = new JsonObject { ["reference"] = $"Patient/{patient}" };
        return StoreAsync(new(type, id), change, json.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
    }

    private async Task StoreAsync(ResourceKey key, ResourceChange change, string json)
    {
        Now += TimeSpan.FromMilliseconds(1);
        ReadOnlyMemory<byte> bytes = change == ResourceChange.Delete ? default : Encoding.UTF8.GetBytes(json);
        await Resources.WriteAsync(async (unit, cancel) =>
        {
            var locked = await unit.LockAsync([key], cancel);
            var before = locked.GetValueOrDefault(key);
            await unit.WriteAsync(
                [
                    new()
                    {
                        Key = key,
                        Version = (before?.Version ?? 0) + 1,
                        LastUpdated = Now,
                        Change = change,
                        Json = bytes,
                        Index = change == ResourceChange.Delete ? IndexEntries.Empty : Index(key, bytes),
                    },
                ],
                cancel);
            return Decision.Commit(true);
        }, default);
    }

    private static IndexEntries Index(ResourceKey key, ReadOnlyMemory<byte> json)
        => JsonNode.Parse(json.Span)!["subject"]?["reference"] is { } reference
            ? new() { References = [new(ParameterKey.Of(key.Type, "subject"), "Patient", ((string)reference!).Split('/')[1])] }
            : IndexEntries.Empty;
}
