using System.Net;
using System.Text.Json.Nodes;
using FhirNaltrexone.Knowledge;
using FhirNaltrexone.Server.Tests.Support;
using FhirNaltrexone.Storage.Snoozes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace FhirNaltrexone.Server.Tests.CdsHooks.Burden;

/// <summary>From a card over its override to the next call.</summary>
public sealed class SnoozeTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _clock = new(Start);
    private readonly TestServer _server;
    private Indicator _indicator = Indicator.Warning;
    private string _rule = "HT-03";

    public SnoozeTests()
    {
        _server = Server(("Cards:Snooze", "7.00:00:00"), ("Cards:Snoozes:0:Rule", "PW-16"), ("Cards:Snoozes:0:For", "01:00:00"));
        Speak(_server);
    }

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task An_overridden_card_is_silent_for_the_patient_until_the_time_is_over()
    {
        await OverrideAsync(await CardAsync());

        _clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1));
        Assert.Empty(await _server.CardsAsync(Ask()));
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Single(await _server.CardsAsync(Ask()));
    }

    [Fact]
    public async Task A_rule_may_have_a_time_of_its_own()
    {
        _rule = "PW-16";
        await OverrideAsync(await CardAsync());

        Assert.Empty(await _server.CardsAsync(Ask()));
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Single(await _server.CardsAsync(Ask()));
    }

    [Fact]
    public async Task Others_are_not_silenced()
    {
        await OverrideAsync(await CardAsync());

        Assert.Single(await _server.CardsAsync(Ask("other")));
        var elsewhere = Ask();
        elsewhere["fhirServer"] = "https://other.example.org/fhir";
        Assert.Single(await _server.CardsAsync(elsewhere));
        _rule = "AD-02";
        Assert.Single(await _server.CardsAsync(Ask()));
    }

    [Fact]
    public async Task A_card_that_has_become_more_urgent_is_shown()
    {
        _indicator = Indicator.Info;
        await OverrideAsync(await CardAsync());
        Assert.Empty(await _server.CardsAsync(Ask()));

        _indicator = Indicator.Warning;

        Assert.Single(await _server.CardsAsync(Ask()));
    }

    [Theory]
    [InlineData("HT-03", Indicator.Critical)]
    [InlineData("DQ-01", Indicator.Info)]
    [InlineData("DQ-03", Indicator.Warning)]
    public async Task Critical_cards_and_cards_about_data_are_never_silenced(string rule, Indicator indicator)
    {
        (_rule, _indicator) = (rule, indicator);
        await OverrideAsync(await CardAsync());

        Assert.Single(await _server.CardsAsync(Ask()));
    }

    [Fact]
    public async Task Accepting_a_card_silences_nothing()
    {
        var report = Report(await CardAsync());
        report["outcome"] = "accepted";
        report["acceptedSuggestions"] = new JsonArray(new JsonObject { ["id"] = "s1" });
        await SendAsync(report);

        Assert.Single(await _server.CardsAsync(Ask()));
    }

    [Fact]
    public async Task The_same_report_sent_again_later_does_not_prolong_the_silence()
    {
        var report = Report(await CardAsync());
        await SendAsync(report);
        _clock.Advance(TimeSpan.FromHours(20));
        await SendAsync(report.DeepClone());

        _clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromHours(20));

        Assert.Single(await _server.CardsAsync(Ask()));
    }

    [Theory]
    [InlineData("2027-11-22T09:00:00Z")]
    [InlineData("2020-01-01T00:00:00Z")]
    public async Task A_wrong_clock_of_the_client_neither_prolongs_nor_ends_the_silence(string instant)
    {
        var report = Report(await CardAsync());
        report["outcomeTimestamp"] = instant;
        await SendAsync(report);

        Assert.Empty(await _server.CardsAsync(Ask()));
        _clock.Advance(TimeSpan.FromDays(7));
        Assert.Single(await _server.CardsAsync(Ask()));
    }

    [Fact]
    public async Task An_override_of_a_card_sent_long_ago_is_stored_but_silences_nothing()
    {
        var report = Report(await CardAsync());
        _clock.Advance(TimeSpan.FromDays(1));
        await SendAsync(report);

        Assert.Single(await _server.CardsAsync(Ask()));
    }

    [Fact]
    public async Task A_uuid_sent_for_two_patients_silences_for_neither()
    {
        var card = await CardAsync();
        await _server.CardsAsync(Ask("other"));

        await OverrideAsync(card);

        Assert.Single(await _server.CardsAsync(Ask()));
        Assert.Single(await _server.CardsAsync(Ask("other")));
    }

    [Fact]
    public async Task A_store_that_fails_costs_no_card_and_no_feedback()
    {
        using var broken = Server(("Cards:Snooze", "7.00:00:00"));
        broken.Stores = services => services.AddSingleton<ISnoozeStore, FailingSnoozes>();
        Speak(broken);

        Assert.Single(await broken.CardsAsync(Ask()));
        using var response = await broken.CreateClient().PostAsync(
            "/cds-services/test-service/feedback", Call.Json(new JsonObject { ["feedback"] = new JsonArray(Report(Guid.NewGuid().ToString())) }));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("Snoozes could not be looked up", broken.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_never_answers_is_not_waited_for()
    {
        using var broken = Server(("Cards:Snooze", "7.00:00:00"), ("Cards:StoreMilliseconds", "1"));
        broken.Stores = services => services.AddSingleton<ISnoozeStore, SilentSnoozes>();
        Speak(broken);

        Assert.Single(await broken.CardsAsync(Ask()));
    }

    [Fact]
    public async Task Without_the_setting_nothing_is_remembered()
    {
        using var plain = Server();
        plain.Stores = services => services.AddSingleton<ISnoozeStore, FailingSnoozes>();
        Speak(plain);

        Assert.Single(await plain.CardsAsync(Ask()));
        Assert.DoesNotContain("Snoozes could not", plain.Log.Text, StringComparison.Ordinal);
    }

    private static JsonObject Ask(string patient = Call.Patient)
    {
        var call = Call.OrderSign();
        call["context"]!["patientId"] = patient;
        call["prefetch"]!["patient"] = Call.Resource("Patient", patient);
        call["context"]!["draftOrders"] = Call.Bundle();
        return call;
    }

    private TestServer Server(params IEnumerable<(string Key, string Value)> settings)
        => new([("Cards:StoreMilliseconds", "60000"), .. settings]) { Clock = _clock };

    private void Speak(TestServer server) => server.Service.Rules = _ => [Findings.Of(_rule, _indicator, number: 7)];

    private async Task<string> CardAsync() => (string)Assert.Single(await _server.CardsAsync(Ask()))!["uuid"]!;

    private JsonObject Report(string card) => new()
    {
        ["card"] = card,
        ["outcome"] = "overridden",
        ["outcomeTimestamp"] = _clock.GetUtcNow().ToString("o"),
    };

    private Task OverrideAsync(string card) => SendAsync(Report(card));

    private async Task SendAsync(JsonNode report)
    {
        using var response = await _server.CreateClient().PostAsync(
            "/cds-services/test-service/feedback", Call.Json(new JsonObject { ["feedback"] = new JsonArray(report) }));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }
}
