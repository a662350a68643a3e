using System.Text.Json.Nodes;
using FhirNaltrexone.Knowledge;
using FhirNaltrexone.Server.Tests.Rest;
using FhirNaltrexone.Server.Tests.Security.Support;
using FhirNaltrexone.Server.Tests.Support;
using FhirNaltrexone.Storage;
using FhirNaltrexone.Storage.Access;
using FhirNaltrexone.Storage.Resources;
using Microsoft.Extensions.DependencyInjection;
using static FhirNaltrexone.Server.Tests.Security.Sensitivity.ConsentText;

namespace FhirNaltrexone.Server.Tests.Security.Sensitivity;

/// <summary>Cards are disclosures too.</summary>
public sealed class CardDisclosureTests : IDisposable
{
    private const string Gap = "records-may-be-missing";
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
        Assert.Equal([Gap, "PW-01"], Topics(cards));
        Assert.DoesNotContain("secret", cards.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Condition", cards.ToJsonString(), StringComparison.Ordinal);
        Assert.All(cards, each => Assert.Null(each!["extension"]));
    }

    [Fact]
    public async Task It_says_so_in_the_same_words_whatever_is_withheld_and_when_nothing_is()
    {
        var order = Call.Order("secret-order");
        order["medicationCodeableConcept"] = JsonNode.Parse("""{"coding":[{"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"864706"}]}""");
        order["status"] = "active";

        var one = await _server.CardsAsync(Callers.Clinic, CallWith(Condition("secret", "F11.20")));
        var other = await _server.CardsAsync(Callers.Clinic, With(CallWith(), "medicationRequests", order));
        var none = await _server.CardsAsync(Callers.Clinic, CallWith(Condition("flu", "J11.1")));

        Assert.Equal(Gap, Topics(one)[0]);
        Assert.Equal(one.ToJsonString(), other.ToJsonString());
        Assert.Equal(one.ToJsonString(), none.ToJsonString());
    }

    [Fact]
    public async Task A_service_without_a_word_on_a_chart_of_which_nothing_could_be_read_is_not_concerned()
    {
        _server.Server.Service.Rules = _ => [];

        Assert.Empty(await _server.CardsAsync(Callers.Clinic, CallWith(Condition("secret", "F11.20"))));
    }

