using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Tests.Security.Support;
using FhirNaltrexone.Server.Tests.Support;
using FhirNaltrexone.Storage.Access;
using static FhirNaltrexone.Server.Tests.Security.Sensitivity.ConsentText;

namespace FhirNaltrexone.Server.Tests.Security.Sensitivity;

/// <summary>Cards are disclosures too.</summary>
public sealed class CardDisclosureTests : IDisposable
{
    private const string Ehr = "https://ehr.example.org/fhir";
    private static readonly string[] Types = ["Patient", "Condition", "MedicationRequest", "Observation"];

    private readonly AccessServer _server = new();

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task A_labelled_record_is_not_used_without_consent_and_the_answer_says_that_something_is_missing()
    {
        var cards = await _server.CardsAsync(Callers.Clinic, CallWith(Condition("secret", "F11.20"), Condition("flu", "J11.1")));

        Assert.DoesNotContain("secret", Seen());
        Assert.Contains("flu", Seen());
        Assert.Equal(Types.Order(), _server.Server.Service.Seen!.Unread.Order());
        var card = Assert.Single(cards, card => (string?)card!["source"]!["topic"]!["code"] == "DQ-01")!;
        Assert.DoesNotContain("secret", card.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Condition", card.ToJsonString(), StringComparison.Ordinal);
        Assert.All(cards, each => Assert.Null(each!["extension"]));
    }

    [Fact]
    public async Task It_says_so_even_where_no_rule_has_a_word_and_in_the_same_words_whatever_is_withheld()
    {
        _server.Server.Service.Rules = _ => [];
        var order = Call.Order("secret-order");
        order["medicationCodeableConcept"] = JsonNode.Parse("""{"coding":[{"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"864706"}]}""");
        order["status"] = "active";

        var one = await _server.CardsAsync(Callers.Clinic, CallWith(Condition("secret", "F11.20")));
        var other = await _server.CardsAsync(Callers.Clinic, With(CallWith(), "medicationRequests", order));
        var none = await _server.CardsAsync(Callers.Clinic, CallWith(Condition("flu", "J11.1")));

        Assert.Equal("DQ-01", (string?)Assert.Single(one)!["source"]!["topic"]!["code"]);
        Assert.Equal(one.ToJsonString(), other.ToJsonString());
        Assert.Empty(none);
    }

    [Fact]
    public async Task Labels_of_the_EHR_count_as_well()
    {
        var labelled = Condition("secret", "J11.1");
        labelled["meta"] = JsonNode.Parse("""{"security":[{"system":"http://terminology.hl7.org/CodeSystem/v3-Confidentiality","code":"R"}]}""");

        await _server.CardsAsync(Callers.Clinic, CallWith(labelled));

        Assert.DoesNotContain("secret", Seen());
    }

    [Theory]
    [InlineData(Ehr, true)]
    [InlineData("https://other.example.org/fhir", false)]
    [InlineData(null, false)]
    public async Task A_consent_counts_for_the_patient_of_the_server_it_names(string? server, bool isUsed)
    {
        var consent = Consent("c", Provision("permit").Labelled("SUD").ToClient("clinic"));
        consent["patient"] = new JsonObject { ["reference"] = $"{Ehr}/Patient/{Call.Patient}" };
        await _server.PutAsync(null, consent.ToJsonString());
        var call = CallWith(Condition("secret", "F11.20"));
        if (server is not null) call["fhirServer"] = server;

        var cards = await _server.CardsAsync(Callers.Clinic, call);

        Assert.Equal(isUsed, Seen().Contains("secret"));
        Assert.Equal(!isUsed, cards.Any(card => (string?)card!["source"]!["topic"]!["code"] == "DQ-01"));
        if (isUsed) Assert.All(cards, card => Assert.Equal(DisclosureTexts.RedisclosureText, (string?)card!["extension"]!["org.example.fhirnaltrexone.redisclosure"]!["text"]));
    }

    [Fact]
    public async Task A_consent_about_our_own_patients_counts_for_calls_that_name_us()
    {
        await _server.PutAsync(null, Consent("c", Provision("permit").Labelled("SUD"), patient: Call.Patient).ToJsonString());
        var call = CallWith(Condition("secret", "F11.20"));
        call["fhirServer"] = "http://127.0.0.1:5080/fhir";

        await _server.CardsAsync(Callers.Clinic, call);

        Assert.Contains("secret", Seen());
    }

    [Fact]
    public async Task A_deny_keeps_plain_records_out_of_cards()
    {
        await _server.PutAsync(null, Consent("c", Provision("deny", Provision("permit").OfClass("Patient")), patient: Call.Patient).ToJsonString());
        var call = CallWith(Condition("flu", "J11.1"));
        call["fhirServer"] = "http://127.0.0.1:5080/fhir";

        var cards = await _server.CardsAsync(Callers.Clinic, call);

        Assert.DoesNotContain("flu", Seen());
        Assert.Contains(cards, card => (string?)card!["source"]!["topic"]!["code"] == "DQ-01");
    }

    [Fact]
    public async Task Holders_of_the_records_programmes_and_an_open_service_use_them_all()
    {
        foreach (var caller in new[] { Callers.Clinic with { IsRecordHolder = true }, Callers.Programme, null })
        {
            var cards = await _server.CardsAsync(caller, CallWith(Condition("secret", "F11.20")));

            Assert.Contains("secret", Seen());
            Assert.Equal(caller is null, cards[0]!["extension"] is null);
        }
    }

    [Fact]
    public async Task What_is_being_ordered_is_no_record_yet()
    {
        var call = CallWith();
        var draft = call["context"]!["draftOrders"]!["entry"]![0]!["resource"]!.AsObject();
        draft["medicationCodeableConcept"] = JsonNode.Parse("""{"coding":[{"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"7243"}]}""");

        var cards = await _server.CardsAsync(Callers.Clinic, call);

        Assert.Single(_server.Server.Service.Seen!.Drafts);
        Assert.DoesNotContain(cards, card => (string?)card!["source"]!["topic"]!["code"] == "DQ-01");
    }

    [Fact]
    public async Task A_prefetch_from_a_server_that_may_withhold_proves_no_absence()
    {
        var call = CallWith();
        call["prefetch"]!["conditions"]!["meta"] = new JsonObject
        {
            ["tag"] = new JsonArray(new JsonObject { ["system"] = DisclosureTexts.System, ["code"] = DisclosureTexts.MayBeWithheld }),
        };

        await _server.CardsAsync(Callers.Clinic, call);

        Assert.Equal(["Condition"], _server.Server.Service.Seen!.Unread);
    }

    [Fact]
    public async Task The_rules_of_the_product_do_not_look_clear_on_withheld_records()
    {
        using var server = new AccessServer(null, hasRealContent: true);
        var call = JsonNode.Parse(Repository.Read("conformance/cds-hooks/requests/order-sign.json"))!;

        var open = await server.CardsAsync(null, call, "naltrexone-start-safety");
        var labelled = call.DeepClone();
        foreach (var entry in labelled["prefetch"]!.AsObject().Select(pair => pair.Value).OfType<JsonObject>().SelectMany(bundle => bundle["entry"]?.AsArray() ?? []))
        {
            entry!["resource"]!["meta"] = JsonNode.Parse("""{"security":[{"system":"http://terminology.hl7.org/CodeSystem/v3-ActCode","code":"SUD"}]}""");
        }

        var withheld = await server.CardsAsync(Callers.Clinic, labelled, "naltrexone-start-safety");

        Assert.Contains(open, card => (string?)card!["source"]!["topic"]!["code"] == "PW-01");
        Assert.DoesNotContain(withheld, card => (string?)card!["source"]!["topic"]!["code"] == "PW-01");
        Assert.Contains(withheld, card => (string?)card!["source"]!["topic"]!["code"] == "DQ-01");
    }

    private List<string> Seen() => [.. _server.Server.Service.Seen!.Resources.Select(resource => (string)JsonNode.Parse(resource)!["id"]!)];

    private static JsonObject CallWith(params JsonObject[] conditions) => With(Call.OrderSign(), "conditions", conditions);

    private static JsonObject With(JsonObject call, string key, params JsonObject[] resources)
    {
        call["prefetch"]![key] = Call.Bundle(resources);
        return call;
    }

    private static JsonObject Condition(string id, string code)
    {
        var condition = Call.Condition(id);
        condition["code"] = JsonNode.Parse($$"""{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"{{code}}"}]}""");
        return condition;
    }
}
