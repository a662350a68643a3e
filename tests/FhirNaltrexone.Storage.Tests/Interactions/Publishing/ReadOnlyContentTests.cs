using System.Text;
using System.Text.Json;
using FhirNaltrexone.Storage.Interactions;
using FhirNaltrexone.Storage.Interactions.Patching;
using FhirNaltrexone.Storage.Interactions.Publishing;
using FhirNaltrexone.Storage.Resources;
using static FhirNaltrexone.Storage.Tests.Interactions.InteractionFixture;

namespace FhirNaltrexone.Storage.Tests.Interactions.Publishing;

/// <summary>No way of writing changes what the service has published.</summary>
public sealed class ReadOnlyContentTests : IAsyncLifetime
{
    private const string Ours = """{"resourceType":"Questionnaire","id":"a","url":"http://ours.example.org/Questionnaire/a","status":"active"}""";
    private const string Changed = """{"resourceType":"Questionnaire","id":"a","url":"http://ours.example.org/Questionnaire/a","status":"retired"}""";
    private const string ByUrl = "url=http://ours.example.org/Questionnaire/a";

    private readonly InteractionFixture _server = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
        => await new Publications(_server.Store, Extract, _server.Clock, _server.Options).PublishAsync(
            "http://ours.example.org/", new Dictionary<ResourceKey, ReadOnlyMemory<byte>> { [Key("Questionnaire/a")] = Encoding.UTF8.GetBytes(Ours) }, Token);

