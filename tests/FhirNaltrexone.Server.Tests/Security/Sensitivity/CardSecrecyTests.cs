using System.Text.Json;
using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Security.Sensitivity.Consents;
using FhirNaltrexone.Server.Tests.Conformance;
using FhirNaltrexone.Server.Tests.Conformance.Charts;
using FhirNaltrexone.Server.Tests.Security.Support;
using FhirNaltrexone.Storage.Access;
using FsCheck.Xunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Written = FhirNaltrexone.Server.Tests.Conformance.Charts.Fhir;

namespace FhirNaltrexone.Server.Tests.Security.Sensitivity;

/// <summary>
/// What a client that falls under consents is told by the rules of the product: nothing that depends on what it may not see (42 CFR 2.13(c)), and
/// never silence where the service would have looked.
/// </summary>
public sealed class CardSecrecyTests(CardSecrecyTests.Rules rules) : IClassFixture<CardSecrecyTests.Rules>
{
    private const string Notice = "records-may-be-missing";
    private const string Sentence = "Records that need the patient's consent may be missing: what this card says is absent may exist.";

    /// <summary>The rules of the product, and a clock to set.</summary>
    public sealed class Rules : IDisposable
    {
        private readonly FakeTimeProvider _clock = new();
        private readonly AccessServer _server;

        public Rules() => _server = new(services => services.AddSingleton<TimeProvider>(_clock), hasRealContent: true, ("CdsHooks:TimeZone", "America/New_York"));

        internal FactsReader Facts => _server.Server.Services.GetRequiredService<FactsReader>();

        /// <summary>Stores a consent, as it is stored by somebody trusted.</summary>
        internal Task StoreAsync(JsonObject consent) => _server.PutAsync(null, consent.ToJsonString());

        /// <summary>The answers of all services of the hook, as they are sent, by service.</summary>
        internal async Task<SortedDictionary<string, string>> AnswersAsync(Caller? caller, DateTimeOffset now, JsonObject request, Records records)
        {
            _clock.AdjustTime(now);
            using var client = _server.Server.CreateClient();
            var discovery = JsonNode.Parse(await client.GetStringAsync("/cds-services"))!["services"]!.AsArray();
            if (caller is not null) client.DefaultRequestHeaders.Add(CallerHeader.Name, CallerHeader.Of(caller).Value);
            var answers = new SortedDictionary<string, string>(StringComparer.Ordinal);
            foreach (var service in discovery.Where(service => (string?)service!["hook"] == (string?)request["hook"]))
            {
                var call = (JsonObject)request.DeepClone();
                call["prefetch"] = new JsonObject(service!["prefetch"]!.AsObject().Select(template => KeyValuePair.Create<string, JsonNode?>(
                    template.Key, records.Answer(((string)template.Value!).Replace("{{context.patientId}}", "pt", StringComparison.Ordinal), strict: false))));
                using var response = await client.PostAsync($"/cds-services/{service["id"]}", Tests.Support.Call.Json(call));
                answers[(string)service["id"]!] = $"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}";
            }

            return answers;
        }

        public void Dispose() => _server.Dispose();
    }

