using System.IO.Compression;
using System.Text;
using FhirNaltrexone.Storage.Jobs;

namespace FhirNaltrexone.Storage.Tests.Jobs;

/// <summary>What every engine must do with jobs. Each engine runs it all.</summary>
public abstract class JobStoreTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_job_is_found_as_it_was_added()
    {
        var store = await OpenAsync();

        Assert.True(await AddAsync(store, "a"));

        var job = await store.FindAsync("a", Cancel);
        Assert.Equal(New("a", Start), job);
        Assert.Null(await store.FindAsync("b", Cancel));
    }

    [Fact]
    public async Task The_oldest_job_is_taken_first_and_only_once()
    {
        var store = await OpenAsync();
        await AddAsync(store, "younger", Start.AddSeconds(1));
        await AddAsync(store, "older", Start);

        var first = await store.ClaimAsync(Lease("one"), ["work"], Cancel);
        var second = await store.ClaimAsync(Lease("two"), ["work"], Cancel);
        var third = await store.ClaimAsync(Lease("three"), ["work"], Cancel);

        Assert.Equal(("older", JobState.Active, "one", 1), (first!.Id, first.State, first.Owner, first.Attempts));
        Assert.Equal("younger", second!.Id);
        Assert.Null(third);
    }

    [Fact]
    public async Task A_worker_is_given_only_what_it_can_do()
    {
        var store = await OpenAsync();
        await AddAsync(store, "a");

        Assert.Null(await store.ClaimAsync(Lease("one"), ["something else"], Cancel));
        Assert.NotNull(await store.ClaimAsync(Lease("one"), ["something else", "work"], Cancel));
    }

    [Fact]
    public async Task Sixteen_workers_at_once_share_forty_jobs_without_one_twice()
    {
        var store = await OpenAsync();
        for (var i = 0; i < 40; i++) await AddAsync(store, $"job-{i}", Start.AddMilliseconds(i));

        var taken = await Task.WhenAll(Enumerable.Range(0, 16).Select(worker => Task.Run(() => TakeAllAsync(store, $"worker-{worker}"), Cancel)));

        var ids = taken.SelectMany(each => each).ToList();
        Assert.Equal(40, ids.Count);
        Assert.Equal(40, ids.Distinct().Count());
    }

    [Fact]
    public async Task Work_left_behind_is_taken_over_from_its_checkpoint_when_the_lease_has_run_out()
    {
        var store = await OpenAsync();
        await AddAsync(store, "a");
        await store.ClaimAsync(Lease("one"), ["work"], Cancel);
        await store.SaveAsync("a", Lease("one"), Step("{\"at\":7}", Chunk(1, 1, "x")), Cancel);

        var tooEarly = await store.ClaimAsync(Lease("two", Start.AddSeconds(59)), ["work"], Cancel);
        var taken = await store.ClaimAsync(Lease("two", Start.AddSeconds(60)), ["work"], Cancel);

        Assert.Null(tooEarly);
        Assert.Equal(("{\"at\":7}", "two", 2, "half"), (taken!.Checkpoint, taken.Owner, taken.Attempts, taken.Progress));
    }

    [Fact]
    public async Task A_renewed_lease_keeps_others_away()
    {
        var store = await OpenAsync();
        await AddAsync(store, "a");
        await store.ClaimAsync(Lease("one"), ["work"], Cancel);

        Assert.True(await store.RenewAsync("a", Lease("one", Start.AddSeconds(50)), Cancel));

        Assert.Null(await store.ClaimAsync(Lease("two", Start.AddSeconds(100)), ["work"], Cancel));
        Assert.NotNull(await store.ClaimAsync(Lease("two", Start.AddSeconds(110)), ["work"], Cancel));
    }

    [Fact]
    public async Task Who_lost_the_lease_can_store_nothing()
    {
        var store = await OpenAsync();
        await AddAsync(store, "a");
        await store.ClaimAsync(Lease("one"), ["work"], Cancel);
        await store.ClaimAsync(Lease("two", Start.AddMinutes(2)), ["work"], Cancel);

        Assert.False(await store.RenewAsync("a", Lease("one"), Cancel));
        Assert.False(await store.SaveAsync("a", Lease("one"), Step("{}", Chunk(1, 1, "x")), Cancel));
        Assert.False(await store.EndAsync("a", "one", new(JobState.Completed, "{}", Start), Cancel));
        Assert.False(await store.ReleaseAsync("a", "one", Start, isFault: true, Cancel));

        Assert.Empty(await store.FilesAsync("a", Cancel));
        Assert.Equal("two", (await store.FindAsync("a", Cancel))!.Owner);
    }

    [Fact]
    public async Task A_step_that_fails_half_way_leaves_nothing()
    {
        var store = await OpenAsync();
        await AddAsync(store, "a");
        await store.ClaimAsync(Lease("one"), ["work"], Cancel);
        await store.SaveAsync("a", Lease("one"), Step("{\"at\":1}", Chunk(1, 1, "x")), Cancel);

        await Assert.ThrowsAsync<StorageException>(
            () => store.SaveAsync("a", Lease("one"), Step("{\"at\":2}", Chunk(1, 2, "y"), Chunk(1, 1, "again")), Cancel));

        Assert.Equal("{\"at\":1}", (await store.FindAsync("a", Cancel))!.Checkpoint);
        Assert.Equal(1, Assert.Single(await store.FilesAsync("a", Cancel)).Chunks);
    }

    [Fact]
    public async Task Files_are_listed_by_number_and_their_parts_joined_are_one_compressed_file()
    {
        var store = await OpenAsync();
        await AddAsync(store, "a");
        await store.ClaimAsync(Lease("one"), ["work"], Cancel);
        await store.SaveAsync("a", Lease("one"), Step("{}", Chunk(2, 1, "c\n"), Chunk(1, 1, "a\n")), Cancel);
        await store.SaveAsync("a", Lease("one"), Step("{}", Chunk(1, 2, "b\n")), Cancel);

        Assert.Equal(
            [new JobFile(1, JobFileRole.Output, "Patient", 2, 2), new JobFile(2, JobFileRole.Output, "Patient", 1, 1)],
            await store.FilesAsync("a", Cancel));
        var joined = new List<byte>();
        for (var part = 1; await store.ReadChunkAsync("a", 1, part, Cancel) is { } chunk; part++) joined.AddRange(chunk.Content.Span);
        Assert.Equal("a\nb\n", Unzip([.. joined]));
        Assert.Null(await store.ReadChunkAsync("a", 3, 1, Cancel));
    }

    [Fact]
    public async Task Input_comes_with_the_job()
    {
        var store = await OpenAsync();

        await store.AddAsync(New("a", Start), [Chunk(1, 1, "a\n") with { Role = JobFileRole.Input, Type = "ndjson" }], 10, Cancel);

        Assert.Equal([new JobFile(1, JobFileRole.Input, "ndjson", 1, 1)], await store.FilesAsync("a", Cancel));
    }

    [Theory]
    [InlineData(JobState.Completed)]
    [InlineData(JobState.Failed)]
    public async Task An_ended_job_keeps_its_result_and_is_not_taken_again(JobState state)
    {
        var store = await OpenAsync();
        await AddAsync(store, "a");
        await store.ClaimAsync(Lease("one"), ["work"], Cancel);

        Assert.True(await store.EndAsync("a", "one", new(state, "{\"x\":1}", Start.AddHours(1)), Cancel));

        var job = await store.FindAsync("a", Cancel);
        Assert.Equal((state, "{\"x\":1}", Start.AddHours(1), null), (job!.State, job.Result, job.Expires, job.Owner));
        Assert.Null(await store.ClaimAsync(Lease("two", Start.AddDays(1)), ["work"], Cancel));
    }

    [Fact]
    public async Task A_job_given_back_waits_until_its_time_and_counts_an_attempt_only_for_a_fault()
    {
        var store = await OpenAsync();
        await AddAsync(store, "a");
        await store.ClaimAsync(Lease("one"), ["work"], Cancel);
        await store.ReleaseAsync("a", "one", Start.AddSeconds(5), isFault: true, Cancel);

        Assert.Null(await store.ClaimAsync(Lease("two", Start.AddSeconds(4)), ["work"], Cancel));
        Assert.Equal(2, (await store.ClaimAsync(Lease("two", Start.AddSeconds(5)), ["work"], Cancel))!.Attempts);

        await store.ReleaseAsync("a", "two", Start.AddSeconds(5), isFault: false, Cancel);
        Assert.Equal(2, (await store.ClaimAsync(Lease("three", Start.AddSeconds(5)), ["work"], Cancel))!.Attempts);
    }

    [Fact]
    public async Task Cancelling_takes_the_lease_and_the_files_away_once()
    {
        var store = await OpenAsync();
        await AddAsync(store, "a");
        await store.ClaimAsync(Lease("one"), ["work"], Cancel);
        await store.SaveAsync("a", Lease("one"), Step("{}", Chunk(1, 1, "x")), Cancel);

        Assert.True(await store.CancelAsync("a", Start.AddHours(1), Cancel));

        Assert.False(await store.CancelAsync("a", Start.AddHours(1), Cancel));
        Assert.False(await store.CancelAsync("unknown", Start, Cancel));
        Assert.False(await store.RenewAsync("a", Lease("one"), Cancel));
        Assert.Empty(await store.FilesAsync("a", Cancel));
        Assert.Equal(JobState.Cancelled, (await store.FindAsync("a", Cancel))!.State);
    }

    [Fact]
    public async Task No_more_jobs_than_the_limit_wait_or_run_however_many_come_at_once()
    {
        var store = await OpenAsync();

        var added = await Task.WhenAll(Enumerable.Range(0, 12).Select(
            i => Task.Run(() => store.AddAsync(New($"job-{i}", Start), [], 5, Cancel), Cancel)));

        Assert.Equal(5, added.Count(each => each));
        var taken = await store.ClaimAsync(Lease("one"), ["work"], Cancel);
        Assert.False(await store.AddAsync(New("more", Start), [], 5, Cancel));
        await store.EndAsync(taken!.Id, "one", new(JobState.Completed, "{}", Start), Cancel);
        Assert.True(await store.AddAsync(New("more", Start), [], 5, Cancel));
    }

    [Fact]
    public async Task What_has_expired_goes_with_its_files_unless_it_is_being_fetched()
    {
        var store = await OpenAsync();
        foreach (var id in new[] { "gone", "kept" })
        {
            await AddAsync(store, id);
            await store.ClaimAsync(Lease("one"), ["work"], Cancel);
            await store.SaveAsync(id, Lease("one"), Step("{}", Chunk(1, 1, "x")), Cancel);
            await store.EndAsync(id, "one", new(JobState.Completed, "{}", Start.AddHours(1)), Cancel);
        }

        await AddAsync(store, "unfinished");
        await store.KeepAsync("kept", Start.AddHours(2), Cancel);
        await store.KeepAsync("kept", Start.AddHours(1), Cancel);

        Assert.Equal(0, await store.RemoveExpiredAsync(Start.AddMinutes(59), Cancel));
        Assert.Equal(1, await store.RemoveExpiredAsync(Start.AddHours(1), Cancel));

        Assert.Null(await store.FindAsync("gone", Cancel));
        Assert.Empty(await store.FilesAsync("gone", Cancel));
        Assert.Single(await store.FilesAsync("kept", Cancel));
        Assert.NotNull(await store.FindAsync("unfinished", Cancel));
    }

    [Fact]
    public async Task Waiting_for_open_writes_ends_when_there_are_none()
    {
        var store = await OpenAsync();

        await store.WaitForOpenWritesAsync(Cancel).WaitAsync(TimeSpan.FromMinutes(1), Cancel);
    }

    /// <summary>A store on a database of its own.</summary>
    protected abstract Task<IJobStore> OpenAsync();

    private static Task<bool> AddAsync(IJobStore store, string id, DateTimeOffset? created = null)
        => store.AddAsync(New(id, created ?? Start), [], 1_000, Cancel);

    private static async Task<List<string>> TakeAllAsync(IJobStore store, string worker)
    {
        var taken = new List<string>();
        while (await store.ClaimAsync(Lease(worker), ["work"], Cancel) is { } job) taken.Add(job.Id);
        return taken;
    }

    private static Job New(string id, DateTimeOffset created)
        => new() { Id = id, Kind = "work", State = JobState.Queued, Request = "{\"what\":\"ü\"}", Created = created };

    private static JobLease Lease(string owner, DateTimeOffset? now = null) => new(owner, now ?? Start, (now ?? Start).AddMinutes(1));

    private static JobStep Step(string checkpoint, params JobChunk[] chunks)
        => new() { Checkpoint = checkpoint, Progress = "half", Chunks = chunks };

    private static JobChunk Chunk(int file, int chunk, string text) => new()
    {
        File = file,
        Chunk = chunk,
        Role = JobFileRole.Output,
        Type = "Patient",
        Lines = 1,
        Content = Zip(text),
    };

    private static byte[] Zip(string text)
    {
        using var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.Fastest)) gzip.Write(Encoding.UTF8.GetBytes(text));
        return buffer.ToArray();
    }

    private static string Unzip(byte[] bytes)
    {
        using var reader = new StreamReader(new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress));
        return reader.ReadToEnd();
    }
}
