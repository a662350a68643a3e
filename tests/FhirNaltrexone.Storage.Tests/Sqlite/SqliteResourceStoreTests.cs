using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Search;
using FhirNaltrexone.Storage.Search.Expressions;
using FhirNaltrexone.Storage.Tests.Sql;

namespace FhirNaltrexone.Storage.Tests.Sqlite;

public sealed class SqliteResourceStoreTests : IDisposable
{
    private readonly TemporaryDatabase _database = new();
    private ResourceStores _stores;

    public SqliteResourceStoreTests() => _stores = ResourceStores.Open(_database.Options, TimeProvider.System);

    private IResourceStore Store => _stores.Resources;

    public void Dispose()
    {
        _stores.Dispose();
        _database.Dispose();
    }

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
    public async Task Commits_many_writers_together_and_each_has_its_own_answer()
    {
        var tasks = Enumerable.Range(0, 500).Select(i => Store.StoreAsync(Writes.Of("Patient", $"p{i}"))).ToArray();

        var all = await Task.WhenAll(tasks);

        Assert.All(all.Select((versions, i) => (versions, i)), pair => Assert.Equal($"p{pair.i}", Assert.Single(pair.versions).Key.Id));
        Assert.Equal(Enumerable.Range(1, 500).Select(i => (long)i), all.Select(versions => versions[0].Number).Order());
    }

    [Fact]
    public async Task A_unit_that_fails_takes_nothing_of_its_neighbours_along_and_leaves_no_gap()
    {
        var tasks = Enumerable.Range(0, 60).Select(i => Store.WriteAsync(async (unit, token) =>
        {
            var versions = await unit.WriteAsync([Writes.Of("Patient", $"p{i}", index: WithSystem($"http://example.org/{i}"))], token);
            return (i % 3) switch
            {
                0 => Decision.Commit(versions[0].Number),
                1 => Decision.Rollback(0L),
                _ => throw new InvalidOperationException("This unit is wrong."),
            };
        }, default)).ToArray();

        await Task.WhenAll(tasks.Select(task => task.ContinueWith(_ => { }, TaskScheduler.Default)));

        Assert.All(tasks.Where((_, i) => i % 3 == 2), task => Assert.IsType<InvalidOperationException>(task.Exception!.InnerException));
        Assert.Equal(Enumerable.Range(1, 20).Select(i => (long)i), tasks.Where((_, i) => i % 3 == 0).Select(task => task.Result).Order());
        Assert.Null(await Store.ReadAsync(new("Patient", "p1"), default));
        Assert.Equal(20, (await Store.ChangesAsync(null, 100, default)).Count);
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
        _stores.Dispose();
        _stores = ResourceStores.Open(
            new StorageOptions { ConnectionString = _database.ConnectionString, SearchTimeout = TimeSpan.FromMilliseconds(1) }, TimeProvider.System);
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
        var first = await _stores.Secrets.GetAsync("one", default);
        var second = await _stores.Secrets.GetAsync("two", default);

        Reopen();

        Assert.Equal(32, first.Length);
        Assert.NotEqual(first.ToArray(), second.ToArray());
        Assert.Equal(first.ToArray(), (await _stores.Secrets.GetAsync("one", default)).ToArray());
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

    private static IndexEntries WithSystem(string system) => new() { Tokens = [new(7, "x", system)] };

    private void Reopen()
    {
        _stores.Dispose();
        _stores = ResourceStores.Open(_database.Options, TimeProvider.System);
    }

    private async Task<IEnumerable<string>> IdsAsync(SearchExpression filter)
    {
        var page = await Store.SearchAsync(new SearchQuery { Types = ["Patient"], Filter = filter, Count = 100 }, default);
        return page.Matches.Select(match => match.Key.Id);
    }
}
