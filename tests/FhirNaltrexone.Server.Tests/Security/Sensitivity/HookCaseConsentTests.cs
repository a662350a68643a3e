using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Tests.Conformance;
using FhirNaltrexone.Server.Tests.Security.Support;
using FhirNaltrexone.Storage.Access;
using static FhirNaltrexone.Server.Tests.Security.Sensitivity.ConsentText;

namespace FhirNaltrexone.Server.Tests.Security.Sensitivity;

/// <summary>
/// The clinical cases for clients that fall under consents: labels hide nothing from the rules where the patient has permitted substance use for
/// treatment, nor from whoever holds the records.
/// </summary>
public sealed class HookCaseConsentTests(CardSecrecyTests.Rules rules) : IClassFixture<CardSecrecyTests.Rules>
{
    private const string Us = "http://127.0.0.1:5080/fhir";

    public static TheoryData<string> Files => HookCase.All;

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_consent_for_substance_use_lets_the_rules_see_all_that_the_policy_labels(string file)
    {
        await rules.StoreAsync(Consent("permit", Provision("permit").Labelled("SUD").For("TREAT").ToClient("clinic"), patient: "pt"));

        await AnswersAsExpectedAsync(file, Callers.Clinic, Us);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public Task Whoever_holds_the_records_gets_all_cards(string file) => AnswersAsExpectedAsync(file, Callers.Clinic with { IsRecordHolder = true }, null);

    private async Task AnswersAsExpectedAsync(string file, Caller caller, string? fhirServer)
    {
        var hookCase = HookCase.Read(file);
        var request = hookCase.Request();
        if (fhirServer is not null) request["fhirServer"] = fhirServer;

        var cards = Cards(await rules.AnswersAsync(caller, hookCase.Now, request, hookCase.Records));

        Assert.True(
            hookCase.Expected.SequenceEqual(cards), $"{file}: expected [{string.Join(", ", hookCase.Expected)}], got [{string.Join(", ", cards)}]");
    }

    private static SortedSet<string> Cards(SortedDictionary<string, string> answers)
        => new(
            answers.Values.SelectMany(answer => JsonNode.Parse(answer[4..])!["cards"]?.AsArray() ?? []).Select(card => $"{card!["source"]!["topic"]!["code"]} {card["indicator"]}"),
            StringComparer.Ordinal);
}
