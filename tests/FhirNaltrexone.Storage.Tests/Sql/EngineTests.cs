using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Search;
using FhirNaltrexone.Storage.Search.Expressions;

namespace FhirNaltrexone.Storage.Tests.Sql;

/// <summary>What an engine must keep to beyond what it answers: commits, races, order, and what lasts.</summary>
public abstract class EngineTests : IAsyncLifetime
{
    private ResourceStores? _stores;
    private StorageOptions? _options;

    private protected ResourceStores Stores => _stores!;

    private protected IResourceStore Store => _stores!.Resources;

    public async ValueTask InitializeAsync()
    {
        _options = await MakeDatabaseAsync();
        _stores = ResourceStores.Open(_options, TimeProvider.System);
    }

    public async ValueTask DisposeAsync()
    {
        _stores?.Dispose();
        await DropDatabaseAsync();
        GC.SuppressFinalize(this);
    }

    protected abstract Task<StorageOptions> MakeDatabaseAsync();

    protected abstract ValueTask DropDatabaseAsync();

    [Fact]
    public async Task Gives_back_what_was_written_after_the_database_is_opened_anew()
    {
        var written = Assert.Single(await Store.StoreAsync(Writes.Of("Patient", "a")));

        Reopen();

        var read = await Store.ReadAsync(new("Patient", "a"), default);
        Assert.Equal(written with { Json = default }, read! with { Json = default });
        Assert.Equal(written.Json.ToArray(), read!.Json.ToArray());
    }

    [Fact]
    public async Task A_code_system_searched_for_in_a_unit_that_was_undone_does_not_give_its_number_to_another()
    {
        var index = WithSystem("http://example.org/new");
        var ofNew = new HasEntry([7], new TokenTest([new("x", "http://example.org/new")]));
        await Store.WriteAsync(async (unit, token) =>
        {
            await unit.WriteAsync([Writes.Of("Patient", "a", index: index)], token);
            Assert.Single((await unit.SearchAsync(new SearchQuery { Types = ["Patient"], Filter = ofNew, Count = 1 }, token)).Matches);
            return Decision.Rollback(0);
        }, default);

        await Store.StoreAsync(Writes.Of("Patient", "b", index: WithSystem("http://example.org/other")));
        await Store.StoreAsync(Writes.Of("Patient", "c", index: index));

        Assert.Equal(["c"], await IdsAsync(ofNew));
    }

    [Fact]
    public async Task A_code_system_first_named_in_a_unit_that_was_undone_is_found_when_named_again()
    {
        var index = WithSystem("http://example.org/new");
        await Store.WriteAsync(async (unit, token) =>
        {
            await unit.WriteAsync([Writes.Of("Patient", "a", index: index)], token);
            return Decision.Rollback(0);
        }, default);

        await Store.StoreAsync(Writes.Of("Patient", "b", index: WithSystem("http://example.org/other")));
        await Store.StoreAsync(Writes.Of("Patient", "c", index: index));

        Assert.Equal(["c"], await IdsAsync(new HasEntry([7], new TokenTest([new("x", "http://example.org/new")]))));
    }

    [Fact]
    public async Task A_version_that_is_not_the_next_one_is_a_conflict()
    {
        await Store.StoreAsync(Writes.Of("Patient", "a"));
        await Store.StoreAsync(Writes.Of("Patient", "a", 2));

        foreach (var version in new[] { 1, 2, 4 })
        {
            var error = await Assert.ThrowsAsync<StorageException>(() => Store.StoreAsync(Writes.Of("Patient", "a", version)));
            Assert.Equal(StorageErrorCode.Conflict, error.Code);
        }

        Assert.Equal(2, (await Store.ReadAsync(new("Patient", "a"), default))!.Version);
    }

    [Fact]
    public async Task A_snapshot_does_not_see_what_is_written_after_its_first_read()
    {
        await Store.StoreAsync(Writes.Of("Patient", "a"));

        var (before, after) = await Store.ReadSnapshotAsync(async (reader, token) =>
        {
            var first = await reader.ReadAsync(new("Patient", "a"), token);
            await Store.StoreAsync(Writes.Of("Patient", "a", 2));
            return (first, await reader.ReadAsync(new("Patient", "a"), token));
        }, default);

        Assert.Equal((1, 1), (before!.Version, after!.Version));
        Assert.Equal(2, (await Store.ReadAsync(new("Patient", "a"), default))!.Version);
    }

