using FhirNaltrexone.Storage.Resources;

namespace FhirNaltrexone.Storage.Tests.Compliance;

/// <summary>The log of versions.</summary>
public abstract partial class ResourceStoreCompliance
{
    [Fact]
    public async Task Nothing_follows_the_current_position()
    {
        await Store.CreateAsync(NewKey());

        var position = await SettleAsync();

        Assert.Empty(await Store.ChangesAsync(position, 10, default));
        Assert.Equal(position, await Store.CurrentPositionAsync(default));
    }

    [Fact]
    public async Task The_log_has_every_version_in_order()
    {
        var start = await SettleAsync();
        var first = await Store.CreateAsync(NewKey());
        var other = await Store.CreateAsync(NewKey("Observation"));
        var second = await Store.UpdateAsync(first);
        var deletion = await Store.DeleteAsync(second);

        var changes = await SettledChangesAsync(start);

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
        var start = await SettleAsync();
        var stored = await Store.CommitAsync([.. Enumerable.Range(0, 10).Select(_ => Version.First(NewKey()))]);

        var end = await SettleAsync();

        var read = new List<ResourceKey>();
        for (var position = start; position != end;)
        {
            var part = await Store.ChangesAsync(position, 3, default);
            Assert.InRange(part.Count, 1, 3);
            read.AddRange(part.Select(change => change.Version.Key));
            position = part[^1].Position;
        }

        Assert.Equal(stored.Select(version => version.Key), read[..^1]);
    }

    [Fact]
    public async Task The_log_starts_with_the_first_version_of_all()
    {
        await SettleAsync();

        var first = Assert.Single(await Store.ChangesAsync(null, 1, default));

        Assert.NotEmpty(await Store.ChangesAsync(null, 10, default));
        Assert.DoesNotContain(await Store.ChangesAsync(first.Position, 5, default), change => change.Position == first.Position);
    }

    [Fact]
    public async Task What_is_rolled_back_is_not_in_the_log()
    {
        var start = await SettleAsync();

        await Store.WriteAsync(async (unit, token) => Decision.Rollback(await unit.StoreAsync([Version.First(NewKey())], token)), default);
        var kept = await Store.CreateAsync(NewKey());

        Assert.Equal([kept.Key], (await SettledChangesAsync(start)).Select(change => change.Version.Key));
    }

    [Fact]
    public async Task A_reader_of_the_log_misses_nothing_while_others_write()
    {
        var position = await SettleAsync();
        var writing = AtOnceAsync(60, async index =>
        {
            var keys = Enumerable.Range(0, 1 + (index % 3)).Select(_ => NewKey()).ToArray();
            await Store.CommitAsync([.. keys.Select(key => Version.First(key))]);
            return keys;
        });

        var read = new List<ResourceKey>();
        for (ChangePosition? end = null; position != end;)
        {
            if (writing.IsCompleted) end ??= await SettleAsync();
            var part = await Store.ChangesAsync(position, 7, default);
            read.AddRange(part.Select(change => change.Version.Key));
            if (part.Count > 0) position = part[^1].Position;
        }

        var written = (await writing).SelectMany(keys => keys).ToList();
        Assert.Equal(written.Count, read.Count - 1);
        Assert.Equal(written.ToHashSet(), read[..^1].ToHashSet());
    }

    [Fact]
    public async Task The_log_goes_on_behind_purged_versions()
    {
        var start = await SettleAsync();
        var second = await Store.UpdateAsync(await Store.CreateAsync(NewKey()));
        await PurgeAsync(second.Key);

        Assert.Equal([2], (await SettledChangesAsync(start)).Select(change => change.Version.Version));
    }

    /// <summary>
    /// Writes a mark and waits until the log has come to it: a change is shown only when no other transaction of the database server, of whatever test,
    /// could still stand before it.
    /// </summary>
    private async Task<ChangePosition> SettleAsync()
    {
        var mark = NewKey("SubstancePolymer");
        var start = await Store.CurrentPositionAsync(default);
        await Store.CreateAsync(mark);
        return (await UntilAsync(start, mark))[^1].Position;
    }

    private async Task<IReadOnlyList<LoggedChange>> SettledChangesAsync(ChangePosition after)
    {
        var mark = NewKey("SubstancePolymer");
        await Store.CreateAsync(mark);
        return (await UntilAsync(after, mark))[..^1];
    }

    private Task<List<LoggedChange>> UntilAsync(ChangePosition after, ResourceKey mark) => Until.FoundAsync(
        async () =>
        {
            var changes = (await Store.ChangesAsync(after, 10_000, default)).ToList();
            var last = changes.FindIndex(change => change.Version.Key == mark);
            return last >= 0 ? changes[..(last + 1)] : null;
        },
        "the mark in the log");

    private static (long, long) Order(ChangePosition position) => (position.Epoch, position.Sequence);
}
