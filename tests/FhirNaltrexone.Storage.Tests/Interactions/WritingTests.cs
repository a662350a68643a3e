using FhirNaltrexone.Storage.Resources;
using static FhirNaltrexone.Storage.Tests.Interactions.InteractionFixture;

namespace FhirNaltrexone.Storage.Tests.Interactions;

public sealed class WritingTests : IDisposable
{
    private const string Active = """{"resourceType":"Patient","id":"1","active":true}""";
    private const string Inactive = """{"resourceType":"Patient","id":"1","active":false}""";

    private readonly InteractionFixture _server = new();

    [Fact]
    public async Task A_created_resource_gets_an_id_of_the_server_and_version_1()
    {
        var created = await _server.Create("""{"resourceType":"Patient","id":"mine","meta":{"versionId":"7"},"active":true}""");

        Assert.Equal(201, created.Status);
        Assert.Matches("^[0-9a-f]{32}$", created.Resource!.Key.Id);
        Assert.Equal(ResourceChange.Create, created.Resource.Change);
        Assert.Equal(Start, created.Resource.LastUpdated);
        Assert.Equal("1", Json(created).GetProperty("meta").GetProperty("versionId").GetString());
        Assert.Equal(404, (await _server.Read("Patient/mine")).Status);
    }

    [Fact]
    public async Task Put_creates_under_the_id_of_the_client()
    {
        var created = await _server.Put("Patient/1", Active);

        Assert.Equal(201, created.Status);
        Assert.Equal(ResourceChange.CreateAs, created.Resource!.Change);
        Assert.Equal(200, (await _server.Read("Patient/1")).Status);
    }

    [Fact]
    public async Task Put_creates_nothing_when_the_server_chooses_all_ids()
    {
        _server.Options.IsUpdateCreateAllowed = false;

        Assert.Equal(405, (await _server.Put("Patient/1", Active)).Status);
        Assert.Equal(0, await _server.AllVersions());
    }

    [Fact]
    public async Task An_update_makes_the_next_version()
    {
        await _server.Put("Patient/1", Active);
        _server.Clock.Advance(TimeSpan.FromSeconds(1));

        var updated = await _server.Put("Patient/1", Inactive);

        Assert.Equal(200, updated.Status);
        Assert.Equal(2, updated.Resource!.Version);
        Assert.Equal(ResourceChange.Update, updated.Resource.Change);
        Assert.Equal(Start.AddSeconds(1), updated.Resource.LastUpdated);
    }

    [Fact]
    public async Task The_same_content_again_makes_no_version()
    {
        await _server.Put("Patient/1", Active);
        _server.Clock.Advance(TimeSpan.FromSeconds(1));

        var updated = await _server.Put("Patient/1", """{"resourceType":"Patient","meta":{"lastUpdated":"2001-01-01T00:00:00Z"},"id":"1","active":true}""");

        Assert.Equal(200, updated.Status);
        Assert.Equal(1, updated.Resource!.Version);
        Assert.Equal(1, await _server.VersionsOf("Patient/1"));
    }

    [Fact]
    public async Task Another_tag_makes_a_version()
    {
        await _server.Put("Patient/1", Active);

        var updated = await _server.Put("Patient/1", """{"resourceType":"Patient","id":"1","meta":{"tag":[{"code":"t"}]},"active":true}""");

        Assert.Equal(2, updated.Resource!.Version);
    }

    [Fact]
    public async Task Time_never_goes_back_when_the_clock_does()
    {
        await _server.Put("Patient/1", Active);
        _server.Clock.AdjustTime(Start.AddHours(-1));

        var updated = await _server.Put("Patient/1", Inactive);
        var deleted = await _server.Delete("Patient/1");

        Assert.Equal(Start.AddMilliseconds(1), updated.Resource!.LastUpdated);
        Assert.Equal(Start.AddMilliseconds(2), deleted.Resource!.LastUpdated);
    }

    [Theory]
    [InlineData("""{"resourceType":"Patient","active":true}""")]
    [InlineData("""{"resourceType":"Patient","id":"2","active":true}""")]
    [InlineData("""{"resourceType":"Person","id":"1","active":true}""")]
    public async Task The_content_must_bear_type_and_id_of_the_URL(string json)
    {
        Assert.Equal(400, (await _server.Put("Patient/1", json)).Status);
        Assert.Equal(0, await _server.AllVersions());
    }

