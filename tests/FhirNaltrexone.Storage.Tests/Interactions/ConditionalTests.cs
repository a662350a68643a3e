using FhirNaltrexone.Storage.Interactions;
using static FhirNaltrexone.Storage.Tests.Interactions.InteractionFixture;

namespace FhirNaltrexone.Storage.Tests.Interactions;

public sealed class ConditionalTests : IDisposable
{
    private readonly InteractionFixture _server = new();

    [Fact]
    public async Task A_conditional_create_creates_once()
    {
        var first = await _server.Create(Patient("a"), "identifier=urn:s|a");
        var second = await _server.Create(Patient("a", "female"), "identifier=urn:s|a");

        Assert.Equal(201, first.Status);
        Assert.Equal(200, second.Status);
        Assert.Equal(first.Resource!.Key, second.Resource!.Key);
        Assert.Equal(1, await _server.AllVersions());
    }

    [Theory]
    [InlineData("identifier=urn:s|a")]
    [InlineData("?identifier=urn:s|a")]
    [InlineData("Patient?identifier=urn:s|a")]
    [InlineData("http://example.org/fhir/Patient?identifier=urn:s|a")]
    [InlineData("identifier=urn%3As%7Ca")]
    [InlineData("identifier%3Durn%3As%7Ca")]
    public async Task Criteria_are_taken_as_real_clients_write_them(string criteria)
    {
        await _server.Create(Patient("a"));

        Assert.Equal(200, (await _server.Create(Patient("a"), criteria)).Status);
    }

    [Theory]
    [InlineData("Person?identifier=urn:s|a")]
    [InlineData("")]
    [InlineData("?")]
    [InlineData("identifier=")]
    [InlineData("nonsense=1")]
    public async Task Criteria_that_would_match_too_much_are_refused(string criteria)
    {
        var conditions = WriteConditions.None;
        var token = TestContext.Current.CancellationToken;
        await _server.Create(Patient("a"));

        Assert.Equal(400, (await _server.Create(Patient("a"), criteria)).Status);
        Assert.Equal(400, (await _server.Interactions.UpdateWhereAsync("Patient", criteria, Content(Patient("a")), conditions, token)).Status);
        Assert.Equal(400, (await _server.Interactions.DeleteWhereAsync("Patient", criteria, conditions, token)).Status);
        Assert.Equal(1, await _server.AllVersions());
    }

    [Fact]
    public async Task A_conditional_create_with_several_matches_fails()
    {
        await _server.Create(Patient("a"));
        await _server.Create(Patient("a"));

        Assert.Equal(412, (await _server.Create(Patient("a"), "identifier=a")).Status);
        Assert.Equal(2, await _server.AllVersions());
    }

    [Fact]
    public async Task A_deleted_match_does_not_count()
    {
        var first = await _server.Create(Patient("a"), "identifier=a");
        await _server.Delete(first.Resource!.Key.ToString());

        Assert.Equal(201, (await _server.Create(Patient("a"), "identifier=a")).Status);
    }

