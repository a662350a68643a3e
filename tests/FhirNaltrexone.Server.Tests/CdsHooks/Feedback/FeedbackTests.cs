using System.Net;
using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Tests.Support;

namespace FhirNaltrexone.Server.Tests.CdsHooks.Feedback;

public sealed class FeedbackTests : IDisposable
{
    private readonly TestServer _server = new(("CdsHooks:ListUserComments", "true"));

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task A_report_is_stored_and_listed_in_the_form_it_came()
    {
        var report = Overridden("card-1");

        using var response = await PostAsync(report);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var stored = Assert.Single(await ListAsync())!;
        Assert.Equal("test-service", (string?)stored["service"]);
        foreach (var member in report)
        {
            Assert.True(JsonNode.DeepEquals(member.Value, stored[member.Key]), member.Key);
        }
    }

    [Fact]
    public async Task The_same_report_is_stored_once_however_often_it_comes()
    {
        await PostAsync(Overridden("card-1"), Overridden("card-2"));
        await PostAsync(Overridden("card-2"), Overridden("card-1"));

        Assert.Equal(2, (await ListAsync()).Count);
    }

    [Fact]
    public async Task An_accepted_card_keeps_its_suggestions()
    {
        await PostAsync(Accepted("card-1", "s1", "s2"));

        var ids = Assert.Single(await ListAsync())!["acceptedSuggestions"]!.AsArray().Select(suggestion => (string?)suggestion!["id"]);
        Assert.Equal(["s1", "s2"], ids);
    }

    [Fact]
    public async Task Every_defect_is_told_and_nothing_is_stored()
    {
        var broken = new JsonObject { ["card"] = 7, ["outcome"] = "ignored", ["outcomeTimestamp"] = "yesterday" };
        var incomplete = Accepted("card-2");
        var noCode = Overridden("card-3");
        noCode["overrideReason"]!["reason"] = new JsonObject { ["display"] = "no code" };

        var issues = await Outcome.ReadAsync(await PostAsync(Overridden("card-1"), broken, incomplete, noCode), HttpStatusCode.BadRequest);

        Assert.Equal(
            [
                "feedback[1].card", "feedback[1].outcome", "feedback[1].outcomeTimestamp", "feedback[2].acceptedSuggestions",
                "feedback[3].overrideReason.reason.code",
            ],
            issues.Select(issue => issue.Expression));
        Assert.Empty(await ListAsync());
    }

    [Theory]
    [InlineData("2026-11-22T14:00:00")]
    [InlineData("2026-11-22")]
    [InlineData("2026-13-22T14:00:00Z")]
    public async Task An_instant_without_offset_is_refused(string instant)
    {
        var report = Overridden("card-1");
        report["outcomeTimestamp"] = instant;

        Assert.Single(await Outcome.ReadAsync(await PostAsync(report), HttpStatusCode.BadRequest));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"feedback":[]}""")]
    [InlineData("""{"feedback":{}}""")]
    public async Task A_body_without_reports_is_refused(string body)
    {
        using var response = await _server.CreateClient().PostAsync("/cds-services/test-service/feedback", Call.Json(JsonNode.Parse(body)!));

        await Outcome.ReadAsync(response, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Feedback_for_an_unknown_service_is_404()
    {
        using var response = await _server.CreateClient().PostAsync("/cds-services/other/feedback", Call.Json(new JsonObject()));

        await Outcome.ReadAsync(response, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Pages_lead_from_one_to_the_next()
    {
        await PostAsync([.. Enumerable.Range(0, 5).Select(i => Overridden($"card-{i}"))]);
        var cards = new List<string?>();

        for (var next = "/cds-services/feedback?count=2&service=test-service"; next is not null;)
        {
            var page = JsonNode.Parse(await _server.CreateClient().GetStringAsync(next))!;
            cards.AddRange(page["feedback"]!.AsArray().Select(report => (string?)report!["card"]));
            next = (string?)page["next"];
        }

        Assert.Equal(["card-0", "card-1", "card-2", "card-3", "card-4"], cards);
    }

    [Theory]
    [InlineData("count=0")]
    [InlineData("count=1001")]
    [InlineData("after=x")]
    public async Task A_page_that_cannot_be_is_refused(string query)
        => await Outcome.ReadAsync(await _server.CreateClient().GetAsync($"/cds-services/feedback?{query}"), HttpStatusCode.BadRequest);

    [Fact]
    public async Task Comments_are_kept_but_shown_only_when_configured_and_never_logged()
    {
        using var discreet = new TestServer();
        using var _ = await discreet.CreateClient().PostAsync(
            "/cds-services/test-service/feedback", Call.Json(new JsonObject { ["feedback"] = new JsonArray(Overridden("card-1")) }));

        var listed = await discreet.CreateClient().GetStringAsync("/cds-services/feedback");

        Assert.Contains("card-1", listed, StringComparison.Ordinal);
        Assert.DoesNotContain("Mr Rivera", listed, StringComparison.Ordinal);
        Assert.DoesNotContain("Mr Rivera", discreet.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_reports_are_counted()
    {
        using var counts = new Counts(_server.Services);

        await PostAsync(Overridden("card-1"));
        await PostAsync(Overridden("card-1"));

        Assert.Equal(1, counts["cds_hooks.feedback outcome=Overridden service=test-service"]);
    }

    private static JsonObject Overridden(string card) => new()
    {
        ["card"] = card,
        ["outcome"] = "overridden",
        ["overrideReason"] = new JsonObject
        {
            ["reason"] = new JsonObject { ["system"] = "https://example.org/reasons", ["code"] = "other" },
            ["userComment"] = "Mr Rivera told me",
        },
        ["outcomeTimestamp"] = "2026-11-22T14:00:00Z",
    };

    private static JsonObject Accepted(string card, params string[] suggestions) => new()
    {
        ["card"] = card,
        ["outcome"] = "accepted",
        ["acceptedSuggestions"] = new JsonArray([.. suggestions.Select(id => new JsonObject { ["id"] = id })]),
        ["outcomeTimestamp"] = "2026-11-22T14:00:00.5+01:00",
    };

    private Task<HttpResponseMessage> PostAsync(params JsonObject[] reports) => _server.CreateClient().PostAsync(
        "/cds-services/test-service/feedback", Call.Json(new JsonObject { ["feedback"] = new JsonArray([.. reports]) }));

    private async Task<JsonArray> ListAsync()
        => JsonNode.Parse(await _server.CreateClient().GetStringAsync("/cds-services/feedback"))!["feedback"]!.AsArray();
}
