using FhirNaltrexone.Server.Tests.Rest;

namespace FhirNaltrexone.Server.Tests.Operations.Reading;

/// <summary>$meta, $meta-add, $meta-delete and $purge-history over HTTP (FHIR R4, Resource).</summary>
public sealed class MetaTests : IDisposable
{
    private const string Tag = """{"resourceType":"Parameters","parameter":[{"name":"meta","valueMeta":{"tag":[{"system":"http://example.org","code":"checked"}]}}]}""";

    private readonly FhirHttp _fhir = new();

    public void Dispose() => _fhir.Dispose();

    [Fact]
    public async Task Labels_are_added_listed_at_all_levels_and_taken_away()
    {
        await _fhir.StoreAsync("""{"resourceType":"Patient","id":"a","meta":{"profile":["http://example.org/p"]}}""");
        await _fhir.StoreAsync("""{"resourceType":"Basic","id":"x","meta":{"security":[{"system":"http://example.org","code":"R"}]},"code":{"text":"x"}}""");

        using var added = await _fhir.PostAsync("/fhir/Patient/a/$meta-add", Tag);
        Assert.Equal("checked", (string?)(await MetaAsync(added))["tag"]![0]!["code"]);

        using var instance = await _fhir.GetAsync("/fhir/Patient/a/$meta");
        var meta = await MetaAsync(instance);
        Assert.Equal(("2", "checked", "http://example.org/p"), ((string?)meta["versionId"], (string?)meta["tag"]![0]!["code"], (string?)meta["profile"]![0]));
        using var type = await _fhir.GetAsync("/fhir/Patient/$meta");
        Assert.Equal(["profile", "tag"], (await MetaAsync(type)).Select(member => member.Key));
        using var system = await _fhir.PostAsync("/fhir/$meta", null);
        Assert.Equal(["profile", "security", "tag"], (await MetaAsync(system)).Select(member => member.Key));

        using var removed = await _fhir.PostAsync("/fhir/Patient/a/$meta-delete", Tag);
        Assert.Null((await MetaAsync(removed))["tag"]);
    }

    [Fact]
    public async Task Changes_go_by_post_only_and_need_a_meta()
    {
        await _fhir.StoreAsync("""{"resourceType":"Patient","id":"a"}""");

        using var get = await _fhir.GetAsync("/fhir/Patient/a/$meta-add");
        using var empty = await _fhir.PostAsync("/fhir/Patient/a/$meta-add", null);
        using var unknown = await _fhir.PostAsync("/fhir/Patient/none/$meta-add", Tag);

        await get.IssueAsync(405);
        await empty.IssueAsync(400);
        await unknown.IssueAsync(404);
    }

    [Fact]
    public async Task A_purge_leaves_the_newest_version_only()
    {
        await _fhir.StoreAsync("""{"resourceType":"Patient","id":"a","active":true}""");
        await _fhir.StoreAsync("""{"resourceType":"Patient","id":"a","active":false}""");

        using var purged = await _fhir.PostAsync("/fhir/Patient/a/$purge-history", null);

        Assert.Equal(200, (int)purged.StatusCode);
        using var first = await _fhir.GetAsync("/fhir/Patient/a/_history/1");
        await first.IssueAsync(404);
        using var second = await _fhir.GetAsync("/fhir/Patient/a/_history/2");
        Assert.Equal(200, (int)second.StatusCode);
    }

    private static async Task<System.Text.Json.Nodes.JsonObject> MetaAsync(HttpResponseMessage response)
    {
        var parameters = await response.JsonAsync();
        Assert.True(response.IsSuccessStatusCode, parameters.ToJsonString());
        Assert.Equal("return", (string?)parameters["parameter"]![0]!["name"]);
        return parameters["parameter"]![0]!["valueMeta"]!.AsObject();
    }
}
