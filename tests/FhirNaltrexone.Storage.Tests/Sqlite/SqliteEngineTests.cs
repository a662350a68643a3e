using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Tests.Sql;

namespace FhirNaltrexone.Storage.Tests.Sqlite;

public sealed class SqliteEngineTests : EngineTests
{
    private readonly TemporaryDatabase _database = new();

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

    protected override Task<StorageOptions> MakeDatabaseAsync() => Task.FromResult(_database.Options);

    protected override ValueTask DropDatabaseAsync()
    {
        _database.Dispose();
        return ValueTask.CompletedTask;
    }
}