    [Theory]
    [InlineData("W/\"1\"", 200)]
    [InlineData("\"1\"", 200)]
    [InlineData("W/\"3\", W/\"1\"", 200)]
    [InlineData("*", 200)]
    [InlineData("W/\"2\"", 412)]
    [InlineData("W/\"abc\"", 412)]
    [InlineData("W/\"1", 400)]
    [InlineData("", 400)]
    public async Task If_Match_guards_an_update(string tags, int status)
    {
        await _server.Put("Patient/1", Active);

        Assert.Equal(status, (await _server.Put("Patient/1", Inactive, ifMatch: tags)).Status);
        Assert.Equal(status == 200 ? 2 : 1, await _server.VersionsOf("Patient/1"));
    }

    [Fact]
    public async Task If_Match_demands_that_there_is_a_resource()
    {
        Assert.Equal(412, (await _server.Put("Patient/1", Active, ifMatch: "*")).Status);
        Assert.Equal(412, (await _server.Put("Patient/1", Active, ifMatch: "W/\"1\"")).Status);
        Assert.Equal(412, (await _server.Delete("Patient/1", ifMatch: "W/\"1\"")).Status);
        Assert.Equal(0, await _server.AllVersions());
    }

    [Fact]
    public async Task If_None_Match_star_only_creates()
    {
        Assert.Equal(201, (await _server.Put("Patient/1", Active, ifNoneMatch: "*")).Status);
        Assert.Equal(412, (await _server.Put("Patient/1", Inactive, ifNoneMatch: "*")).Status);
        await _server.Delete("Patient/1");
        Assert.Equal(201, (await _server.Put("Patient/1", Inactive, ifNoneMatch: "*")).Status);
    }

    [Fact]
    public async Task If_Match_can_be_demanded()
    {
        _server.Options.IsIfMatchRequired = true;

        Assert.Equal(201, (await _server.Put("Patient/1", Active)).Status);
        Assert.Equal(400, (await _server.Put("Patient/1", Inactive)).Status);
        Assert.Equal(400, (await _server.Delete("Patient/1")).Status);
        Assert.Equal(200, (await _server.Put("Patient/1", Inactive, ifMatch: "W/\"1\"")).Status);
        Assert.Equal(204, (await _server.Delete("Patient/1", ifMatch: "W/\"2\"")).Status);
    }

    [Fact]
    public async Task A_deleted_id_is_revived_with_201_and_the_next_version()
    {
        await _server.Put("Patient/1", Active);
        await _server.Delete("Patient/1");

        var revived = await _server.Put("Patient/1", Active);

        Assert.Equal(201, revived.Status);
        Assert.Equal(3, revived.Resource!.Version);
    }

    [Fact]
    public async Task Deleting_again_or_what_never_was_makes_no_version()
    {
        Assert.Equal(204, (await _server.Delete("Patient/1")).Status);
        await _server.Put("Patient/1", Active);
        Assert.Equal(204, (await _server.Delete("Patient/1")).Status);
        Assert.Equal(204, (await _server.Delete("Patient/1")).Status);

        Assert.Equal(2, await _server.AllVersions());
    }

    [Fact]
    public async Task A_stale_delete_deletes_nothing()
    {
        await _server.Put("Patient/1", Active);

        Assert.Equal(412, (await _server.Delete("Patient/1", ifMatch: "W/\"7\"")).Status);
        Assert.Equal(200, (await _server.Read("Patient/1")).Status);
    }

    [Fact]
    public async Task A_part_of_a_resource_is_not_stored_as_the_whole()
    {
        const string Part = """{"resourceType":"Patient","id":"1","meta":{"tag":[{"code":"SUBSETTED"}]},"active":true}""";

        Assert.Equal(422, (await _server.Put("Patient/1", Part)).Status);
        Assert.Equal(422, (await _server.Create(Part)).Status);
        Assert.Equal(0, await _server.AllVersions());
    }

    public void Dispose() => _server.Dispose();
}
