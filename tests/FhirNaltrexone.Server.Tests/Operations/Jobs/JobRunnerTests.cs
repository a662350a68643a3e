using System.Collections.Concurrent;
using FhirNaltrexone.Server.Operations.Jobs;
using FhirNaltrexone.Storage;
using FhirNaltrexone.Storage.Access;
using FhirNaltrexone.Storage.Jobs;
using FhirNaltrexone.Validation.Outcomes;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace FhirNaltrexone.Server.Tests.Operations.Jobs;

/// <summary>How workers take, keep, lose and give back jobs.</summary>
public sealed class JobRunnerTests : IDisposable
{
    private readonly string _directory = Path.Combine(Path.GetTempPath(), "fhir-naltrexone-tests", Path.GetRandomFileName());
    private readonly ResourceStores _stores;
    private readonly JobSignal _signal = new();
    private readonly JobOptions _options = new() { PollMilliseconds = 20, LeaseSeconds = 1 };

    public JobRunnerTests()
        => _stores = ResourceStores.Open(
            new StorageOptions { ConnectionString = $"Data Source={Path.Combine(_directory, "test.db")}" }, TimeProvider.System);

    public void Dispose()
    {
        _signal.Dispose();
        _stores.Dispose();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_directory, recursive: true);
    }

    [Fact]
    public async Task A_job_runs_to_its_end_and_keeps_the_result()
    {
        using var runner = await StartAsync(new Work(_ => Task.FromResult(JobOutcome.Done("{\"x\":1}"))));

        var job = await EndOfAsync(await AddAsync());

        Assert.Equal((JobState.Completed, "{\"x\":1}"), (job.State, job.Result));
        Assert.NotNull(job.Expires);
        await runner.StopAsync(default);
    }

    [Fact]
    public async Task A_refusal_is_a_failure_that_is_not_tried_again()
    {
        var tries = 0;
        using var runner = await StartAsync(new Work(_ =>
        {
            tries++;
            return Task.FromResult(JobOutcome.Failed(new(422, IssueCodes.Value, "No.")));
        }));

        var job = await EndOfAsync(await AddAsync());
        await runner.StopAsync(default);

        Assert.Equal(JobState.Failed, job.State);
        Assert.Equal((422, "No."), (JobFailure.Read(job.Result!).Status, JobFailure.Read(job.Result!).Issues[0].Text));
        Assert.Equal(1, tries);
    }

    [Fact]
    public async Task Work_that_throws_is_tried_again_from_its_checkpoint()
    {
        var seen = new ConcurrentQueue<string?>();
        using var runner = await StartAsync(new Work(async run =>
        {
            seen.Enqueue(run.Job.Checkpoint);
            if (run.Job.Checkpoint is not null) return JobOutcome.Done("{}");
            await run.SaveAsync(new() { Checkpoint = "{\"at\":1}", Progress = "half" }, default);
            throw new InvalidOperationException();
        }));

        var job = await EndOfAsync(await AddAsync());
        await runner.StopAsync(default);

        Assert.Equal(JobState.Completed, job.State);
        Assert.Equal([null, "{\"at\":1}"], seen);
    }

    [Fact]
    public async Task Work_that_gets_no_further_is_given_up()
    {
        _options.MaxAttempts = 2;
        using var runner = await StartAsync(new Work(_ => throw new InvalidOperationException()));

        var job = await EndOfAsync(await AddAsync());
        await runner.StopAsync(default);

        Assert.Equal((JobState.Failed, 500), (job.State, JobFailure.Read(job.Result!).Status));
        Assert.Equal(3, job.Attempts);
    }

    [Fact]
    public async Task A_process_that_stops_gives_its_job_back_and_another_goes_on_at_once()
    {
        var began = new TaskCompletionSource();
        using var first = await StartAsync(new Work(async (run, cancel) =>
        {
            await run.SaveAsync(new() { Checkpoint = "{\"at\":1}", Progress = "half" }, cancel);
            began.SetResult();
            await Task.Delay(Timeout.Infinite, cancel);
            return JobOutcome.Done("{}");
        }));
        var id = await AddAsync();
        await began.Task;

        await first.StopAsync(default);

        var left = await _stores.Jobs.FindAsync(id, default);
        Assert.Equal((JobState.Queued, "{\"at\":1}", 0), (left!.State, left.Checkpoint, left.Attempts));
        using var second = await StartAsync(new Work(run => Task.FromResult(JobOutcome.Done(run.Job.Checkpoint!))));
        Assert.Equal("{\"at\":1}", (await EndOfAsync(id)).Result);
        await second.StopAsync(default);
    }

    [Fact]
    public async Task Work_longer_than_its_lease_stays_with_its_worker()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var (began, end) = (new TaskCompletionSource<string?>(), new TaskCompletionSource());
        using var runner = await StartAsync(
            new Work(async (run, cancel) =>
            {
                began.SetResult(run.Job.Owner);
                await end.Task.WaitAsync(cancel);
                return JobOutcome.Done("{}");
            }),
            clock);
        var id = await AddAsync();
        var owner = await began.Task;

        for (var beat = 0; beat < 6; beat++)
        {
            clock.Advance(_options.Lease / 3);
            var now = clock.GetUtcNow();
            await Until.TrueAsync(async () => (await _stores.Jobs.FindAsync(id, default))!.LeasedUntil > now + (_options.Lease * 0.9), "a sign of life");
            Assert.Null(await _stores.Jobs.ClaimAsync(new("another", now, now + _options.Lease), ["work"], default));
        }

        Assert.Equal(owner, (await _stores.Jobs.FindAsync(id, default))!.Owner);
        end.SetResult();
        var job = await EndOfAsync(id);
        await runner.StopAsync(default);
        Assert.Equal((JobState.Completed, 1), (job.State, job.Attempts));
    }

    /// <summary>Nobody knows on whose behalf it would be done.</summary>
    [Fact]
    public async Task A_job_whose_caller_cannot_be_read_fails_and_keeps_no_other_waiting()
    {
        (_options.Concurrency, _options.MaxAttempts) = (1, 1);
        var broken = new Job
        {
            Id = "broken",
            Kind = "work",
            State = JobState.Queued,
            Request = "{}",
            Caller = "{",
            Created = DateTimeOffset.UtcNow,
        };
        await _stores.Jobs.AddAsync(broken, [], 100, default);
        using var runner = await StartAsync(new Work(_ => Task.FromResult(JobOutcome.Done("{}"))));

        var other = await EndOfAsync(await AddAsync());
        var ended = await EndOfAsync("broken");
        await runner.StopAsync(default);

        Assert.Equal((JobState.Completed, JobState.Failed), (other.State, ended.State));
    }

    [Fact]
    public async Task Cancelling_stops_the_work()
    {
        var began = new TaskCompletionSource();
        var stopped = new TaskCompletionSource();
        using var runner = await StartAsync(new Work(async (_, cancel) =>
        {
            began.SetResult();
            await using var registration = cancel.Register(stopped.SetResult);
            await Task.Delay(Timeout.Infinite, cancel);
            return JobOutcome.Done("{}");
        }));
        var id = await AddAsync();
        await began.Task;

        await _stores.Jobs.CancelAsync(id, DateTimeOffset.MaxValue, default);

        await stopped.Task.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        await runner.StopAsync(default);
        Assert.Equal(JobState.Cancelled, (await _stores.Jobs.FindAsync(id, default))!.State);
    }

    [Fact]
    public async Task More_jobs_than_allowed_are_not_taken_in()
    {
        _options.MaxUnfinished = 1;
        var queue = new JobQueue(_stores.Jobs, _signal, Options.Create(_options), TimeProvider.System);

        Assert.NotNull(await queue.AddAsync("work", "{}", [], default));
        Assert.Null(await queue.AddAsync("work", "{}", [], default));
    }

    private async Task<JobRunner> StartAsync(Work work, TimeProvider? clock = null)
    {
        var runner = new JobRunner(
            _stores.Jobs, [work], RegisteredCallers.Everybody, _signal, Options.Create(_options), clock ?? TimeProvider.System, NullLogger<JobRunner>.Instance);
        await runner.StartAsync(default);
        return runner;
    }

    private async Task<string> AddAsync()
        => (await new JobQueue(_stores.Jobs, _signal, Options.Create(_options), TimeProvider.System).AddAsync("work", "{}", [], default))!;

    private Task<Job> EndOfAsync(string id) => Until.FoundAsync(
        async () => await _stores.Jobs.FindAsync(id, default) is { State: JobState.Completed or JobState.Failed } job ? job : null, "the end of the job");

    private sealed class Work(Func<JobRun, CancellationToken, Task<JobOutcome>> run) : IJobWork
    {
        public Work(Func<JobRun, Task<JobOutcome>> run)
            : this((job, _) => run(job))
        {
        }

        public string Kind => "work";

        public Task<JobOutcome> RunAsync(JobRun job, CancellationToken cancellationToken) => run(job, cancellationToken);
    }
}