    [Theory]
    [InlineData("S012", "naltrexone-start-safety")]
    [InlineData("S014", "naltrexone-start-safety")]
    [InlineData("S044", "naltrexone-opioid-blockade")]
    [InlineData("S046", "naltrexone-opioid-blockade")]
    public async Task The_first_card_is_a_warning_about_consent_and_every_other_one_points_to_it(string scenario, string service)
    {
        var hookCase = HookCase.Read($"scenarios/{scenario}.json");

        var open = Cards((await rules.AnswersAsync(null, hookCase.Now, hookCase.Request(), hookCase.Records))[service]);
        var bound = Cards((await rules.AnswersAsync(Callers.Clinic, hookCase.Now, hookCase.Request(), hookCase.Records))[service]);

        Assert.Contains(open, card => (string?)card!["indicator"] == "critical");
        Assert.Equal((Notice, "warning"), (Topic(bound[0]), (string?)bound[0]!["indicator"]));
        Assert.Contains("consent", (string)bound[0]!["summary"]!, StringComparison.Ordinal);
        Assert.Contains("PDMP", (string)bound[0]!["detail"]!, StringComparison.Ordinal);
        Assert.Single(bound, card => Topic(card) == Notice);
        Assert.All(bound.Skip(1), card => Assert.EndsWith(Sentence, (string?)card!["detail"], StringComparison.Ordinal));
        Assert.All(bound, card => Assert.DoesNotContain("Not read completely", (string?)card!["detail"], StringComparison.Ordinal));
        Assert.DoesNotContain(open, card => card!.ToJsonString().Contains("consent", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("patient-view")]
    [InlineData("encounter-start")]
    public async Task A_chart_says_the_same_whether_it_has_a_use_disorder_or_not(string hook)
    {
        var chart = new GeneratedChart(hook, new(2026, 11, 22, 9, 0, 0, TimeSpan.FromHours(-5)), [], [], []);
        var disorder = Written.Resource("Condition", ("id", "secret"), ("code", Written.Concept(Written.Icd10, "F10.20"))).ToJsonString();

        var without = await rules.AnswersAsync(Callers.Clinic, chart.Now, chart.ToRequest(), chart.ToRecords());
        var with = await rules.AnswersAsync(Callers.Clinic, chart.Now, chart.ToRequest(), chart.Plus(disorder).ToRecords());

        Assert.Equal(without, with);
        Assert.Equal(Notice, Topic(Cards(Assert.Single(with).Value)[0]));
    }

    [Fact]
    public async Task A_type_that_really_could_not_be_read_is_named_and_no_other()
    {
        var hookCase = HookCase.Read("scenarios/S012.json");
        var request = hookCase.Request();
        var chart = new GeneratedChart(hookCase.Hook, hookCase.Now, [], [], []).Without("Procedure");

        var cards = Cards((await rules.AnswersAsync(Callers.Clinic, hookCase.Now, request, chart.ToRecords()))["naltrexone-start-safety"]);

        var card = Assert.Single(cards, card => Topic(card) == "DQ-01");
        Assert.StartsWith("Not read completely: Procedure.\n", (string?)card!["detail"], StringComparison.Ordinal);
        Assert.Equal(Notice, Topic(cards[0]));
    }

    [Fact]
    public async Task An_order_that_no_service_looks_at_brings_no_card_whatever_is_on_record()
    {
        var draft = Written.Resource(
            "MedicationRequest", ("id", "d"), ("status", "draft"), ("intent", "order"), ("medicationCodeableConcept", Written.Concept(Written.RxNorm, "314076"))).ToJsonString();
        var methadone = Written.Resource(
            "MedicationRequest", ("id", "secret"), ("status", "active"), ("medicationCodeableConcept", Written.Concept(Written.RxNorm, "864706"))).ToJsonString();
        var chart = new GeneratedChart("order-sign", new(2026, 11, 22, 9, 0, 0, TimeSpan.FromHours(-5)), [draft], [], []);

        var without = await rules.AnswersAsync(Callers.Clinic, chart.Now, chart.ToRequest(), chart.ToRecords());
        var with = await rules.AnswersAsync(Callers.Clinic, chart.Now, chart.ToRequest(), chart.Plus(methadone).ToRecords());

        Assert.Equal(2, without.Count);
        Assert.All(without.Values, answer => Assert.Empty(Cards(answer)));
        Assert.Equal(without, with);
    }

    /// <summary>Says byte for byte the same, identifiers included.</summary>
    [Property(Arbitrary = [typeof(ChartGenerators), typeof(ProtectedRecords)], MaxTest = 150)]
    public async Task Nothing_protected_changes_an_answer(GeneratedChart chart, ProtectedRecords added)
    {
        Assert.All(added.Texts, text => Assert.True(IsProtected(text), text));

        var without = await rules.AnswersAsync(Callers.Clinic, chart.Now, chart.ToRequest(), chart.ToRecords());
        var with = await rules.AnswersAsync(Callers.Clinic, chart.Now, chart.ToRequest(), chart.With([.. chart.Resources, .. added.Texts]).ToRecords());

        Assert.Equal(without, with);
    }

    /// <summary>Where an open service has a word, a client that falls under consents has the notice.</summary>
    [Property(Arbitrary = [typeof(ChartGenerators)], MaxTest = 100)]
    public async Task Nobody_is_left_without_a_word(GeneratedChart chart)
    {
        var open = await rules.AnswersAsync(null, chart.Now, chart.ToRequest(), chart.ToRecords());
        var bound = await rules.AnswersAsync(Callers.Clinic, chart.Now, chart.ToRequest(), chart.ToRecords());

        Assert.All(open.Keys.Where(service => IsAnswered(open[service]) && Cards(open[service]).Count > 0), service =>
            Assert.True(!IsAnswered(bound[service]) || Topic(Cards(bound[service]).FirstOrDefault()) == Notice, $"{chart}\n{open[service]}\n{bound[service]}"));
    }

    private bool IsProtected(string text)
    {
        using var document = JsonDocument.Parse(text);
        return rules.Facts.Read(GeneratedChart.TypeOf(text), null, document.RootElement, null).Protection.IsProtected;
    }

    private static bool IsAnswered(string answer) => answer.StartsWith("200 ", StringComparison.Ordinal);

    private static string? Topic(JsonNode? card) => (string?)card?["source"]!["topic"]!["code"];

    private static JsonArray Cards(string answer)
    {
        Assert.True(IsAnswered(answer), answer);
        return JsonNode.Parse(answer[4..])!["cards"]!.AsArray();
    }
}