    [Fact]
    public async Task Changes_come_in_the_order_of_their_sequence_from_any_position()
    {
        for (var i = 1; i <= 5; i++) await Store.StoreAsync(Writes.Of("Patient", $"p{i}"));

        // On a database server shared with other tests, the newest are shown only when none of their transactions could still stand before them.
        await Until.TrueAsync(async () => (await Store.ChangesAsync(null, 10, default)).Count >= 5, "five changes");

        var first = await Store.ChangesAsync(null, 2, default);
        var rest = await Store.ChangesAsync(first[^1].Position, 10, default);

        Assert.Equal(["p1", "p2", "p3", "p4", "p5"], first.Concat(rest).Select(change => change.Version.Key.Id));
        Assert.Equal(rest[^1].Position, await Store.CurrentPositionAsync(default));
    }

    [Fact]
    public async Task A_deleted_resource_is_not_found_and_keeps_its_number_when_it_comes_back()
    {
        var index = WithSystem("http://example.org/s");
        var created = await Store.StoreAsync(Writes.Of("Patient", "a", index: index));
        await Store.StoreAsync(Writes.Of("Patient", "b", index: index));
        await Store.StoreAsync(Writes.Of("Patient", "a", 2, change: ResourceChange.Delete));

        var whileDeleted = await IdsAsync(new HasEntry([7], new TokenTest([new("x", null)])));
        var revived = await Store.StoreAsync(Writes.Of("Patient", "a", 3, index, ResourceChange.CreateAs));

        Assert.Equal(["b"], whileDeleted);
        Assert.Equal(created[0].Number, revived[0].Number);
        Assert.Equal(["b", "a"], await IdsAsync(new HasEntry([7], new TokenTest([new("x", null)]))));
    }

    [Fact]
    public async Task A_search_that_takes_too_long_is_given_up()
    {
        Reopen(TimeSpan.FromMilliseconds(1));
        var patients = Enumerable.Range(0, 3000).Select(i => Writes.Of("Patient", $"p{i}", index: new() { Dates = [new(8, i, i + 1)] })).ToArray();
        await Store.StoreAsync(patients);
        SearchExpression costly = new HasEntry([8], new DateTest(ValueComparison.Greater, 0, 0));
        for (var i = 0; i < 8; i++) costly = new AllOf([new Not(new Not(costly)), new Not(new AllOf([costly, new Not(costly)]))]);

        var error = await Assert.ThrowsAsync<StorageException>(async () => await IdsAsync(costly));

        Assert.Equal(StorageErrorCode.TooCostly, error.Code);
    }

    [Fact]
    public async Task Secrets_are_random_and_last()
    {
        var first = await Stores.Secrets.GetAsync("one", default);
        var second = await Stores.Secrets.GetAsync("two", default);

        Reopen();

        Assert.Equal(32, first.Length);
        Assert.NotEqual(first.ToArray(), second.ToArray());
        Assert.Equal(first.ToArray(), (await Stores.Secrets.GetAsync("one", default)).ToArray());
    }

    [Fact]
    public async Task The_index_is_rebuilt_for_current_resources_only()
    {
        await Store.StoreAsync(Writes.Of("Patient", "a"), Writes.Of("Patient", "b"));
        await Store.StoreAsync(Writes.Of("Patient", "b", 2, change: ResourceChange.Delete));

        var done = await Store.RebuildIndexAsync(_ => WithSystem("http://example.org/s"), null, default);

        Assert.Equal(1, done);
        Assert.Equal(["a"], await IdsAsync(new HasEntry([7], new TokenTest([new("x", "http://example.org/s")]))));
    }

    [Fact]
    public async Task Units_that_name_the_same_criteria_run_one_after_the_other()
    {
        var created = await Task.WhenAll(Enumerable.Range(0, 30).Select(i => Task.Run(() => Store.WriteAsync(async (unit, token) =>
        {
            await unit.SerializeAsync(["Patient?identifier=x", $"other {i % 3}"], token);
            var found = await unit.SearchAsync(new() { Types = ["Patient"], Filter = new HasEntry([7], new TokenTest([new("x", null)])), Count = 1 }, token);
            if (found.Matches.Count > 0) return Decision.Rollback(false);
            await unit.WriteAsync([Writes.Of("Patient", $"p{i}", index: WithSystem("http://example.org/s"))], token);
            return Decision.Commit(true);
        }, default))));

        Assert.Single(created, isCreated => isCreated);
    }

