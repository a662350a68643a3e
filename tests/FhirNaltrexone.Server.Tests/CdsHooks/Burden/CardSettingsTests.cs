using System.Text.Json.Nodes;
using FhirNaltrexone.Knowledge;
using FhirNaltrexone.Server.CdsHooks;
using FhirNaltrexone.Server.Tests.Support;
using NJsonSchema;

namespace FhirNaltrexone.Server.Tests.CdsHooks.Burden;

/// <summary>What a site is told of its own card settings: at start, in discovery and in the audit record.</summary>
public sealed class CardSettingsTests
{
    private static readonly (string, string)[] OldRecheckOff = [("Cards:Off:0:Rule", "PW-16"), ("Cards:Off:0:Reason", "Our checklist asks for it")];

    [Theory]
    [InlineData("XX-01", "reason", "Cards:Off:0:Rule 'XX-01'")]
    [InlineData("PW-16", " ", "Cards:Off:0:Reason")]
    [InlineData("DQ-01", "reason", "DQ-01 cannot be switched off")]
    public async Task A_rule_that_cannot_be_switched_off_stops_the_start(string rule, string reason, string told) => Assert.Contains(
        told,
        await FailedStart.MessageAsync("Development", ("Cards:Off:0:Rule", rule), ("Cards:Off:0:Reason", reason)),
        StringComparison.Ordinal);

    [Fact]
    public async Task A_rule_named_twice_stops_the_start() => Assert.Contains(
        "Cards:Off:1:Rule PW-16 is named twice",
        await FailedStart.MessageAsync(
            "Development", [.. OldRecheckOff, ("Cards:Off:1:Rule", "PW-16"), ("Cards:Off:1:Reason", "again")]),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("XX-02", "01:00:00", "Cards:Snoozes:0:Rule 'XX-02'")]
    [InlineData("DQ-03", "01:00:00", "DQ-03 cannot be snoozed")]
    [InlineData("PW-16", "400.00:00:00", "Cards:Snoozes:0:For")]
    public async Task A_rule_that_cannot_be_snoozed_stops_the_start(string rule, string time, string told) => Assert.Contains(
        told,
        await FailedStart.MessageAsync("Development", ("Cards:Snoozes:0:Rule", rule), ("Cards:Snoozes:0:For", time)),
        StringComparison.Ordinal);

    [Fact]
    public async Task Discovery_says_which_rules_are_off_and_the_log_too()
    {
        using var server = new TestServer(OldRecheckOff);

        var service = JsonNode.Parse(await server.CreateClient().GetStringAsync("/cds-services"))!["services"]![0]!;

        Assert.Equal(
            "Remembers the chart. Switched off at this site: PW-16, Our checklist asks for it (critical cards are shown).",
            (string?)service["description"]);
        Assert.Contains("PW-16 is switched off", server.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rule_that_is_off_gives_no_card()
    {
        using var server = new TestServer(OldRecheckOff);
        server.Service.Rules = _ => [Findings.Of("HT-03", Indicator.Warning, number: 1), Findings.Of("PW-16", Indicator.Info, number: 2)];
        using var counts = new Counts(server.Services);

        Assert.Equal("HT-03", (string?)Assert.Single(await server.CardsAsync(Call.OrderSign()))!["source"]!["topic"]!["code"]);
        Assert.Equal(1, counts["cds_hooks.cards_withheld policy=off rule=PW-16"]);
        Assert.Equal(1, counts["cds_hooks.cards indicator=Warning rule=HT-03"]);
    }

    [Fact]
    public async Task The_card_that_tells_of_others_is_a_card_as_any()
    {
        using var server = new TestServer(("Cards:Maximum", "1"));
        server.Service.Rules = _ => [.. Enumerable.Range(0, 3).Select(i => Findings.Of("AD-02", Indicator.Info, number: i))];

        using var response = await server.PostAsync(Call.OrderSign());

        var text = await response.Content.ReadAsStringAsync();
        var schema = await JsonSchema.FromJsonAsync(Repository.Read("conformance/schemas/cds-hooks-response.json"));
        Assert.Empty(schema.Validate(text));
        var last = JsonNode.Parse(text)!["cards"]!.AsArray()[^1]!;
        Assert.Equal(ServiceTopics.System, (string?)last["source"]!["topic"]!["system"]);
        Assert.NotNull((string?)last["uuid"]);
    }

    [Fact]
    public async Task Defaults_leave_no_record()
    {
        using var server = new TestServer();

        Assert.Empty(await RecordsAsync(server));
    }

    [Fact]
    public async Task A_change_is_recorded_once_and_the_way_back_as_well()
    {
        using var database = new SharedDatabase();
        foreach (var (settings, recorded) in new ((string, string)[], int)[]
            { ([], 0), (OldRecheckOff, 1), (OldRecheckOff, 1), ([("Cards:Maximum", "5")], 2), ([], 3), ([], 3), (OldRecheckOff, 4) })
        {
            using var server = new TestServer([.. settings, database.Setting]);
            Assert.Empty(await server.CardsAsync(Silent(server)));

            // The way back to the defaults is recorded in the background.
            await Until.TrueAsync(async () => (await RecordsAsync(server)).Count == recorded, $"{recorded} records");
        }

        using var last = new TestServer([.. OldRecheckOff, database.Setting]);
        var records = await RecordsAsync(last);

        Assert.Equal(4, records.Count);
        Assert.Equal(
            [
                ("MinimumIndicator", "Info"), ("Maximum", "none"), ("Off PW-16", "Our checklist asks for it (critical cards are shown)"),
                ("Snooze", "00:00:00"),
            ],
            records[0]!["entity"]![0]!["detail"]!.AsArray().Select(detail => ((string)detail!["type"]!, (string)detail["valueString"]!)));
    }

    [Fact]
    public async Task The_record_is_valid_for_the_strictest_server_and_made_although_clients_may_not_choose_ids()
    {
        using var server = new TestServer(
            [.. OldRecheckOff, ("Validation:OnWrite", "reject"), ("Interactions:IsUpdateCreateAllowed", "false")]);

        var record = Assert.Single(await RecordsAsync(server))!;

        var answer = await server.CreateClient().PostAsync("/fhir/AuditEvent/$validate", Call.Json(record.DeepClone(), "application/fhir+json"));
        var issues = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["issue"]!.AsArray();
        Assert.DoesNotContain(issues, issue => (string?)issue!["severity"] is "error" or "fatal");
    }

    private static JsonObject Silent(TestServer server)
    {
        server.Service.Rules = _ => [];
        return Call.OrderSign();
    }

    private static async Task<JsonArray> RecordsAsync(TestServer server)
    {
        var bundle = JsonNode.Parse(await server.CreateClient().GetStringAsync("/fhir/AuditEvent?subtype=card-settings-changed"))!;
        return new JsonArray([.. (bundle["entry"] as JsonArray ?? []).Select(entry => entry!["resource"]!.DeepClone())]);
    }
}
