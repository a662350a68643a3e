using FhirNaltrexone.Storage.Interactions;
using static FhirNaltrexone.Storage.Tests.Interactions.InteractionFixture;

namespace FhirNaltrexone.Storage.Tests.Interactions;

public sealed class GroupUpdatesTests : IDisposable
{
    private readonly InteractionFixture _server = new();
    private readonly GroupUpdates _groups;

    public GroupUpdatesTests() => _groups = new(_server.Store, Extract, _server.Clock, _server.Options);

    [Fact]
    public async Task New_resources_are_created_under_their_ids()
    {
        var results = await Store("""{"resourceType":"Patient","id":"a"}""", """{"resourceType":"Person","id":"a"}""");

        Assert.Equal([201, 201], results.Select(answer => answer.Result.Status));
        Assert.Equal(200, (await _server.Read("Patient/a")).Status);
        Assert.Equal(1, (await _server.Read("Person/a")).Resource!.Version);
    }

    [Fact]
    public async Task What_is_there_already_makes_no_new_version_and_what_changed_does()
    {
        await Store("""{"resourceType":"Patient","id":"a"}""", """{"resourceType":"Patient","id":"b"}""");

        var results = await Store("""{"resourceType":"Patient","id":"a"}""", """{"resourceType":"Patient","id":"b","active":true}""");

        Assert.Equal([1, 2], results.Select(answer => answer.Result.Resource!.Version));
        Assert.Equal([true, false], results.Select(answer => answer.IsUnchanged));
        Assert.Equal(1, await _server.VersionsOf("Patient/a"));
        Assert.Equal(2, await _server.VersionsOf("Patient/b"));
    }

    [Fact]
    public async Task A_refused_resource_leaves_the_others_stored()
    {
        await _server.Put("Patient/a", """{"resourceType":"Patient","id":"a"}""");
        _server.Options.IsUpdateCreateAllowed = false;

        var results = await Store("""{"resourceType":"Patient","id":"new"}""", """{"resourceType":"Patient","id":"a","active":true}""");

        Assert.Equal(405, results[0].Result.Status);
        Assert.Equal(2, (await _server.Read("Patient/a")).Resource!.Version);
        Assert.Equal(404, (await _server.Read("Patient/new")).Status);
    }

    [Fact]
    public void A_resource_without_id_is_refused()
    {
        Assert.False(_groups.TryPrepare(Content("""{"resourceType":"Patient","active":true}"""), out _, out var refusal));
        Assert.Equal(400, refusal.Status);
    }

    [Fact]
    public void A_resource_larger_than_allowed_is_refused()
    {
        _server.Options.MaxResourceBytes = 10;

        Assert.False(_groups.TryPrepare(Content("""{"resourceType":"Patient","id":"a"}"""), out _, out var refusal));
        Assert.Equal(413, refusal.Status);
    }

    public void Dispose() => _server.Dispose();

    private Task<IReadOnlyList<GroupAnswer>> Store(params string[] resources)
        => _groups.StoreAsync([.. resources.Select(Prepared)], TestContext.Current.CancellationToken);

    private GroupUpdate Prepared(string json)
    {
        Assert.True(_groups.TryPrepare(Content(json), out var update, out _));
        return update;
    }
}
