using FhirNaltrexone.Storage.Resources;

namespace FhirNaltrexone.Storage.Tests.Compliance;

/// <summary>Units of work at the same time.</summary>
public abstract partial class ResourceStoreCompliance
{
    [Fact]
    public async Task Of_many_conditional_creates_at_once_one_creates()
    {
        var mark = NewMark();

        var created = await AtOnceAsync(40, _ => Store.WriteAsync(
            async (unit, token) =>
            {
                await unit.SerializeAsync([mark], token);
                if ((await unit.SearchAsync(IsMarked(mark))).Length > 0) return Decision.Rollback(false);
                await unit.StoreAsync([Version.First(NewKey(), Marked(mark))], token);
                return Decision.Commit(true);
            },
            default));

        Assert.Single(created, isCreated => isCreated);
        Assert.Single(await Store.SearchAsync(IsMarked(mark)));
    }

    [Fact]
    public async Task Criteria_named_in_any_order_come_to_an_end()
    {
        var names = Enumerable.Range(0, 6).Select(_ => NewMark()).ToArray();

        var done = await AtOnceAsync(24, index => Store.WriteAsync(
            async (unit, token) =>
            {
                await unit.SerializeAsync(index % 2 == 0 ? names : [.. names.Reverse()], token);
                await unit.StoreAsync([Version.First(NewKey())], token);
                return Decision.Commit(1);
            },
            default));

        Assert.Equal(24, done.Sum());
    }

    [Fact]
    public async Task No_update_is_lost()
    {
        var first = await Store.CreateAsync(NewKey());

        await AtOnceAsync(30, _ => Store.WriteAsync(
            async (unit, token) =>
            {
                var newest = (await unit.LockAsync([first.Key], token))[first.Key];
                return Decision.Commit(await unit.WriteAsync([Version.After(newest)], token));
            },
            default));

        Assert.Equal(Enumerable.Range(1, 31).Reverse(), await Store.VersionsAsync(new() { Type = first.Key.Type, Id = first.Key.Id, Limit = 100 }));
    }

    [Fact]
    public async Task Of_many_first_versions_at_once_one_is_stored()
    {
        var key = NewKey();

        var outcomes = await AtOnceAsync(16, async _ =>
        {
            try
            {
                await Store.CreateAsync(key);
                return true;
            }
            catch (StorageException error) when (error.Code == StorageErrorCode.Conflict)
            {
                return false;
            }
        });

        Assert.Single(outcomes, isStored => isStored);
        Assert.Equal([1], await Store.VersionsAsync(new() { Type = key.Type, Id = key.Id, Limit = 10 }));
    }

    [Fact]
    public async Task Locks_in_opposite_order_come_to_an_end()
    {
        var one = await Store.CreateAsync(NewKey());
        var two = await Store.CreateAsync(NewKey());

        await AtOnceAsync(20, index => Store.WriteAsync(
            async (unit, token) =>
            {
                var keys = index % 2 == 0 ? new[] { one.Key, two.Key } : [two.Key, one.Key];
                var locked = await unit.LockAsync(keys, token);
                return Decision.Commit(await unit.WriteAsync([.. keys.Select(key => Version.After(locked[key]))], token));
            },
            default));

        Assert.Equal(21, (await Store.FindAsync(one.Key))!.Version);
        Assert.Equal(21, (await Store.FindAsync(two.Key))!.Version);
    }

    [Fact]
    public async Task Creates_at_once_get_numbers_and_sequences_of_their_own()
    {
        var stored = await AtOnceAsync(50, _ => Store.CreateAsync(NewKey()));

        Assert.Equal(50, stored.Select(version => version.Number).Distinct().Count());
        Assert.Equal(50, stored.Select(version => version.Sequence).Distinct().Count());
        Assert.Equal(50, (await Store.ReadManyAsync([.. stored.Select(version => version.Key)], default)).Count);
    }

    [Fact]
    public async Task Readers_see_a_unit_whole_or_not_at_all()
    {
        var mark = NewMark();
        var one = await Store.CreateAsync(NewKey(), Marked(mark));
        var two = await Store.CreateAsync(NewKey(), Marked(mark));
        var isDone = false;
        var writing = Task.Run(async () =>
        {
            for (var round = 0; round < 40; round++)
            {
                var pair = await Store.CommitAsync(Version.After(one, Marked(mark)), Version.After(two, Marked(mark)));
                (one, two) = (pair[0], pair[1]);
            }

            isDone = true;
        });

        while (!Volatile.Read(ref isDone) && !writing.IsCompleted)
        {
            var page = await Store.SearchAsync(new() { Filter = IsMarked(mark), Count = 10 }, default);
            Assert.Equal(2, page.Matches.Count);
            Assert.Equal(page.Matches[0].Version, page.Matches[1].Version);
        }

        await writing;
    }

    [Fact]
    public async Task A_unit_that_fails_does_not_take_others_with_it()
    {
        var keys = Enumerable.Range(0, 20).Select(_ => NewKey()).ToArray();
        var taken = await Store.CreateAsync(NewKey());

        var stored = await AtOnceAsync(20, async index =>
        {
            try
            {
                await Store.CommitAsync(index % 2 == 0 ? [Version.First(keys[index])] : [Version.First(keys[index]), Version.First(taken.Key)]);
                return true;
            }
            catch (StorageException)
            {
                return false;
            }
        });

        var there = await Store.ReadManyAsync(keys, default);
        Assert.Equal(10, stored.Count(isStored => isStored));
        Assert.Equal(keys.Where((_, index) => index % 2 == 0).Order(KeyOrder), there.Select(version => version.Key).Order(KeyOrder));
    }

    private static readonly Comparer<ResourceKey> KeyOrder = Comparer<ResourceKey>.Create((left, right) => string.CompareOrdinal(left.Id, right.Id));

    private static Task<T[]> AtOnceAsync<T>(int count, Func<int, Task<T>> work)
        => Task.WhenAll(Enumerable.Range(0, count).Select(index => Task.Run(() => work(index))));
}
