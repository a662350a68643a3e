using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Subscriptions;

namespace FhirNaltrexone.Storage.Tests.Subscriptions;

/// <summary>What every engine must do for subscriptions. Each engine runs it all.</summary>
public abstract class SubscriptionStoreTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_log_starts_at_its_start_and_belongs_to_one_reader_until_the_lease_ends()
    {
        var store = await OpenAsync();

        Assert.Equal(new LogPlace(null), await store.ClaimLogAsync(Lease("one"), Cancel));
        Assert.Null(await store.ClaimLogAsync(Lease("two"), Cancel));
        Assert.NotNull(await store.ClaimLogAsync(Lease("two", minutes: 2), Cancel));
    }

    [Fact]
    public async Task Whoever_lost_the_log_stores_nothing()
    {
        var store = await OpenAsync();
        await store.ClaimLogAsync(Lease("one"), Cancel);
        await store.ClaimLogAsync(Lease("two", minutes: 2), Cancel);

        Assert.False(await store.AdvanceAsync(Lease("one"), new(1, 5), [Put("a", SubscriptionStatus.Active)], Cancel));
        Assert.True(await store.AdvanceAsync(Lease("two", minutes: 2), new(1, 4), [], Cancel));

        Assert.Empty(await store.ListAsync(Cancel));
        Assert.Equal(new LogPlace(new ChangePosition(1, 4)), await store.ClaimLogAsync(Lease("two", minutes: 2), Cancel));
    }

    [Fact]
    public async Task Events_are_numbered_from_one_without_gaps_and_only_while_the_subscription_counts()
    {
        var store = await OpenAsync();
        await StepAsync(store, Put("a", SubscriptionStatus.Requested), Count("a", "x"));
        await StepAsync(store, Put("a", SubscriptionStatus.Active, 2), Count("a", "1"), Count("a", "2"));
        await StepAsync(store, Put("a", SubscriptionStatus.Error, 3), Count("a", "3"));
        await StepAsync(store, Put("a", SubscriptionStatus.Requested, 4), Count("a", "4"));
        await StepAsync(store, Put("a", SubscriptionStatus.Off, 5), Count("a", "5"));

        var events = await store.EventsAsync("a", 1, long.MaxValue, false, 10, Cancel);

        Assert.Equal([(1, "1"), (2, "2"), (3, "3"), (4, "4")], events.Select(one => (one.Number, one.Focus.Id)));
        Assert.Equal((4, 4, 5), (await store.FindAsync("a", Cancel)) is { } state ? (state.LastNumber, state.SettledNumber, state.Version) : default);
        Assert.All(events, one => Assert.True(one.IsDead));
    }

    [Fact]
    public async Task What_is_due_is_taken_once_and_again_when_the_worker_died()
    {
        var store = await OpenAsync();
        await StepAsync(store, Put("a", SubscriptionStatus.Requested));

        var first = await store.ClaimAsync(Lease("one"), Cancel);
        var second = await store.ClaimAsync(Lease("two"), Cancel);
        var later = await store.ClaimAsync(Lease("two", minutes: 2), Cancel);

        Assert.Equal(("a", SubscriptionStatus.Requested), (first!.Id, first.Status));
        Assert.Null(second);
        Assert.NotNull(later);
        Assert.False(await store.ReleaseAsync("a", Lease("one"), new(0, 0, null, null), Cancel));
    }

    [Fact]
    public async Task An_event_that_comes_during_the_work_is_due_at_once()
    {
        var store = await OpenAsync();
        await StepAsync(store, Put("a", SubscriptionStatus.Active), Count("a", "1"));
        await store.ClaimAsync(Lease("one"), Cancel);
        await StepAsync(store, Count("a", "2"));

        Assert.True(await store.ReleaseAsync("a", Lease("one"), new(1, 0, null, null), Cancel));

        var state = await store.ClaimAsync(Lease("one"), Cancel);
        Assert.Equal((2, 1), (state!.LastNumber, state.SettledNumber));
    }

    [Fact]
    public async Task After_a_failure_a_further_event_does_not_shorten_the_wait()
    {
        var store = await OpenAsync();
        await StepAsync(store, Put("a", SubscriptionStatus.Active), Count("a", "1"));
        await store.ClaimAsync(Lease("one"), Cancel);
        await store.ReleaseAsync("a", Lease("one"), new(0, 1, Start.AddMinutes(10), null), Cancel);
        await StepAsync(store, Count("a", "2"));

        Assert.Null(await store.ClaimAsync(Lease("one", minutes: 9), Cancel));
        Assert.Equal(1, (await store.ClaimAsync(Lease("one", minutes: 10), Cancel))!.Failures);
    }

    [Fact]
    public async Task Old_events_die_and_are_listed_and_the_others_live()
    {
        var store = await OpenAsync();
        await StepAsync(store, Put("a", SubscriptionStatus.Active), Count("a", "1"), Count("a", "2", 1), Count("a", "3", 60));

        Assert.Equal(2, await store.KillAsync("a", Start.AddMinutes(30), Cancel));

        Assert.Equal([1, 2], (await store.EventsAsync("a", 1, 9, true, 10, Cancel)).Select(one => one.Number));
        Assert.Equal(2, (await store.FindAsync("a", Cancel))!.SettledNumber);
        Assert.Equal(0, await store.KillAsync("a", Start.AddMinutes(30), Cancel));
        Assert.Equal(2, await store.RemoveEventsAsync(Start.AddMinutes(30), Cancel));
    }

    [Fact]
    public async Task Sockets_settle_forwards_only()
    {
        var store = await OpenAsync();
        await StepAsync(store, Put("a", SubscriptionStatus.Active, channel: "websocket"), Count("a", "1"), Count("a", "2"));

        await store.SettleAsync("a", 2, Cancel);
        await store.SettleAsync("a", 1, Cancel);

        Assert.Equal(2, (await store.FindAsync("a", Cancel))!.SettledNumber);
    }

    [Fact]
    public async Task A_deleted_subscription_takes_its_events_along()
    {
        var store = await OpenAsync();
        await StepAsync(store, Put("a", SubscriptionStatus.Active), Count("a", "1"));
        await StepAsync(store, new SubscriptionStep.Remove("a"), Count("a", "2"));

        Assert.Null(await store.FindAsync("a", Cancel));
        Assert.Empty(await store.EventsAsync("a", 1, 9, false, 10, Cancel));
    }

    [Fact]
    public async Task Eight_workers_at_once_take_each_subscription_once()
    {
        var store = await OpenAsync();
        await StepAsync(store, [.. Enumerable.Range(0, 30).Select(number => Put($"s{number}", SubscriptionStatus.Requested))]);

        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(worker => Task.Run(() => TakeAllAsync(store, $"w{worker}"), Cancel)));

        Assert.Equal(30, taken.SelectMany(each => each).ToHashSet().Count);
        Assert.Equal(30, taken.Sum(each => each.Count));
    }

    /// <summary>An empty store.</summary>
    protected abstract Task<ISubscriptionStore> OpenAsync();

    // PostgreSQL may skip what another one looks at: ask some times before giving up.
    private static async Task<List<string>> TakeAllAsync(ISubscriptionStore store, string owner)
    {
        var taken = new List<string>();
        for (var misses = 0; misses < 20;)
        {
            if (await store.ClaimAsync(Lease(owner), Cancel) is { } state) taken.Add(state.Id);
            else misses++;
        }

        return taken;
    }

    private static async Task StepAsync(ISubscriptionStore store, params SubscriptionStep[] steps)
    {
        Assert.NotNull(await store.ClaimLogAsync(Lease("log"), Cancel));
        Assert.True(await store.AdvanceAsync(Lease("log"), new(0, 1), steps, Cancel));
    }

    private static SubscriptionStep.Put Put(string id, SubscriptionStatus status, int version = 1, string channel = "rest-hook")
        => new(id, version, status, channel, Start);

    private static SubscriptionStep.Count Count(string id, string resource, int minutes = 0) => new(
        id,
        new() { Number = 0, Focus = new("Patient", resource), Version = 1, Change = ResourceChange.Create, Created = Start.AddMinutes(minutes) },
        Start);

    private static SubscriptionLease Lease(string owner, int minutes = 0) => new(owner, Start.AddMinutes(minutes), Start.AddMinutes(minutes + 1));
}
