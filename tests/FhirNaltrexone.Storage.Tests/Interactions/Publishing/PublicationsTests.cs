using System.Text;
using FhirNaltrexone.Storage.Interactions.Publishing;
using FhirNaltrexone.Storage.Resources;
using static FhirNaltrexone.Storage.Tests.Interactions.InteractionFixture;

namespace FhirNaltrexone.Storage.Tests.Interactions.Publishing;

public sealed class PublicationsTests : IDisposable
{
    private const string UrlBase = "http://ours.example.org/";
    private const string A = """{"resourceType":"Questionnaire","id":"a","url":"http://ours.example.org/Questionnaire/a","status":"active","title":"A"}""";
    private const string NewA = """{"resourceType":"Questionnaire","id":"a","url":"http://ours.example.org/Questionnaire/a","status":"active","title":"New"}""";
    private const string B = """{"resourceType":"ValueSet","id":"b","url":"http://ours.example.org/ValueSet/b","status":"draft"}""";
    private const string Theirs = """{"resourceType":"Questionnaire","id":"a","url":"http://theirs.example.org/a","status":"active"}""";

    private readonly InteractionFixture _server = new();

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task Content_is_stored_and_found_beside_what_clients_have()
    {
        await _server.Put("Questionnaire/c", """{"resourceType":"Questionnaire","id":"c","status":"active"}""");

        var report = await Publish(A, B);

        Assert.Equal((2, 0, 0, 0), (report.Written, report.Unchanged, report.Retired, report.Kept.Count));
        Assert.Equal(["a", "c"], await _server.Search("Questionnaire", "status=active"));
        Assert.Equal((1, ResourceChange.Publish), await Newest("Questionnaire/a"));
    }

    [Fact]
    public async Task The_same_content_again_writes_nothing()
    {
        await Publish(A, B);

        var again = await Publish(A, B);

        Assert.Equal((0, 2, 0), (again.Written, again.Unchanged, again.Retired));
        Assert.Equal(2, await _server.AllVersions());
    }

    [Fact]
    public async Task Changed_content_makes_a_version_and_the_rest_none()
    {
        await Publish(A, B);

        var report = await Publish(NewA, B);

        Assert.Equal((1, 1, 0), (report.Written, report.Unchanged, report.Retired));
        Assert.Equal((2, ResourceChange.Republish), await Newest("Questionnaire/a"));
        Assert.Equal((1, ResourceChange.Publish), await Newest("ValueSet/b"));
        Assert.Contains("\"A\"", Text(await _server.ReadVersion("Questionnaire/a", "1")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_content_no_more_is_retired_once_and_comes_back_when_it_is_content_again()
    {
        await Publish(A, B);

        Assert.Equal(1, (await Publish(A)).Retired);
        Assert.Equal("retired", Json(await _server.Read("ValueSet/b")).GetProperty("status").GetString());
        Assert.Equal("http://ours.example.org/ValueSet/b", Json(await _server.Read("ValueSet/b")).GetProperty("url").GetString());
        Assert.Equal(["b"], await _server.Search("ValueSet", "status=retired"));
        Assert.Equal(0, (await Publish(A)).Retired);
        Assert.Equal((2, ResourceChange.Republish), await Newest("ValueSet/b"));

        await Publish(A, B);

        Assert.Equal("draft", Json(await _server.Read("ValueSet/b")).GetProperty("status").GetString());
    }

    [Fact]
    public async Task What_a_client_has_stored_under_an_id_of_the_content_stays_theirs_and_is_told()
    {
        await _server.Put("Questionnaire/a", Theirs);

        var report = await Publish(A, B);

        Assert.Equal([Key("Questionnaire/a")], report.Kept);
        Assert.Equal((1, 0), (report.Written, report.Unchanged));
        Assert.Contains("theirs", Text(await _server.Read("Questionnaire/a")), StringComparison.Ordinal);
        Assert.Equal(200, (await _server.Put("Questionnaire/a", Theirs.Replace("active", "draft", StringComparison.Ordinal))).Status);
        Assert.Equal(204, (await _server.Delete("Questionnaire/a")).Status);
    }

    [Fact]
    public async Task Equal_content_stored_by_a_client_is_theirs_too()
    {
        await _server.Put("Questionnaire/a", A);

        Assert.Equal([Key("Questionnaire/a")], (await Publish(A)).Kept);
        Assert.Equal((1, ResourceChange.CreateAs), await Newest("Questionnaire/a"));
    }

    [Fact]
    public async Task An_id_that_a_client_has_given_up_is_used()
    {
        await _server.Put("Questionnaire/a", Theirs);
        await _server.Delete("Questionnaire/a");

        var report = await Publish(A);

        Assert.Empty(report.Kept);
        Assert.Equal((3, ResourceChange.Publish), await Newest("Questionnaire/a"));
    }

    [Fact]
    public async Task A_client_that_names_our_urls_owns_what_it_stores()
    {
        const string Copy = """{"resourceType":"Questionnaire","id":"copy","url":"http://ours.example.org/Questionnaire/a","status":"active","title":"A"}""";
        await Publish(A);
        await _server.Put("Questionnaire/copy", Copy);

        var report = await Publish(A);

        Assert.Equal((0, 1, 0), (report.Written, report.Unchanged, report.Retired));
        Assert.Equal(200, (await _server.Put("Questionnaire/copy", Copy.Replace("active", "draft", StringComparison.Ordinal))).Status);
    }

    [Fact]
    public async Task More_than_a_page_is_published_and_recognised()
    {
        string[] many = [.. Enumerable.Range(0, 130).Select(i => $$"""{"resourceType":"Questionnaire","id":"l{{i}}","url":"http://ours.example.org/Questionnaire/l{{i}}","status":"active"}""")];

        Assert.Equal(130, (await Publish(many)).Written);
        Assert.Equal((0, 130), await Published(many));
        Assert.Equal(30, (await Publish(many[..100])).Retired);
    }

    private async Task<(int Written, int Unchanged)> Published(string[] resources)
        => await Publish(resources) is var report ? (report.Written, report.Unchanged) : default;

    private async Task<(int Version, ResourceChange Change)> Newest(string reference)
        => (await _server.Read(reference)).Resource is { } resource ? (resource.Version, resource.Change) : default;

    private Task<PublicationReport> Publish(params string[] resources)
        => new Publications(_server.Store, Extract, _server.Clock, _server.Options).PublishAsync(
            UrlBase,
            resources.ToDictionary(json => new ResourceKey(Content(json).Type, Content(json).Id!), json => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(json)),
            TestContext.Current.CancellationToken);
}
