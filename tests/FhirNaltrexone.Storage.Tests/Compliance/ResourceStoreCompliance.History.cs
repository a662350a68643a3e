using FhirNaltrexone.Storage.Resources;

namespace FhirNaltrexone.Storage.Tests.Compliance;

/// <summary>Histories.</summary>
public abstract partial class ResourceStoreCompliance
{
    private static DateTimeOffset Day(int day) => new(2031, 1, day, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_history_is_newest_first_deletions_included()
    {
        var first = await Store.CreateAsync(NewKey());
        await Store.UpdateAsync(await Store.DeleteAsync(await Store.UpdateAsync(first)));

        var history = await Store.HistoryAsync(Of(first.Key), default);

        Assert.Equal([4, 3, 2, 1], history.Select(version => version.Version));
        Assert.Equal([false, true, false, false], history.Select(version => version.IsDeleted));
        Assert.Equal(4, await Store.CountHistoryAsync(Of(first.Key), default));
    }

    [Fact]
    public async Task An_unknown_resource_has_no_history()
    {
        Assert.Empty(await Store.HistoryAsync(Of(NewKey()), default));
        Assert.Equal(0, await Store.CountHistoryAsync(Of(NewKey()), default));
    }

    [Fact]
    public async Task A_history_lists_at_most_the_limit_and_counts_all()
    {
        var third = await Store.UpdateAsync(await Store.UpdateAsync(await Store.CreateAsync(NewKey())));

        Assert.Equal([3, 2], await Store.VersionsAsync(Of(third.Key) with { Limit = 2 }));
        Assert.Equal(3, await Store.CountHistoryAsync(Of(third.Key) with { Limit = 2 }, default));
    }

    [Fact]
    public async Task The_history_of_a_type_has_no_other_type()
    {
        var since = new DateTimeOffset(2032, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var account = await Store.CreateAsync(NewKey("Account"), at: since);
        await Store.CreateAsync(NewKey("Basic"), at: since);

        var history = await Store.HistoryAsync(new() { Type = "Account", Since = since, Limit = 10 }, default);

        Assert.Equal([account.Key], history.Select(version => version.Key));
    }

    [Fact]
    public async Task The_history_of_the_system_has_all_types()
    {
        // The store is shared: a year that no other case writes in; what others wrote for later years is left aside.
        var since = new DateTimeOffset(2999, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var later = since.AddYears(1);
        var binary = await Store.CreateAsync(NewKey("Binary"), at: since);
        var basic = await Store.CreateAsync(NewKey("Basic"), at: since.AddMilliseconds(1));

        var history = await Store.HistoryAsync(new() { Since = since, Limit = 10 }, default);

        Assert.Equal([basic.Key, binary.Key], history.Where(version => version.LastUpdated < later).Select(version => version.Key));
        var others = await Store.CountHistoryAsync(new() { Since = later, Limit = 1 }, default);
        Assert.Equal(2, await Store.CountHistoryAsync(new() { Since = since, Limit = 1 }, default) - others);
    }

    [Fact]
    public async Task Of_equal_times_the_later_written_comes_first()
    {
        var instant = new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var stored = await Store.CommitAsync([.. Enumerable.Range(0, 5).Select(_ => Version.First(NewKey("Schedule"), at: instant))]);

        var history = await Store.HistoryAsync(new() { Type = "Schedule", Since = instant, Limit = 10 }, default);

        Assert.Equal(stored.Reverse().Select(version => version.Key), history.Select(version => version.Key));
    }

    [Fact]
    public async Task The_time_counts_before_the_order_of_writing()
    {
        var late = await Store.CreateAsync(NewKey("Slot"), at: Day(2));
        var early = await Store.CreateAsync(NewKey("Slot"), at: Day(1));

        var history = await Store.HistoryAsync(new() { Type = "Slot", Limit = 10 }, default);

        Assert.Equal([late.Key, early.Key], history.Select(version => version.Key));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(100)]
    public async Task Pages_of_a_history_have_each_version_once(int size)
    {
        var type = size switch { 1 => "Flag", 2 => "Goal", 3 => "Media", _ => "Task" };
        await Store.CommitAsync([.. Enumerable.Range(0, 7).Select(index => Version.First(NewKey(type), at: Day(1 + (index % 3))))]);
        var whole = await Store.HistoryAsync(new() { Type = type, Limit = 100 }, default);

        var paged = new List<ResourceVersion>();
        for (HistoryPosition? after = null; ;)
        {
            var page = await Store.HistoryAsync(new() { Type = type, Limit = size, After = after }, default);
            if (page.Count == 0) break;
            paged.AddRange(page);
            after = new HistoryPosition(page[^1].LastUpdated, page[^1].Sequence);
        }

        Assert.Equal(7, whole.Count);
        Assert.Equal(whole.Select(version => version.Sequence), paged.Select(version => version.Sequence));
    }

    [Theory]
    [InlineData(1, 0, "3 2 1")]
    [InlineData(2, 0, "3 2")]
    [InlineData(2, 1, "3")]
    [InlineData(3, 0, "3")]
    [InlineData(3, 1, "")]
    public async Task Since_is_inclusive(int day, int milliseconds, string expected)
    {
        var key = await ThreeDaysAsync();
        var query = Of(key) with { Since = Day(day).AddMilliseconds(milliseconds) };

        Assert.Equal(expected, string.Join(' ', await Store.VersionsAsync(query)));
        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length, await Store.CountHistoryAsync(query, default));
    }

    [Theory]
    [InlineData(1, 0, 2, 0, "1")]
    [InlineData(1, 0, 2, 1, "2 1")]
    [InlineData(2, 0, 3, 0, "2")]
    [InlineData(2, -1, 3, 0, "2 1")]
    [InlineData(2, 500, 2, 501, "2")]
    [InlineData(1, 1, 3, 1, "3 2 1")]
    [InlineData(5, 0, 6, 0, "3")]
    [InlineData(1, -5, 1, 0, "")]
    public async Task A_version_is_current_until_the_next(int fromDay, int fromMilliseconds, int toDay, int toMilliseconds, string expected)
    {
        var key = await ThreeDaysAsync();
        var query = Of(key) with { AtFrom = Day(fromDay).AddMilliseconds(fromMilliseconds), AtTo = Day(toDay).AddMilliseconds(toMilliseconds) };

        Assert.Equal(expected, string.Join(' ', await Store.VersionsAsync(query)));
        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length, await Store.CountHistoryAsync(query, default));
    }

    private static HistoryQuery Of(ResourceKey key) => new() { Type = key.Type, Id = key.Id, Limit = 100 };

    private async Task<ResourceKey> ThreeDaysAsync()
    {
        var first = await Store.CreateAsync(NewKey(), at: Day(1));
        await Store.UpdateAsync(await Store.UpdateAsync(first, at: Day(2)), at: Day(3));
        return first.Key;
    }
}
