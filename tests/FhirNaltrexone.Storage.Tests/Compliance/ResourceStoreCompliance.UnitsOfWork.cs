using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Search;

namespace FhirNaltrexone.Storage.Tests.Compliance;

/// <summary>Units of work by themselves.</summary>
public abstract partial class ResourceStoreCompliance
{
    [Fact]
    public async Task What_is_rolled_back_leaves_nothing()
    {
        var mark = NewMark();
        var key = NewKey();

        var answer = await Store.WriteAsync(
            async (unit, token) => Decision.Rollback((await unit.StoreAsync([Version.First(key, Marked(mark))], token))[0].Version), default);

        Assert.Equal(1, answer);
        Assert.Null(await Store.FindAsync(key));
        Assert.Empty(await Store.SearchAsync(IsMarked(mark)));
        Assert.Empty(await Store.VersionsAsync(new() { Type = key.Type, Id = key.Id, Limit = 10 }));
        Assert.Equal(1, (await Store.CreateAsync(key)).Version);
    }

    [Fact]
    public async Task An_update_rolled_back_leaves_what_was_there()
    {
        var (before, after) = (NewMark(), NewMark());
        var first = await Store.CreateAsync(NewKey(), Marked(before));

        await Store.WriteAsync(async (unit, token) => Decision.Rollback(await unit.StoreAsync([Version.After(first, Marked(after))], token)), default);

        Assert.Equal(1, (await Store.FindAsync(first.Key))!.Version);
        Assert.Equal([first.Key.Id], await Store.SearchAsync(IsMarked(before)));
        Assert.Empty(await Store.SearchAsync(IsMarked(after)));
    }

    [Fact]
    public async Task A_unit_that_throws_leaves_nothing_and_the_store_goes_on()
    {
        var key = NewKey();

        await Assert.ThrowsAsync<InvalidOperationException>(() => Store.WriteAsync<int>(
            async (unit, token) =>
            {
                await unit.StoreAsync([Version.First(key)], token);
                throw new InvalidOperationException("A bug in the unit.");
            },
            default));

        Assert.Null(await Store.FindAsync(key));
        Assert.Equal(1, (await Store.CreateAsync(key)).Version);
    }

    [Fact]
    public async Task A_unit_given_up_before_the_commit_leaves_nothing()
    {
        var key = NewKey();
        using var giveUp = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.WriteAsync(
            async (unit, token) =>
            {
                var stored = await unit.StoreAsync([Version.First(key)], token);
                await giveUp.CancelAsync();
                token.ThrowIfCancellationRequested();
                return Decision.Commit(stored);
            },
            giveUp.Token));

