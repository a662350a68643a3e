using System.Text.Json;
using FhirNaltrexone.Storage.Interactions;
using static FhirNaltrexone.Storage.Tests.Interactions.InteractionFixture;

namespace FhirNaltrexone.Storage.Tests.Interactions;

public sealed class MetaEditTests : IDisposable
{
    private readonly InteractionFixture _server = new();

    [Fact]
    public async Task Labels_are_added_once_and_make_a_version()
    {
        await _server.Put("Patient/1", """{"resourceType":"Patient","id":"1","active":true}""");

        var added = await Apply("""{"tag":[{"system":"urn:t","code":"a"}],"profile":["http://example.org/p"]}""", false);
        var again = await Apply("""{"tag":[{"system":"urn:t","code":"a","display":"A"}]}""", false);

        Assert.Equal((200, 2), (added.Status, added.Resource!.Version));
        Assert.Equal(2, again.Resource!.Version);
        Assert.Equal("""[{"system":"urn:t","code":"a"}]""", Json(added).GetProperty("meta").GetProperty("tag").GetRawText());
        Assert.Equal("""["http://example.org/p"]""", Json(added).GetProperty("meta").GetProperty("profile").GetRawText());
        Assert.Equal(1, added.Resource.Json.Span.IndexOf("resourceType"u8) - 1);
    }

    [Fact]
    public async Task Labels_are_taken_away_by_system_and_code()
    {
        await _server.Put(
            "Patient/1",
            """{"resourceType":"Patient","id":"1","meta":{"tag":[{"system":"urn:t","code":"a"},{"code":"a"}],"security":[{"code":"R"}]},"active":true}""");

        var result = await Apply("""{"tag":[{"system":"urn:t","code":"a"}],"security":[{"code":"R"}]}""", true);

        var meta = Json(result).GetProperty("meta");
        Assert.Equal("""[{"code":"a"}]""", meta.GetProperty("tag").GetRawText());
        Assert.False(meta.TryGetProperty("security", out _));
    }

    [Fact]
    public async Task Other_members_keep_their_bytes()
    {
        await _server.Put("Observation/1", """{"resourceType":"Observation","id":"1","status":"final","code":{"text":"\u0041 x"},"valueQuantity":{"value":1.50}}""");

        var result = await Apply("""{"tag":[{"code":"a"}]}""", false, "Observation/1");

        Assert.EndsWith(""","status":"final","code":{"text":"\u0041 x"},"valueQuantity":{"value":1.50}}""", Text(result), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_there_cannot_be_labelled()
    {
        Assert.Equal(404, (await Apply("""{"tag":[{"code":"a"}]}""", false)).Status);
        await _server.Put("Patient/1", """{"resourceType":"Patient","id":"1","active":true}""");
        await _server.Delete("Patient/1");
        Assert.Equal(410, (await Apply("""{"tag":[{"code":"a"}]}""", false)).Status);
    }

    [Theory]
    [InlineData("""{"resourceType":"Parameters"}""")]
    [InlineData("""{"resourceType":"Parameters","parameter":[{"name":"other","valueMeta":{}}]}""")]
    [InlineData("""{"resourceType":"Parameters","parameter":[{"name":"meta","valueString":"x"}]}""")]
    [InlineData("[]")]
    public void Parameters_without_meta_are_refused(string json)
    {
        Assert.False(MetaEdit.TryRead(JsonDocument.Parse(json).RootElement, false, out _, out var refusal));
        Assert.Equal(400, refusal.Status);
    }

    public void Dispose() => _server.Dispose();

    private Task<InteractionResult> Apply(string meta, bool isRemoval, string reference = "Patient/1")
    {
        using var parameters = JsonDocument.Parse($$"""{"resourceType":"Parameters","parameter":[{"name":"meta","valueMeta":{{meta}}}]}""");
        Assert.True(MetaEdit.TryRead(parameters.RootElement, isRemoval, out var edit, out _));
        return _server.Interactions.PatchAsync(Key(reference), edit, WriteConditions.None, TestContext.Current.CancellationToken);
    }
}
