using FhirNaltrexone.Storage.Resources;

namespace FhirNaltrexone.Storage.Tests.Compliance;

/// <summary>The log of versions.</summary>
public abstract partial class ResourceStoreCompliance
{
    [Fact]
    public async Task Nothing_follows_the_current_position()
    {
        await Store.CreateAsync(NewKey());

        var position = await Store.CurrentPositionAsync(default);

        Assert.Empty(await Store.ChangesAsync(position, 10, default));
    }

    [Fact]
    public async Task The_log_has_every_version_in_order()
    {
        var start = await Store.CurrentPositionAsync(default);
        var first = await Store.CreateAsync(NewKey());
        var other = await Store.CreateAsync(NewKey("Observation"));
        var second = await Store.UpdateAsync(first);
        var deletion = await Store.DeleteAsync(second);

        var changes = await Store.ChangesAsync(start, 10, default);

        Assert.Equal(
            [(first.Key, 1), (other.Key, 1), (first.Key, 2), (first.Key, 3)],
            changes.Select(change => (change.Version.Key, change.Version.Version)));
        Assert.Equal(
            [first.Sequence, other.Sequence, second.Sequence, deletion.Sequence], changes.Select(change => change.Version.Sequence));
        Assert.Equal(second.Json.ToArray(), changes[2].Version.Json.ToArray());
        Assert.True(changes[3].Version.IsDeleted);
        Assert.Equal(changes.Select(change => change.Position).OrderBy(Order), changes.Select(change => change.Position));
    }

    [Fact]
    public async Task The_log_is_read_in_parts()
    {
        var start = await Store.CurrentPositionAsync(default);
        var stored = await Store.CommitAsync([.. Enumerable.Range(0, 10).Select(_ => Version.First(NewKey()))]);

        var read = new List<ResourceKey>();
        for (var position = start; ;)
        {
            var part = await Store.ChangesAsync(position, 3, default);
            if (part.Count == 0) break;
            Assert.True(part.Count <= 3);
            read.AddRange(part.Select(change => change.Version.Key));
            position = part[^1].Position;
        }

        Assert.Equal(stored.Select(version => version.Key), read);
    }

    [Fact]
    public async Task The_log_starts_with_the_first_version_of_all()
    {
        await Store.CreateAsync(NewKey());

        var first = Assert.Single(await Store.ChangesAsync(null, 1, default));

        Assert.NotEmpty(await Store.ChangesAsync(null, 10, default));
        Assert.DoesNotContain(await Store.ChangesAsync(first.Position, 5, default), change => change.Position == first.Position);
    }

    [Fact]
    public async Task What_is_rolled_back_is_not_in_the_log()
    {
        var start = await Store.CurrentPositionAsync(default);

        await Store.WriteAsync(async (unit, token) => Decision.Rollback(await unit.StoreAsync([Version.First(NewKey())], token)), default);
        var kept = await Store.CreateAsync(NewKey());

        Assert.Equal([kept.Key], (await Store.ChangesAsync(start, 10, default)).Select(change => change.Version.Key));
    }

    [Fact]
    public async Task A_reader_of_the_log_misses_nothing_while_others_write()
    {
        var position = await Store.CurrentPositionAsync(default);
        var writing = AtOnceAsync(60, async index =>
        {
            var keys = Enumerable.Range(0, 1 + (index % 3)).Select(_ => NewKey()).ToArray();
            await Store.CommitAsync([.. keys.Select(key => Version.First(key))]);
            return keys;
        });

        var read = new List<ResourceKey>();
        while (true)
        {
            var isLast = writing.IsCompleted;
            var part = await Store.ChangesAsync(position, 7, default);
            read.AddRange(part.Select(change => change.Version.Key));
            if (part.Count > 0) position = part[^1].Position;
            else if (isLast) break;
        }

        var written = (await writing).SelectMany(keys => keys).ToList();
        Assert.Equal(written.Count, read.Count);
        Assert.Equal(written.ToHashSet(), read.ToHashSet());
    }

    [Fact]
    public async Task The_log_goes_on_behind_purged_versions()
    {
        var start = await Store.CurrentPositionAsync(default);
        var second = await Store.UpdateAsync(await Store.CreateAsync(NewKey()));
        await PurgeAsync(second.Key);

        Assert.Equal([2], (await Store.ChangesAsync(start, 10, default)).Select(change => change.Version.Version));
    }

    private static (long, long) Order(ChangePosition position) => (position.Epoch, position.Sequence);
}
