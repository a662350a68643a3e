using System.Collections.Concurrent;
using FhirNaltrexone.Storage.Resources;

namespace FhirNaltrexone.Storage.Tests.Compliance;

/// <summary>What a store tells of commits.</summary>
public abstract partial class ResourceStoreCompliance
{
    [Fact]
    public async Task What_is_committed_is_told_in_its_order_before_the_writer_goes_on()
    {
        var (one, two) = (NewKey(), NewKey());
        var told = Listen(one, two);

        var stored = await Store.WriteAsync(
            async (unit, token) =>
            {
                var first = await unit.StoreAsync([Version.First(two)], token);
                return Decision.Commit(await unit.StoreAsync([Version.First(one)], token) is [var second] ? [first[0], second] : first);
            },
            default);

        Assert.Equal([(two, 1), (one, 1)], told.Select(version => (version.Key, version.Version)));
        await Store.DeleteAsync(stored[0]);
        Assert.Equal((two, 2, true), told.Last() is { } last ? (last.Key, last.Version, last.IsDeleted) : default);
    }

    [Fact]
    public async Task What_is_rolled_back_is_not_told()
    {
        var key = NewKey();
        var told = Listen(key);

        await Store.WriteAsync(async (unit, token) => Decision.Rollback(await unit.StoreAsync([Version.First(key)], token)), default);
        await Assert.ThrowsAsync<InvalidOperationException>(() => Store.WriteAsync<int>(
            async (unit, token) =>
            {
                await unit.StoreAsync([Version.First(key)], token);
                throw new InvalidOperationException("A bug in the unit.");
            },
            default));

        Assert.Empty(told);
    }

    private ConcurrentQueue<ResourceVersion> Listen(params ResourceKey[] keys)
    {
        var told = new ConcurrentQueue<ResourceVersion>();
        Store.OnCommit(versions =>
        {
            foreach (var version in versions.Where(version => keys.Contains(version.Key))) told.Enqueue(version);
        });
        return told;
    }
}