    [Fact]
    public async Task No_update_is_lost_among_many_writers_of_one_resource()
    {
        await Store.StoreAsync(Writes.Of("Patient", "a"));

        await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Task.Run(() => Store.WriteAsync(async (unit, token) =>
        {
            var locked = await unit.LockAsync([new("Patient", "a")], token);
            await unit.WriteAsync([Writes.Of("Patient", "a", locked[new("Patient", "a")].Version + 1)], token);
            return Decision.Commit(0);
        }, default))));

        Assert.Equal(41, (await Store.ReadAsync(new("Patient", "a"), default))!.Version);
        Assert.Equal(41, await Store.CountHistoryAsync(new() { Type = "Patient", Id = "a", Limit = 1 }, default));
    }

    [Fact]
    public async Task Two_that_create_the_same_id_make_one_resource_and_the_loser_sees_it()
    {
        var versions = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => Store.WriteAsync(async (unit, token) =>
        {
            var locked = await unit.LockAsync([new("Patient", "a")], token);
            var version = locked.Count == 0 ? 1 : locked.Values.Single().Version + 1;
            await unit.WriteAsync([Writes.Of("Patient", "a", version)], token);
            return Decision.Commit(version);
        }, default))));

        Assert.Equal(Enumerable.Range(1, 10), versions.Order());
    }

    [Fact]
    public async Task A_follower_of_the_log_misses_nothing_however_commits_overlap()
    {
        var follower = FollowAsync(320);
        var written = 0;

        await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < 40; i++)
            {
                await Store.WriteAsync(async (unit, token) =>
                {
                    await unit.WriteAsync([Writes.Of("Patient", $"w{writer}-{i}")], token);
                    if (i % 5 == 0) await Task.Yield();
                    return Decision.Commit(0);
                }, default);
                Interlocked.Increment(ref written);
            }
        })));
        var seen = await follower;

        Assert.Equal(320, written);
        Assert.Equal(320, seen.Count);
        Assert.Equal(320, seen.Distinct().Count());
    }

    [Fact]
    public async Task The_log_has_the_versions_of_a_resource_in_their_order_even_when_an_older_transaction_wrote_the_newer_one()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < 25; i++)
            {
                await Store.WriteAsync(async (unit, token) =>
                {
                    await unit.WriteAsync([Writes.Of("Patient", $"w{writer}-{i}")], token);
                    var locked = await unit.LockAsync([new("Patient", "shared")], token);
                    await unit.WriteAsync([Writes.Of("Patient", "shared", locked.Count == 0 ? 1 : locked.Values.Single().Version + 1)], token);
                    return Decision.Commit(0);
                }, default);
            }
        })));

        // The newest are shown only when no transaction of the database server, of whatever test, could still stand before them.
        IReadOnlyList<LoggedChange> log = [];
        await Until.TrueAsync(async () => (log = await Store.ChangesAsync(null, 1000, default)).Count >= 400, "400 changes");

        Assert.Equal(Enumerable.Range(1, 200), log.Where(change => change.Version.Key.Id == "shared").Select(change => change.Version.Version));
    }

    [Fact]
    public async Task A_page_of_huge_resources_ends_early_and_the_next_one_goes_on()
    {
        const int Huge = 20 << 20;
        for (var number = 0; number < 6; number++)
            await Store.StoreAsync(Writes.Of("Patient", $"p{number}") with { Json = new byte[Huge] });

        var first = await Store.SearchAsync(new() { Types = ["Patient"], Count = 6 }, default);
        var second = await Store.SearchAsync(new() { Types = ["Patient"], Count = 6, After = first.Next }, default);

        Assert.Equal(["p5", "p4", "p3", "p2"], first.Matches.Select(match => match.Key.Id));
        Assert.Equal(["p1", "p0"], second.Matches.Select(match => match.Key.Id));
        Assert.Null(second.Next);
    }

    [Fact]
    public async Task A_purge_leaves_the_newest_version_only()
    {
        await Store.StoreAsync(Writes.Of("Patient", "a"), Writes.Of("Patient", "b"));
        await Store.StoreAsync(Writes.Of("Patient", "a", 2));
        await Store.StoreAsync(Writes.Of("Patient", "a", 3));

        var gone = await Store.WriteAsync(async (unit, token) =>
        {
            await unit.LockAsync([new("Patient", "a")], token);
            return Decision.Commit(await unit.PurgeHistoryAsync(new("Patient", "a"), token));
        }, default);

        Assert.Equal(2, gone);
        Assert.Equal([3], (await Store.HistoryAsync(new() { Type = "Patient", Id = "a", Limit = 10 }, default)).Select(version => version.Version));
        Assert.NotNull(await Store.ReadAsync(new("Patient", "b"), default));
    }

    [Fact]
    public async Task Texts_longer_than_an_index_takes_are_kept_and_found_whole()
    {
        var text = string.Concat(Enumerable.Range(0, 3000).Select(i => (char)('a' + (i * i % 23))));
        await Store.StoreAsync(
            Writes.Of("Patient", "a", index: Long(text)), Writes.Of("Patient", "b", index: Long(text + "b")), Writes.Of("Patient", "c", index: Long("short")));

        Assert.Equal(["a"], await IdsAsync(new HasEntry([1], new TokenTest([new(text, "http://example.org/" + text)]))));
        Assert.Equal(["b", "a"], await IdsAsync(new HasEntry([2], new StringTest(StringMatch.StartsWith, [new(text)]))));
        Assert.Equal(["a"], await IdsAsync(new HasEntry([2], new StringTest(StringMatch.Exact, [new(text, text)]))));
        Assert.Equal(["b"], await IdsAsync(new HasEntry([3], new UriTest(UriMatch.Exact, [text + "b"]))));
        Assert.Equal(["b", "a"], await IdsAsync(new HasEntry([3], new UriTest(UriMatch.Below, [text]))));
        Assert.Equal(["b"], await IdsAsync(new HasEntry([4], new ReferenceTest([new(null, text + "b")]))));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_most_resources_match_is_sorted_by_date_page_by_page(bool isDescending)
    {
        // More than the planner calls dense; every seventh has no date, every fifth two, and dates repeat.
        const int Count = 1500;
        var resources = Enumerable.Range(0, Count).Select(i => (Id: $"p{i}", Days: i % 7 == 0 ? [] : i % 5 == 0 ? new[] { i % 40, 100 + (i % 3) } : [i % 40])).ToArray();
        await Store.StoreAsync([.. resources.Select(resource => Writes.Of("Patient", resource.Id, index: WithSystem("http://example.org/s") with
        {
            Dates = [.. resource.Days.Select(day => new DateEntry(8, day, day + 1))],
        }))]);

        var found = new List<string>();
        SearchCursor? place = null;
        do
        {
            var page = await Store.SearchAsync(
                new SearchQuery
                {
                    Types = ["Patient"],
                    Filter = new HasEntry([7], new TokenTest([new("x", null)])),
                    Sort = [new(SortField.Entry, EntryKind.Date, [8], isDescending)],
                    After = place,
                    Count = 200,
                }, default);
            found.AddRange(page.Matches.Select(match => match.Key.Id));
            place = page.Next;
        }
        while (place is not null);

        var dated = resources.Reverse().Where(resource => resource.Days.Length > 0);
        var inOrder = isDescending ? dated.OrderByDescending(resource => resource.Days.Max()) : dated.OrderBy(resource => resource.Days.Min());
        Assert.Equal(inOrder.Concat(resources.Reverse().Where(resource => resource.Days.Length == 0)).Select(resource => resource.Id), found);
    }

    private static IndexEntries Long(string text) => new()
    {
        Tokens = [new(1, text, "http://example.org/" + text)],
        Strings = [new(2, text, text)],
        Uris = [new(3, text)],
        References = [new(4, null, text)],
    };

    /// <summary>
    /// Reads the log until it has told so many changes and tells no more. The newest are shown only when no transaction of the database server, of
    /// whatever test, could still stand before them: that is waited for, within reason.
    /// </summary>
    private async Task<List<string>> FollowAsync(int expected)
    {
        var (seen, position, patience) = (new List<string>(), (ChangePosition?)null, 60_000);
        while (true)
        {
            var changes = await Store.ChangesAsync(position, 50, default);
            seen.AddRange(changes.Select(change => change.Version.Key.Id));
            if (changes.Count > 0) position = changes[^1].Position;
            else if (seen.Count >= expected || patience-- == 0) return seen;
            else await Task.Delay(1, CancellationToken.None);
        }
    }

    private protected static IndexEntries WithSystem(string system) => new() { Tokens = [new(7, "x", system)] };

    private protected void Reopen(TimeSpan? searchTimeout = null)
    {
        _stores!.Dispose();
        if (searchTimeout is { } timeout) _options!.SearchTimeout = timeout;
        _stores = ResourceStores.Open(_options!, TimeProvider.System);
    }

    private protected async Task<IEnumerable<string>> IdsAsync(SearchExpression filter)
    {
        var page = await Store.SearchAsync(new SearchQuery { Types = ["Patient"], Filter = filter, Count = 100 }, default);
        return page.Matches.Select(match => match.Key.Id);
    }
}
