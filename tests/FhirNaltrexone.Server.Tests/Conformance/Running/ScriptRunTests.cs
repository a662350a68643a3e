using FhirNaltrexone.Server.Conformance.Reports;
using FhirNaltrexone.Validation.Content;

namespace FhirNaltrexone.Server.Tests.Conformance.Running;

/// <summary>What a run does when something fails, and what it tells of it.</summary>
public sealed class ScriptRunTests
{
    private const string Patient = """{"resourceType":"Patient","id":"p","gender":"female"}""";
    private const string Read = """{"operation":{"type":{"code":"read"},"resource":"Patient","params":"/p","encodeRequestUrl":true}}""";
    private const string Okay = """{"assert":{"response":"okay","warningOnly":false}}""";
    private const string Gone = """{"assert":{"response":"gone","warningOnly":false}}""";

    [Fact]
    public async Task A_claim_that_does_not_hold_ends_its_test_and_no_other()
    {
        var report = await RunAsync($$"""
            "test":[{"name":"a","action":[{{Read}},{{Gone}},{{Read}}]},{"name":"b","action":[{{Read}},{{Okay}}]}]
            """);

        Assert.Equal([ActionOutcome.Pass, ActionOutcome.Fail, ActionOutcome.Skip], report.Tests[0].Actions.Select(action => action.Outcome));
        Assert.Equal([ActionOutcome.Pass, ActionOutcome.Pass], report.Tests[1].Actions.Select(action => action.Outcome));
        Assert.Equal((1, false), (report.Passed, report.IsPassed));
        Assert.Contains("expected gone (410)", report.FirstFailure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_setup_leaves_out_the_tests_and_still_cleans_up()
    {
        var report = await RunAsync($$"""
            "setup":{"action":[{{Read}},{{Gone}}]},"test":[{"action":[{{Read}},{{Okay}}]}],"teardown":{"action":[{{Read}}]}
            """);

        Assert.All(report.Tests[0].Actions, action => Assert.Equal(ActionOutcome.Skip, action.Outcome));
        Assert.Equal(ActionOutcome.Pass, Assert.Single(report.Teardown).Outcome);
        Assert.False(report.IsPassed);
    }

    [Fact]
    public async Task A_claim_that_only_warns_lets_the_test_pass()
    {
        var report = await RunAsync($$"""
            "test":[{"action":[{{Read}},{{Gone.Replace("false", "true", StringComparison.Ordinal)}},{{Okay}}]}]
            """);

        Assert.Equal([ActionOutcome.Pass, ActionOutcome.Warning, ActionOutcome.Pass], report.Tests[0].Actions.Select(action => action.Outcome));
        Assert.True(report.IsPassed);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_an_error_not_an_exception()
    {
        using var server = new FakeServer(_ => (0, ""));

        var report = await ScriptBench.RunAsync(server, $$"""
            "test":[{"action":[{{Read}},{{Okay}}]}]
            """);

        Assert.Equal([ActionOutcome.Error, ActionOutcome.Skip], report.Tests[0].Actions.Select(action => action.Outcome));
    }

    [Theory]
    [InlineData("""{"assert":{"expression":"Patient.where(","warningOnly":false}}""")]
    [InlineData("""{"assert":{"expression":"Patient.id","sourceId":"nothing","warningOnly":false}}""")]
    [InlineData("""{"assert":{"path":"//id","value":"p","warningOnly":false}}""")]
    [InlineData("""{"assert":{"headerField":"ETag","value":"${undeclared}","warningOnly":false}}""")]
    [InlineData("""{"assert":{"validateProfileId":"nothing","warningOnly":false}}""")]
    [InlineData("""{"assert":{"label":"nothing is claimed","warningOnly":false}}""")]
    [InlineData("""{"operation":{"type":{"code":"read"},"targetId":"nothing","encodeRequestUrl":true}}""")]
    [InlineData("""{"operation":{"type":{"code":"create"},"resource":"Patient","sourceId":"nothing","encodeRequestUrl":true}}""")]
    [InlineData("""{"operation":{"encodeRequestUrl":true,"params":"/x"}}""")]
    public async Task What_cannot_be_carried_out_is_an_error_with_a_reason(string action)
    {
        var report = await RunAsync($$"""
            "test":[{"action":[{{Read}},{{action}}]}]
            """);

        var last = report.Tests[0].Actions[1];
        Assert.Equal(ActionOutcome.Error, last.Outcome);
        Assert.EndsWith(".", last.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fixtures_are_created_and_deleted_where_the_server_put_them()
    {
        using var server = new FakeServer(request => request.Method == HttpMethod.Post ? (201, "") : (200, Patient));

        var report = await ScriptBench.RunAsync(server, $$$"""
            "contained":[{{{Patient}}}],"fixture":[{"id":"f","autocreate":true,"autodelete":true,"resource":{"reference":"#p"}}],
            "test":[{"action":[{"operation":{"type":{"code":"read"},"targetId":"f","encodeRequestUrl":true}},{{{Okay}}}]}]
            """);

        Assert.True(report.IsPassed);
        Assert.Equal(["POST /Patient", "GET /Patient/server-made", "DELETE /Patient/server-made"], server.Requests);
    }

    [Fact]
    public async Task Variables_are_taken_from_expressions_headers_and_defaults()
    {
        using var server = new FakeServer(request => request.Method == HttpMethod.Post ? (201, Patient) : (200, Patient));

        await ScriptBench.RunAsync(server, $$$"""
            "contained":[{{{Patient}}}],"fixture":[{"id":"f","autocreate":false,"autodelete":false,"resource":{"reference":"#p"}}],
            "variable":[{"name":"gender","expression":"Patient.gender","sourceId":"made"},{"name":"place","headerField":"location","sourceId":"made"},
              {"name":"none","expression":"Patient.birthDate","sourceId":"made","defaultValue":"1980"}],
            "test":[{"action":[{"operation":{"type":{"code":"create"},"resource":"Patient","sourceId":"f","responseId":"made","encodeRequestUrl":true}},
              {"operation":{"type":{"code":"search"},"resource":"Patient","params":"?gender=${gender}&birthdate=${none}","encodeRequestUrl":true}},
              {"operation":{"url":"${place}","method":"get","encodeRequestUrl":true}}]}]
            """);

        Assert.Equal(["POST /Patient", "GET /Patient?gender=female&birthdate=1980", "GET /Patient/server-made/_history/1"], server.Requests);
    }

    [Fact]
    public async Task The_report_is_FHIR_R4()
    {
        var report = await RunAsync($$"""
            "setup":{"action":[{{Read}}]},"test":[{"name":"a","description":"d","action":[{{Read}},{{Gone}},{{Okay}}]}],"teardown":{"action":[{{Read}}]}
            """);

        var reading = new ContentReader().FromJson(TestReportJson.Write(report));

        Assert.Empty(reading.Issues);
        var root = reading.Content!.Root;
        Assert.Equal(("completed", "fail", 0m), (root.GetProperty("status").GetString(), root.GetProperty("result").GetString(), root.GetProperty("score").GetDecimal()));
        Assert.Equal(
            ["pass", "fail", "skip"],
            root.GetProperty("test")[0].GetProperty("action").EnumerateArray().Select(action => action.EnumerateObject().Single().Value.GetProperty("result").GetString()));
    }

    private static async Task<RunReport> RunAsync(string members)
    {
        using var server = new FakeServer(_ => (200, Patient));
        return await ScriptBench.RunAsync(server, members);
    }
}
