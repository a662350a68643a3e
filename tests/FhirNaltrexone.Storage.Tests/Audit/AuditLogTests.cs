using System.Text;
using System.Text.Json;
using FhirNaltrexone.Storage.Audit;
using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Search;
using FhirNaltrexone.Storage.Search.Expressions;
using FhirNaltrexone.Storage.Search.Parameters;

namespace FhirNaltrexone.Storage.Tests.Audit;

/// <summary>What every engine must do for the audit chain. Each engine runs it all.</summary>
public abstract class AuditLogTests
{
    protected static readonly AuditSeal Seal = new("0123456789abcdef0123456789abcdef"u8.ToArray());
    private static readonly DateTimeOffset Recorded = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly IndexExtractor Extractor = new(SearchParameterSet.Core, new IndexingOptions());

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Links_follow_each_other_without_gaps_however_many_write_at_once()
    {
        var stores = await OpenAsync();

        await Task.WhenAll(Enumerable.Range(0, 40).Select(number => Task.Run(() => RecordAsync(stores, $"a{number}", $"b{number}"))));

        var links = await stores.Audit.ListAsync(0, 1000, Cancel);
        Assert.Equal(Enumerable.Range(1, 80).Select(position => (long)position), links.Select(link => link.Position));
        var hash = AuditSeal.Origin;
        foreach (var link in links) hash = Followed(hash, link);
        Assert.Equal(new AuditHead(80, hash), await stores.Audit.HeadAsync(Cancel));
    }

    [Fact]
    public async Task A_unit_that_does_not_commit_leaves_no_link()
    {
        var stores = await OpenAsync();
        await stores.Resources.WriteAsync(
            async (unit, token) =>
            {
                await unit.ChainAsync(await unit.WriteAsync([Record("gone")], token), Seal, token);
                return Decision.Rollback(0);
            },
            Cancel);

        Assert.Empty(await stores.Audit.ListAsync(0, 10, Cancel));
        Assert.Equal(0, (await stores.Audit.HeadAsync(Cancel)).Position);
    }

    [Fact]
    public async Task How_far_records_can_be_searched_for_never_goes_back()
    {
        var stores = await OpenAsync();
        Assert.Equal(0, await stores.Audit.IndexedAsync(Cancel));

        await stores.Audit.NoteIndexedAsync(7, Cancel);
        await stores.Audit.NoteIndexedAsync(5, Cancel);

        Assert.Equal(7, await stores.Audit.IndexedAsync(Cancel));
    }

    [Fact]
    public async Task A_record_stored_without_index_is_found_after_it_got_one_and_getting_it_twice_does_no_harm()
    {
        var stores = await OpenAsync();
        await RecordAsync(stores, "one");
        var before = await FoundAsync(stores);

        var first = await ReindexAsync(stores, "one");
        var second = await ReindexAsync(stores, "one");

        Assert.Empty(before);
        Assert.Equal((1L, 1L), (first, second));
        Assert.Equal(["one"], await FoundAsync(stores));
    }

    [Fact]
    public async Task What_has_changed_since_it_was_read_keeps_the_index_of_the_change()
    {
        var stores = await OpenAsync();
        await RecordAsync(stores, "one");
        var read = await stores.Resources.ReadAsync(new("AuditEvent", "one"), Cancel);
        await stores.Resources.WriteAsync(
            async (unit, token) =>
            {
                await unit.LockAsync([read!.Key], token);
                await unit.WriteAsync([Record("one") with { Version = 2, Change = ResourceChange.Delete, Json = default }], token);
                return Decision.Commit(0);
            },
            Cancel);

        Assert.Equal(0, await ReindexAsync(stores, read!));
        Assert.Empty(await FoundAsync(stores));
    }

    [Fact]
    public async Task Records_without_link_or_with_a_second_version_are_strays_and_those_of_clients_are_counted()
    {
        var stores = await OpenAsync();
        await RecordAsync(stores, "linked", "rewritten");
        await stores.Resources.WriteAsync(
            async (unit, token) =>
            {
                await unit.LockAsync([new("AuditEvent", "rewritten")], token);
                await unit.WriteAsync(
                    [Record("unlinked"), Record("theirs") with { Change = ResourceChange.CreateAs }, Record("rewritten") with { Version = 2, Change = ResourceChange.Republish }], token);
                return Decision.Commit(0);
            },
            Cancel);

        var strays = await stores.Audit.StraysAsync(10, Cancel);

        Assert.Equal(["rewritten", "unlinked"], strays.Select(stray => stray.Id).Distinct().Order());
        Assert.Contains(("unlinked", "has no link in the chain."), strays);
        Assert.Contains(("rewritten", "was written again."), strays);
        Assert.Single(await stores.Audit.StraysAsync(1, Cancel));
        Assert.Equal(1, await stores.Audit.CountForeignAsync(Cancel));
    }

    [Fact]
    public async Task A_record_kept_long_enough_and_removed_is_no_stray()
    {
        var stores = await OpenAsync();
        await RecordAsync(stores, "old");
        await stores.Resources.WriteAsync(
            async (unit, token) =>
            {
                await unit.LockAsync([new("AuditEvent", "old")], token);
                await unit.WriteAsync([Record("old") with { Version = 2, Change = ResourceChange.Delete, Json = default }], token);
                return Decision.Commit(0);
            },
            Cancel);
        Assert.Contains(("old", "is hidden."), await stores.Audit.StraysAsync(10, Cancel));

        await stores.Audit.ExpireAsync(1, Cancel);

        Assert.Empty(await stores.Audit.StraysAsync(10, Cancel));
    }

    protected abstract Task<ResourceStores> OpenAsync();

    private static string Followed(string before, AuditLink link)
    {
        Assert.Equal(Seal.OfLink(before, link.Position, link.Id, link.Recorded, link.Content), link.Hash);
        return link.Hash;
    }

    protected static ResourceWrite Record(string id) => new()
    {
        Key = new("AuditEvent", id),
        Version = 1,
        LastUpdated = Recorded,
        Change = ResourceChange.Publish,
        Json = Encoding.UTF8.GetBytes($$"""{"resourceType":"AuditEvent","id":"{{id}}","action":"R"}"""),
        Index = IndexEntries.Empty,
    };

    protected static Task<int> RecordAsync(ResourceStores stores, params string[] ids) => stores.Resources.WriteAsync(
        async (unit, token) =>
        {
            await unit.ChainAsync(await unit.WriteAsync([.. ids.Select(Record)], token), Seal, token);
            return Decision.Commit(ids.Length);
        },
        Cancel);

    private static async Task<long> ReindexAsync(ResourceStores stores, string id)
        => await ReindexAsync(stores, (await stores.Resources.ReadAsync(new("AuditEvent", id), Cancel))!);

    private static Task<long> ReindexAsync(ResourceStores stores, ResourceVersion version)
    {
        using var document = JsonDocument.Parse(version.Json);
        var entries = Extractor.Extract("AuditEvent", document.RootElement);
        return stores.Resources.WriteAsync(
            async (unit, token) => Decision.Commit(await unit.ReindexAsync([(version, entries)], token)), Cancel);
    }

    private static async Task<IEnumerable<string>> FoundAsync(ResourceStores stores)
    {
        var page = await stores.Resources.SearchAsync(
            new SearchQuery { Types = ["AuditEvent"], Filter = new HasEntry([ParameterKey.Of("AuditEvent", "action")], new TokenTest([new("r", null)])), Count = 10 }, Cancel);
        return page.Matches.Select(version => version.Key.Id);
    }
}