    [Fact]
    public async Task Of_32_parallel_conditional_creates_one_creates()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(() => _server.Create(Patient("a"), "identifier=urn:s|a"))));

        Assert.Single(results, result => result.Status == 201);
        Assert.Equal(31, results.Count(result => result.Status == 200));
        Assert.Single(results.Select(result => result.Resource!.Key).Distinct());
        Assert.Equal(1, await _server.AllVersions());
    }

    [Fact]
    public async Task Criteria_with_one_identifier_in_common_take_the_same_lock()
    {
        Assert.True(Criteria.TryRead(Searches.TryReadCriteria, "Patient", "identifier=urn:s|A", Start, out var narrow, out _));
        Assert.True(Criteria.TryRead(Searches.TryReadCriteria, "Patient", "gender=male&identifier=a", Start, out var wide, out _));
        Assert.True(Criteria.TryRead(Searches.TryReadCriteria, "Patient", "gender=male", Start, out var other, out _));
        Assert.True(Criteria.TryRead(Searches.TryReadCriteria, "Person", "identifier=a", Start, out var person, out _));

        Assert.Equal(narrow.Locks, wide.Locks);
        Assert.NotEqual(narrow.Locks, other.Locks);
        Assert.NotEqual(narrow.Locks, person.Locks);
        await Task.CompletedTask;
    }

    [Fact]
    public async Task A_conditional_update_without_match_creates()
    {
        var created = await UpdateWhere("identifier=a", Patient("a"));

        Assert.Equal(201, created.Status);
        Assert.Matches("^[0-9a-f]{32}$", created.Resource!.Key.Id);
    }

    [Fact]
    public async Task A_conditional_update_without_match_creates_under_the_id_given()
    {
        var created = await UpdateWhere("identifier=a", Patient("a", id: "mine"));

        Assert.Equal(201, created.Status);
        Assert.Equal("mine", created.Resource!.Key.Id);
    }

    [Fact]
    public async Task A_conditional_update_does_not_overwrite_another_resource_of_that_id()
    {
        await _server.Put("Patient/mine", Patient("b", id: "mine"));

        Assert.Equal(409, (await UpdateWhere("identifier=a", Patient("a", id: "mine"))).Status);
        Assert.Equal(1, await _server.AllVersions());
    }

    [Fact]
    public async Task A_conditional_update_updates_its_match()
    {
        await _server.Put("Patient/1", Patient("a", id: "1"));

        var without = await UpdateWhere("identifier=a", Patient("a", "female"));
        var with = await UpdateWhere("identifier=a", Patient("a", "other", id: "1"));

        Assert.Equal((200, 2), (without.Status, without.Resource!.Version));
        Assert.Equal((200, 3), (with.Status, with.Resource!.Version));
        Assert.Equal("1", Json(without).GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_conditional_update_refuses_another_id_than_that_of_its_match()
    {
        await _server.Put("Patient/1", Patient("a", id: "1"));

        Assert.Equal(400, (await UpdateWhere("identifier=a", Patient("a", id: "2"))).Status);
    }

    [Fact]
    public async Task A_conditional_update_with_several_matches_fails()
    {
        await _server.Create(Patient("a"));
        await _server.Create(Patient("a"));

        Assert.Equal(412, (await UpdateWhere("identifier=a", Patient("a", "female"))).Status);
        Assert.Equal(2, await _server.AllVersions());
    }

    [Fact]
    public async Task A_conditional_update_honours_If_Match()
    {
        await _server.Put("Patient/1", Patient("a", id: "1"));

        Assert.Equal(412, (await UpdateWhere("identifier=a", Patient("a", "female"), "W/\"2\"")).Status);
        Assert.Equal(412, (await UpdateWhere("identifier=none", Patient("none"), "*")).Status);
        Assert.Equal(200, (await UpdateWhere("identifier=a", Patient("a", "female"), "W/\"1\"")).Status);
    }

    [Fact]
    public async Task A_conditional_delete_deletes_its_match_and_nothing_is_no_error()
    {
        await _server.Put("Patient/1", Patient("a", id: "1"));

        Assert.Equal(204, (await DeleteWhere("identifier=none")).Status);
        Assert.Equal(204, (await DeleteWhere("identifier=a")).Status);
        Assert.Equal(410, (await _server.Read("Patient/1")).Status);
        Assert.Equal(2, await _server.AllVersions());
    }

    [Fact]
    public async Task A_conditional_delete_refuses_several_matches_unless_they_are_allowed()
    {
        await _server.Create(Patient("a"));
        await _server.Create(Patient("a"));

        Assert.Equal(412, (await DeleteWhere("identifier=a")).Status);
        Assert.Equal(2, await _server.AllVersions());
        _server.Options.MaxConditionalDeletes = 2;
        Assert.Equal(204, (await DeleteWhere("identifier=a")).Status);
        Assert.Equal(4, await _server.AllVersions());
    }

    [Fact]
    public async Task A_conditional_delete_of_more_than_the_limit_deletes_nothing()
    {
        _server.Options.MaxConditionalDeletes = 2;
        for (var count = 0; count < 3; count++) await _server.Create(Patient("a"));

        Assert.Equal(412, (await DeleteWhere("identifier=a")).Status);
        Assert.Equal(3, await _server.AllVersions());
    }

    public void Dispose() => _server.Dispose();

    private static string Patient(string identifier, string gender = "male", string? id = null)
        => $$"""{"resourceType":"Patient",{{(id is null ? "" : $"\"id\":\"{id}\",")}}"identifier":[{"system":"urn:s","value":"{{identifier}}"}],"gender":"{{gender}}"}""";

    private Task<InteractionResult> UpdateWhere(string criteria, string json, string? ifMatch = null)
        => _server.Interactions.UpdateWhereAsync(
            "Patient", criteria, Content(json), new() { IfMatch = ifMatch }, TestContext.Current.CancellationToken);

    private Task<InteractionResult> DeleteWhere(string criteria)
        => _server.Interactions.DeleteWhereAsync("Patient", criteria, WriteConditions.None, TestContext.Current.CancellationToken);
}
