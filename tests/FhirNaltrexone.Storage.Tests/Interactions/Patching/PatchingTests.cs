using System.Text;
using FhirNaltrexone.Storage.Interactions;
using FhirNaltrexone.Storage.Interactions.Patching;
using FhirNaltrexone.Storage.Resources;
using static FhirNaltrexone.Storage.Tests.Interactions.InteractionFixture;

namespace FhirNaltrexone.Storage.Tests.Interactions.Patching;

public sealed class PatchingTests : IDisposable
{
    private const string Patient =
        """{"resourceType":"Patient","id":"1","identifier":[{"system":"urn:s","value":"a"}],"gender":"male","birthDate":"1970-01-01"}""";

    private const string Female = """[{"op":"replace","path":"/gender","value":"female"}]""";

    private readonly InteractionFixture _server = new();

    [Fact]
    public async Task A_patch_makes_the_next_version()
    {
        await _server.Put("Patient/1", Patient);

        var patched = await Patch(Female);

        Assert.Equal(200, patched.Status);
        Assert.Equal((2, ResourceChange.Patch), (patched.Resource!.Version, patched.Resource.Change));
        Assert.Equal("female", Json(patched).GetProperty("gender").GetString());
        Assert.Equal("2", Json(patched).GetProperty("meta").GetProperty("versionId").GetString());
    }

    [Fact]
    public async Task A_patch_is_found_by_its_new_values()
    {
        await _server.Put("Patient/1", Patient);
        await Patch(Female);

        var match = await _server.Create(Patient, "gender=female");

        Assert.Equal((200, "1"), (match.Status, match.Resource!.Key.Id));
    }

    [Fact]
    public async Task A_patch_that_changes_nothing_makes_no_version()
    {
        await _server.Put("Patient/1", Patient);

        Assert.Equal(1, (await Patch("""[{"op":"test","path":"/gender","value":"male"}]""")).Resource!.Version);
    }

    [Fact]
    public async Task What_is_not_there_cannot_be_patched()
    {
        Assert.Equal(404, (await Patch(Female)).Status);
        await _server.Put("Patient/1", Patient);
        await _server.Delete("Patient/1");
        Assert.Equal(410, (await Patch(Female)).Status);
    }

    [Theory]
    [InlineData("W/\"1\"", 200)]
    [InlineData("W/\"2\"", 412)]
    public async Task If_Match_guards_a_patch(string tags, int status)
    {
        await _server.Put("Patient/1", Patient);

        Assert.Equal(status, (await Patch(Female, tags)).Status);
    }

    [Theory]
    [InlineData("""[{"op":"replace","path":"/id","value":"2"}]""")]
    [InlineData("""[{"op":"remove","path":"/id"}]""")]
    [InlineData("""[{"op":"replace","path":"/resourceType","value":"Person"}]""")]
    [InlineData("""[{"op":"replace","path":"/meta/versionId","value":"9"}]""")]
    [InlineData("""[{"op":"replace","path":"/meta/lastUpdated","value":"2001-01-01T00:00:00Z"}]""")]
    [InlineData("""[{"op":"replace","path":"","value":[]}]""")]
    [InlineData("""[{"op":"replace","path":"/gender","value":"banana"}]""")]
    [InlineData("""[{"op":"replace","path":"/gender","value":{}}]""")]
    [InlineData("""[{"op":"replace","path":"/gender","value":null}]""")]
    [InlineData("""[{"op":"add","path":"/nonsense","value":1}]""")]
    [InlineData("""[{"op":"add","path":"/language","value":"\u0000"}]""")]
    public async Task The_result_must_be_the_same_resource_and_well_formed(string patch)
    {
        await _server.Put("Patient/1", Patient);

        Assert.Equal(422, (await Patch(patch)).Status);
        Assert.Equal(1, await _server.VersionsOf("Patient/1"));
    }

    [Fact]
    public async Task The_result_must_not_be_too_large()
    {
        _server.Options.MaxResourceBytes = 2_000;
        await _server.Put("Patient/1", Patient);

        Assert.Equal(413, (await Patch($$$"""[{"op":"add","path":"/name","value":[{"text":"{{{new string('x', 2_000)}}}"}]}]""")).Status);
    }

    [Fact]
    public async Task A_conditional_patch_needs_one_match()
    {
        Assert.Equal(404, (await PatchWhere("identifier=a")).Status);
        await _server.Put("Patient/1", Patient);
        Assert.Equal(200, (await PatchWhere("identifier=a")).Status);
        await _server.Create(Patient);
        Assert.Equal(412, (await PatchWhere("identifier=a")).Status);
        Assert.Equal(400, (await PatchWhere("nonsense=a")).Status);
    }

    [Fact]
    public async Task A_conditional_patch_lets_others_write_meanwhile_and_is_of_what_matches_then()
    {
        await _server.Put("Patient/1", Patient);
        var edit = new OvertakenEdit(async () =>
        {
            await _server.Delete("Patient/1");
            await _server.Put("Patient/2", Patient.Replace("\"id\":\"1\"", "\"id\":\"2\"", StringComparison.Ordinal).Replace("1970", "1980", StringComparison.Ordinal));
        });

        var patched = await _server.Interactions.PatchWhereAsync("Patient", "identifier=a", edit, WriteConditions.None, TestContext.Current.CancellationToken);

        Assert.Equal((200, Key("Patient/2"), 2), (patched.Status, patched.Resource!.Key, edit.Times));
        Assert.Equal(("female", "1980-01-01"), (Json(patched).GetProperty("gender").GetString(), Json(patched).GetProperty("birthDate").GetString()));
    }

    [Fact]
    public async Task Patches_of_several_clients_at_once_all_take_effect()
    {
        await _server.Put("Patient/1", """{"resourceType":"Patient","id":"1","name":[{"text":"0"}]}""");

        var results = await Task.WhenAll(Enumerable.Range(1, 16).Select(number => Task.Run(
            () => Patch($$$"""[{"op":"add","path":"/name/-","value":{"text":"{{{number}}}"}}]"""))));

        Assert.All(results, result => Assert.Equal(200, result.Status));
        var names = Json(await _server.Read("Patient/1")).GetProperty("name").EnumerateArray().Select(name => name.GetProperty("text").GetString());
        Assert.Equal(Enumerable.Range(0, 17).Select(number => $"{number}").Order(), names.Order());
    }

    public void Dispose() => _server.Dispose();

    private Task<InteractionResult> Patch(string json, string? ifMatch = null)
        => _server.Interactions.PatchAsync(Key("Patient/1"), Edit(json), new() { IfMatch = ifMatch }, TestContext.Current.CancellationToken);

    private Task<InteractionResult> PatchWhere(string criteria)
        => _server.Interactions.PatchWhereAsync(
            "Patient", criteria, Edit("""[{"op":"add","path":"/active","value":true}]"""), WriteConditions.None, TestContext.Current.CancellationToken);

    private JsonPatch Edit(string json)
    {
        Assert.True(JsonPatch.TryRead(Encoding.UTF8.GetBytes(json), _server.Options, out var patch, out _));
        return patch;
    }
}