        Assert.Null(await Store.FindAsync(key));
        Assert.Equal(1, (await Store.CreateAsync(key)).Version);
    }

    [Fact]
    public async Task A_unit_reads_what_it_wrote()
    {
        var mark = NewMark();
        var key = NewKey();
        var query = new HistoryQuery { Type = key.Type, Id = key.Id, Limit = 10 };

        var seen = await Store.WriteAsync(
            async (unit, token) =>
            {
                await unit.StoreAsync([Version.First(key, Marked(mark))], token);
                return Decision.Commit((
                    Newest: await unit.ReadAsync(key, token),
                    First: await unit.ReadVersionAsync(key, 1, token),
                    Many: await unit.ReadManyAsync([key], token),
                    Found: await unit.SearchAsync(IsMarked(mark)),
                    History: await unit.HistoryAsync(query, token),
                    Count: await unit.CountHistoryAsync(query, token)));
            },
            default);

        Assert.Equal(
            (1, 1, 1, 1, 1, 1L),
            (seen.Newest!.Version, seen.First!.Version, seen.Many.Count, seen.Found.Length, seen.History.Count, seen.Count));
    }

    [Fact]
    public async Task A_unit_searches_what_it_left()
    {
        var mark = NewMark();
        var updated = await Store.CreateAsync(NewKey(), Marked(mark));
        var deleted = await Store.CreateAsync(NewKey(), Marked(mark));
        var kept = await Store.CreateAsync(NewKey(), Marked(mark));

        var found = await Store.WriteAsync(
            async (unit, token) =>
            {
                await unit.StoreAsync([Version.After(updated), Version.Deletion(deleted)], token);
                return Decision.Rollback(await unit.SearchAsync(IsMarked(mark)));
            },
            default);

        Assert.Equal([kept.Key.Id], found);
        Assert.Equal(3, (await Store.SearchAsync(IsMarked(mark))).Length);
    }

    [Fact]
    public async Task Nobody_else_sees_a_unit_before_its_commit()
    {
        var mark = NewMark();
        var key = NewKey();

        var (read, found) = await Store.WriteAsync(
            async (unit, token) =>
            {
                await unit.StoreAsync([Version.First(key, Marked(mark))], token);
                return Decision.Commit((await Store.FindAsync(key), await Store.SearchAsync(IsMarked(mark))));
            },
            default);

        Assert.Null(read);
        Assert.Empty(found);
        Assert.NotNull(await Store.FindAsync(key));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public async Task A_version_that_is_not_the_next_is_a_conflict(int version)
    {
        var key = NewKey();
        await Store.UpdateAsync(await Store.CreateAsync(key));

        var error = await Assert.ThrowsAsync<StorageException>(
            () => Store.CommitAsync(Version.Make(key, version, ResourceChange.Update, at: Version.Start.AddDays(1))));

        Assert.Equal(StorageErrorCode.Conflict, error.Code);
        Assert.Equal(2, (await Store.FindAsync(key))!.Version);
    }

    [Fact]
    public async Task A_first_version_is_the_first()
    {
        var error = await Assert.ThrowsAsync<StorageException>(() => Store.CommitAsync(Version.Make(NewKey(), 2, ResourceChange.Update)));

        Assert.Equal(StorageErrorCode.Conflict, error.Code);
    }

    [Fact]
    public async Task One_conflict_leaves_nothing_of_the_unit()
    {
        var taken = await Store.CreateAsync(NewKey());
        var other = NewKey();

        await Assert.ThrowsAsync<StorageException>(() => Store.CommitAsync(Version.First(other), Version.First(taken.Key)));

        Assert.Null(await Store.FindAsync(other));
    }

    [Fact]
    public async Task Versions_are_stored_in_the_order_given()
    {
        var keys = Enumerable.Range(0, 500).Select(index => NewKey(index % 2 == 0 ? "Patient" : "Observation")).Reverse().ToArray();

        var stored = await Store.CommitAsync([.. keys.Select(key => Version.First(key))]);

        Assert.Equal(keys, stored.Select(version => version.Key));
        Assert.Equal(stored.Select(version => version.Number).Order(), stored.Select(version => version.Number));
        Assert.Equal(stored.Select(version => version.Sequence).Order(), stored.Select(version => version.Sequence));
        Assert.Equal(500, stored.Select(version => version.Number).Distinct().Count());
    }

    [Fact]
    public async Task A_unit_may_write_several_times_and_to_one_resource_again()
    {
        var key = NewKey();

        await Store.WriteAsync(
            async (unit, token) =>
            {
                var first = await unit.StoreAsync([Version.First(key)], token);
                await unit.WriteAsync([Version.After(first[0])], token);
                return Decision.Commit(true);
            },
            default);

        Assert.Equal([2, 1], await Store.VersionsAsync(new() { Type = key.Type, Id = key.Id, Limit = 10 }));
    }

    [Fact]
    public async Task A_unit_may_write_nothing()
        => Assert.Empty(await Store.WriteAsync(async (unit, token) => Decision.Commit(await unit.WriteAsync([], token)), default));

    [Fact]
    public async Task A_lock_reads_newest_versions_deletions_included()
    {
        var kept = await Store.UpdateAsync(await Store.CreateAsync(NewKey()));
        var deleted = await Store.DeleteAsync(await Store.CreateAsync(NewKey()));

        var locked = await Store.WriteAsync(
            async (unit, token) => Decision.Commit(await unit.LockAsync([kept.Key, deleted.Key, NewKey()], token)), default);

        Assert.Equal(2, locked.Count);
        Assert.Equal((2, false), (locked[kept.Key].Version, locked[kept.Key].IsDeleted));
        Assert.Equal((2, true), (locked[deleted.Key].Version, locked[deleted.Key].IsDeleted));
    }

    [Fact]
    public async Task A_snapshot_does_not_change()
    {
        var mark = NewMark();
        var first = await Store.CreateAsync(NewKey(), Marked(mark));

        var (before, after, found) = await Store.ReadSnapshotAsync(
            async (reader, token) =>
            {
                var seen = await reader.ReadAsync(first.Key, token);
                await Store.UpdateAsync(first, Marked(mark));
                await Store.CreateAsync(NewKey(), Marked(mark));
                return (seen, await reader.ReadAsync(first.Key, token), await reader.SearchAsync(IsMarked(mark)));
            },
            default);

        Assert.Equal((1, 1), (before!.Version, after!.Version));
        Assert.Equal([first.Key.Id], found);
        Assert.Equal(2, (await Store.FindAsync(first.Key))!.Version);
    }

    [Fact]
    public async Task A_snapshot_pages_over_what_was_there()
    {
        var mark = NewMark();
        await Store.CommitAsync([.. Enumerable.Range(0, 6).Select(_ => Version.First(NewKey(), Marked(mark)))]);

        var pages = await Store.ReadSnapshotAsync(
            async (reader, token) =>
            {
                var query = new SearchQuery { Filter = IsMarked(mark), Count = 4, IsTotalWanted = true };
                var one = await reader.SearchAsync(query, token);
                await Store.CreateAsync(NewKey(), Marked(mark));
                return (one, two: await reader.SearchAsync(query with { After = one.Next }, token));
            },
            default);

        Assert.Equal((4, 2, 6L), (pages.one.Matches.Count, pages.two.Matches.Count, pages.two.Total));
    }

    [Fact]
    public async Task Purging_leaves_the_newest_version()
    {
        var mark = NewMark();
        var key = NewKey();
        var newest = await Store.UpdateAsync(await Store.UpdateAsync(await Store.CreateAsync(key)), Marked(mark));

        Assert.Equal(2, await PurgeAsync(key));

        Assert.Null(await Store.ReadVersionAsync(key, 1, default));
        Assert.Null(await Store.ReadVersionAsync(key, 2, default));
        Assert.Equal(newest.Json.ToArray(), (await Store.ReadVersionAsync(key, 3, default))!.Json.ToArray());
        Assert.Equal([3], await Store.VersionsAsync(new() { Type = key.Type, Id = key.Id, Limit = 10 }));
        Assert.Equal([key.Id], await Store.SearchAsync(IsMarked(mark)));
        Assert.Equal(4, (await Store.UpdateAsync(newest)).Version);
    }

    [Fact]
    public async Task Purging_a_single_version_does_nothing()
    {
        var first = await Store.CreateAsync(NewKey());

        Assert.Equal(0, await PurgeAsync(first.Key));

        Assert.Equal(1, (await Store.FindAsync(first.Key))!.Version);
    }

    [Fact]
    public async Task Purging_a_deleted_resource_leaves_the_deletion()
    {
        var deletion = await Store.DeleteAsync(await Store.CreateAsync(NewKey()));

        Assert.Equal(1, await PurgeAsync(deletion.Key));

        Assert.True((await Store.FindAsync(deletion.Key))!.IsDeleted);
        Assert.Equal(3, (await Store.UpdateAsync(deletion)).Version);
    }

    [Fact]
    public async Task Purging_may_be_rolled_back()
    {
        var second = await Store.UpdateAsync(await Store.CreateAsync(NewKey()));

        Assert.Equal(1, await PurgeAsync(second.Key, isCommit: false));

        Assert.NotNull(await Store.ReadVersionAsync(second.Key, 1, default));
    }

    private Task<int> PurgeAsync(ResourceKey key, bool isCommit = true)
        => Store.WriteAsync(
            async (unit, token) =>
            {
                await unit.LockAsync([key], token);
                return new Decision<int>(isCommit, await unit.PurgeHistoryAsync(key, token));
            },
            default);
}