    public ValueTask DisposeAsync()
    {
        _server.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Put_is_refused_whatever_the_client_demands()
    {
        await Refused(_server.Put("Questionnaire/a", Changed));
        await Refused(_server.Put("Questionnaire/a", Changed, ifMatch: "W/\"1\""));
    }

    [Fact]
    public async Task Put_of_the_very_same_content_changes_nothing_and_is_no_error()
    {
        Assert.Equal(200, (await _server.Put("Questionnaire/a", Ours)).Status);
        Assert.Equal(1, await _server.AllVersions());
    }

    [Fact]
    public async Task Delete_is_refused()
    {
        await Refused(_server.Delete("Questionnaire/a"));
        await Refused(_server.Delete("Questionnaire/a", ifMatch: "W/\"1\""));
    }

    [Fact]
    public async Task Patch_is_refused_even_where_it_would_change_nothing_or_not_fit()
    {
        await Refused(Patch("""[{"op":"replace","path":"/status","value":"retired"}]"""));
        await Refused(Patch("""[{"op":"test","path":"/status","value":"active"}]"""));
        await Refused(Patch("""[{"op":"remove","path":"/nothing"}]"""));
    }

    [Fact]
    public async Task Labels_are_refused()
    {
        using var parameters = JsonDocument.Parse("""{"resourceType":"Parameters","parameter":[{"name":"meta","valueMeta":{"tag":[{"code":"x"}]}}]}""");
        Assert.True(MetaEdit.TryRead(parameters.RootElement, false, out var edit, out _));

        await Refused(_server.Interactions.PatchAsync(Key("Questionnaire/a"), edit, WriteConditions.None, Token));
    }

    [Fact]
    public async Task Conditional_changes_are_refused()
    {
        const string WithoutId = """{"resourceType":"Questionnaire","url":"http://ours.example.org/Questionnaire/a","status":"retired"}""";

        await Refused(_server.Interactions.UpdateWhereAsync("Questionnaire", ByUrl, Content(WithoutId), WriteConditions.None, Token));
        await Refused(_server.Interactions.PatchWhereAsync("Questionnaire", ByUrl, Json("""[{"op":"replace","path":"/status","value":"retired"}]"""), WriteConditions.None, Token));
        await Refused(_server.Interactions.DeleteWhereAsync("Questionnaire", ByUrl, WriteConditions.None, Token));
    }

    [Fact]
    public async Task A_conditional_delete_that_matches_content_deletes_nothing_at_all()
    {
        _server.Options.MaxConditionalDeletes = 10;
        await _server.Put("Questionnaire/mine", """{"resourceType":"Questionnaire","id":"mine","status":"active"}""");

        Assert.Equal(403, (await _server.Interactions.DeleteWhereAsync("Questionnaire", "status=active", WriteConditions.None, Token)).Status);
        Assert.Equal(200, (await _server.Read("Questionnaire/mine")).Status);
        Assert.Equal(200, (await _server.Read("Questionnaire/a")).Status);
    }

    [Fact]
    public async Task A_conditional_create_finds_it()
    {
        var found = await _server.Create("""{"resourceType":"Questionnaire","status":"active"}""", ByUrl);

        Assert.Equal((200, "a"), (found.Status, found.Resource!.Key.Id));
    }

    [Fact]
    public async Task Its_history_is_not_purged() => await Refused(_server.Interactions.PurgeHistoryAsync(Key("Questionnaire/a"), Token));

    [Theory]
    [InlineData("""{"resource":{"resourceType":"Questionnaire","id":"a","status":"retired"},"request":{"method":"PUT","url":"Questionnaire/a"}}""")]
    [InlineData("""{"request":{"method":"DELETE","url":"Questionnaire/a"}}""")]
    [InlineData("""{"request":{"method":"DELETE","url":"Questionnaire?url=http://ours.example.org/Questionnaire/a"}}""")]
    [InlineData("""{"resource":{"resourceType":"Questionnaire","status":"retired"},"request":{"method":"PUT","url":"Questionnaire?url=http://ours.example.org/Questionnaire/a"}}""")]
    public async Task In_a_transaction_all_or_nothing_and_in_a_batch_the_others_go_on(string entry)
    {
        const string Other = """{"resource":{"resourceType":"Patient","id":"p","active":true},"request":{"method":"PUT","url":"Patient/p"}}""";

        var transaction = await _server.Execute($$"""{"resourceType":"Bundle","type":"transaction","entry":[{{Other}},{{entry}}]}""");

        Assert.Equal(403, transaction.Refusal!.Status);
        Assert.Contains("Bundle.entry[1]", transaction.Refusal.Issues[0].Expression, StringComparison.Ordinal);
        Assert.Equal(404, (await _server.Read("Patient/p")).Status);

        var batch = await _server.Execute($$"""{"resourceType":"Bundle","type":"batch","entry":[{{Other}},{{entry}}]}""");

        Assert.Equal([201, 403], batch.Entries.Select(one => one.Result.Status));
        Assert.Equal(Ours, await WithoutMeta());
    }

    [Fact]
    public async Task Loading_refuses_it_and_stores_the_others()
    {
        var groups = new GroupUpdates(_server.Store, Extract, _server.Clock, _server.Options);
        Assert.True(groups.TryPrepare(Content(Changed), out var changed, out _));
        Assert.True(groups.TryPrepare(Content("""{"resourceType":"Patient","id":"p"}"""), out var other, out _));

        var answers = await groups.StoreAsync([changed, other], Token);

        Assert.Equal([403, 201], answers.Select(answer => answer.Result.Status));
    }

    private async Task Refused(Task<InteractionResult> change)
    {
        var result = await change;

        Assert.Equal(403, result.Status);
        var issue = Assert.Single(result.Refusal!.Issues);
        Assert.Equal("forbidden", issue.Code);
        Assert.Contains("Questionnaire/a", issue.Text, StringComparison.Ordinal);
        Assert.Equal(1, await _server.AllVersions());
        Assert.Equal(Ours, await WithoutMeta());
    }

    private async Task<string> WithoutMeta()
    {
        var text = Text(await _server.Read("Questionnaire/a"));
        return text.Remove(text.IndexOf("\"meta\"", StringComparison.Ordinal), text.IndexOf("\"url\"", StringComparison.Ordinal) - text.IndexOf("\"meta\"", StringComparison.Ordinal));
    }

    private Task<InteractionResult> Patch(string json) => _server.Interactions.PatchAsync(Key("Questionnaire/a"), Json(json), WriteConditions.None, Token);

    private JsonPatch Json(string json)
    {
        Assert.True(JsonPatch.TryRead(Encoding.UTF8.GetBytes(json), _server.Options, out var patch, out _));
        return patch;
    }
}