    [Fact]
    public async Task Settings_against_too_many_cards_hide_neither_the_notice_nor_its_mark()
    {
        using var server = new AccessServer(null, ("Cards:MinimumIndicator", "Critical"), ("Cards:Maximum", "1"));
        server.Server.Service.Rules = _ => [Findings.Of("PW-01", Indicator.Critical), Findings.Of("HT-03", Indicator.Warning)];

        var cards = await server.CardsAsync(Callers.Clinic, CallWith());

        Assert.Equal([Gap, "PW-01"], Topics(cards));
        Assert.Contains("consent", (string?)cards[1]!["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_only_protected_records_bring_is_an_answer_on_nothing()
    {
        _server.Server.Service.Rules = chart => chart.Unread.Count > 0 ? [Findings.Of("DQ-01", Indicator.Info)] : [];
        var call = Call.OrderSign();
        foreach (var (key, _) in call["prefetch"]!.AsObject().ToList()) call["prefetch"]![key] = Call.OperationOutcome("exception");
        using var without = await _server.CallAsync(Callers.Clinic, call);
        call["prefetch"]!["other"] = Call.Bundle(Condition("secret", "F11.20"));
        using var with = await _server.CallAsync(Callers.Clinic, call);

        Assert.Equal((412, 412), ((int)without.StatusCode, (int)with.StatusCode));
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
        Assert.Equal(!isUsed, Topics(cards).Contains(Gap));
        if (isUsed) Assert.All(cards, card => Assert.Equal(DisclosureTexts.RedisclosureText, Notice(card)));
    }

    /// <summary>Whether a record is left out or not: the consent leaves room for one.</summary>
    [Theory]
    [InlineData("whole", false)]
    [InlineData("kind", true)]
    [InlineData("type", true)]
    [InlineData("time", true)]
    [InlineData("data", true)]
    [InlineData("except data", true)]
    [InlineData("except kind", true)]
    [InlineData("other client", true)]
    public async Task A_consent_ends_the_notice_when_it_permits_whatever_there_may_be(string consent, bool isTold)
    {
        var permit = Provision("permit").Labelled("SUD").ToClient("clinic");
        var provision = consent switch
        {
            "kind" => Provision("permit").Labelled("ETHUD").ToClient("clinic"),
            "type" => permit.OfClass("Condition"),
            "time" => With(permit, "dataPeriod", """{"start":"2020-01-01"}"""),
            "data" => permit.With("data", JsonNode.Parse("""{"meaning":"instance","reference":{"reference":"Condition/c"}}""")!),
            "except data" => permit.With("provision", Provision("deny").With("data", JsonNode.Parse("""{"meaning":"instance","reference":{"reference":"Condition/c"}}""")!)),
            "except kind" => permit.With("provision", Provision("deny").Labelled("OPIOIDUD")),
            "other client" => Provision("permit").Labelled("SUD").ToClient("other"),
            _ => permit,
        };
        await _server.PutAsync(null, Consent("c", provision, patient: Call.Patient).ToJsonString());
        var call = CallWith(Condition("flu", "J11.1"));
        call["fhirServer"] = "http://127.0.0.1:5080/fhir";

        var cards = await _server.CardsAsync(Callers.Clinic, call);

        Assert.Equal(isTold, Topics(cards).Contains(Gap));
        Assert.Equal(isTold, ((string?)cards[^1]!["detail"])?.Contains("consent", StringComparison.Ordinal) == true);
    }

    /// <summary>The consent covers what the policy knows, the EHR has labelled something else: silence would be worse than a hint.</summary>
    [Fact]
    public async Task A_record_left_out_for_a_label_of_another_kind_is_told_too()
    {
        await _server.PutAsync(null, Consent("c", Provision("permit").Labelled("SUD"), patient: Call.Patient).ToJsonString());
        var labelled = Condition("secret", "J11.1");
        labelled["meta"] = JsonNode.Parse("""{"security":[{"system":"http://terminology.hl7.org/CodeSystem/v3-ActCode","code":"HIV"}]}""");
        var call = CallWith(labelled);
        call["fhirServer"] = "http://127.0.0.1:5080/fhir";

        var cards = await _server.CardsAsync(Callers.Clinic, call);

        Assert.Equal(Gap, Topics(cards)[0]);
        Assert.DoesNotContain("secret", Seen());
    }

    /// <summary>42 CFR Part 2 is claimed where the source is a programme, not wherever a record is sensitive.</summary>
    [Theory]
    [InlineData("SUD", false)]
    [InlineData("HIV", false)]
    [InlineData("42CFRPart2", true)]
    public async Task The_notice_stands_in_the_detail_and_names_part_2_for_its_records_alone(string label, bool isOfPart2)
    {
        var labelled = Condition("secret", "J11.1");
        labelled["meta"] = JsonNode.Parse($$"""{"security":[{"system":"http://terminology.hl7.org/CodeSystem/v3-ActCode","code":"{{label}}"}]}""");

        var cards = await _server.CardsAsync(Callers.Clinic with { IsRecordHolder = true }, CallWith(labelled));

        var card = Assert.Single(cards);
        Assert.Equal(Notice(card), (string?)card!["detail"]);
        Assert.Equal(isOfPart2, card.ToJsonString().Contains("CFR", StringComparison.OrdinalIgnoreCase));
        if (isOfPart2) Assert.StartsWith("42 CFR part 2 prohibits unauthorized use or disclosure of these records.", Notice(card), StringComparison.Ordinal);
    }

    /// <summary>A record is not read for a notice that is told already, but for the other one it is.</summary>
    [Theory]
    [InlineData("flu coded labelled")]
    [InlineData("labelled coded flu")]
    [InlineData("coded labelled coded")]
    [InlineData("coded flu labelled")]
    public async Task A_holder_is_told_each_notice_wherever_the_record_stands_that_brings_it(string order)
    {
        var labelled = Condition("labelled", "J11.1");
        labelled["meta"] = JsonNode.Parse("""{"security":[{"system":"http://terminology.hl7.org/CodeSystem/v3-ActCode","code":"42CFRPart2"}]}""");
        var call = CallWith([.. order.Split(' ').Select((name, place) => name switch
        {
            "flu" => Condition($"flu{place}", "J11.1"),
            "coded" => Condition($"coded{place}", "F11.20"),
            _ => labelled,
        })]);

        var notice = Notice(Assert.Single(await _server.CardsAsync(Callers.Clinic with { IsRecordHolder = true }, call)));
        var ofProgramme = Notice(Assert.Single(await _server.CardsAsync(Callers.Programme with { IsRecordHolder = true }, call)));

        Assert.Contains(DisclosureTexts.Part2Text, notice, StringComparison.Ordinal);
        Assert.Contains(DisclosureTexts.RedisclosureText, notice, StringComparison.Ordinal);
        Assert.Contains(DisclosureTexts.Part2Text, ofProgramme, StringComparison.Ordinal);
        Assert.DoesNotContain(DisclosureTexts.RedisclosureText, ofProgramme, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_consent_of_the_guide_counts_for_calls_with_the_address_of_the_patient()
    {
        var consent = OfGuide();
        consent["patient"] = new JsonObject { ["reference"] = $"{Ehr}/Patient/{Call.Patient}" };
        consent["dateTime"] = "2026-01-01";
        consent["provision"]!["period"] = new JsonObject { ["start"] = "2026-01-01", ["end"] = "2099-12-31" };
        using (var stored = await _server.SendAsync(null, "POST", "Consent", consent.ToJsonString())) Assert.True(stored.IsSuccessStatusCode);
        var call = CallWith(Condition("secret", "F11.20"));
        call["fhirServer"] = Ehr;

        await _server.CardsAsync(Callers.Clinic, call);

        Assert.Contains("secret", Seen());
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
        Assert.Equal(Gap, Topics(cards)[0]);
    }

    /// <summary>A consent that nobody could read may deny what has no label, too.</summary>
    [Fact]
    public async Task Without_the_consents_no_record_is_used_that_one_may_deny_and_the_answer_says_so()
    {
        var failure = new StorageException(StorageErrorCode.Unavailable, "down");
        using var server = new AccessServer(services => services.AddSingleton<IResourceStore>(new FailingStore(failure)));
        var call = CallWith(Condition("flu", "J11.1"), Condition("secret", "F11.20"));
        call["fhirServer"] = "http://127.0.0.1:5080/fhir";

        var cards = await server.CardsAsync(Callers.Clinic, call);

        Assert.Equal(["Patient"], server.Server.Service.Seen!.Resources.Select(resource => (string)JsonNode.Parse(resource)!["resourceType"]!).Distinct());
        Assert.Equal(Types.Order(), server.Server.Service.Seen!.Unread.Order());
        Assert.Equal([Gap, "PW-01"], Topics(cards));
    }

    [Fact]
    public async Task Holders_of_the_records_and_an_open_service_use_them_all()
    {
        foreach (var caller in new[] { Callers.Clinic with { IsRecordHolder = true }, Callers.Programme with { IsRecordHolder = true }, null })
        {
            var cards = await _server.CardsAsync(caller, CallWith(Condition("secret", "F11.20")));

            Assert.Contains("secret", Seen());
            Assert.Equal(caller is null, cards[0]!["extension"] is null);
        }
    }

    [Fact]
    public async Task A_programme_that_does_not_hold_the_records_of_its_call_needs_a_consent()
    {
        var secret = Condition("secret", "F11.20");
        secret["meta"] = JsonNode.Parse("""{"tag":[{"system":"https://fhirnaltrexone.example.org/fhir/sid/record-holder","code":"client/programme/programme"}]}""");

        var cards = await _server.CardsAsync(Callers.Programme, CallWith(secret));

        Assert.DoesNotContain("secret", Seen());
        Assert.Equal(Gap, (string?)cards[0]!["source"]!["topic"]!["code"]);
    }

    [Fact]
    public async Task What_is_being_ordered_is_no_record_yet()
    {
        var call = CallWith();
        var draft = call["context"]!["draftOrders"]!["entry"]![0]!["resource"]!.AsObject();
        draft["medicationCodeableConcept"] = JsonNode.Parse("""{"coding":[{"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"7243"}]}""");

        var cards = await _server.CardsAsync(Callers.Clinic, call);

        Assert.Single(_server.Server.Service.Seen!.Drafts);
        Assert.All(cards, card => Assert.Null(card!["extension"]));
    }

    [Fact]
    public async Task A_prefetch_from_a_server_that_may_withhold_proves_no_absence()
    {
        var call = CallWith();
        call["prefetch"]!["conditions"]!["meta"] = new JsonObject
        {
            ["tag"] = new JsonArray(new JsonObject { ["system"] = DisclosureTexts.System, ["code"] = DisclosureTexts.MayBeWithheld }),
        };

        await _server.CardsAsync(Callers.Clinic with { IsRecordHolder = true }, call);

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
        Assert.Equal(Gap, Topics(withheld)[0]);
    }

    private static List<string?> Topics(JsonArray cards) => [.. cards.Select(card => (string?)card!["source"]!["topic"]!["code"])];

    private static string? Notice(JsonNode? card) => (string?)card!["extension"]!["org.example.fhirnaltrexone.redisclosure"]!["text"];

    private List<string> Seen() => [.. _server.Server.Service.Seen!.Resources.Select(resource => (string)JsonNode.Parse(resource)!["id"]!)];

    private static JsonObject CallWith(params JsonObject[] conditions) => With(Call.OrderSign(), "conditions", conditions);

    private static JsonObject With(JsonObject call, string key, params JsonObject[] resources)
    {
        call["prefetch"]![key] = Call.Bundle(resources);
        return call;
    }

    private static JsonObject With(JsonObject provision, string member, string json)
    {
        provision[member] = JsonNode.Parse(json);
        return provision;
    }

    private static JsonObject Condition(string id, string code)
    {
        var condition = Call.Condition(id);
        condition["code"] = JsonNode.Parse($$"""{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"{{code}}"}]}""");
        return condition;
    }
}
