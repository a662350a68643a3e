using System.Text;
using System.Text.Json;
using FhirNaltrexone.Knowledge.Loading;
using FhirNaltrexone.Knowledge.Suggestions;
using FhirNaltrexone.Knowledge.Tests.Fixtures;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;

namespace FhirNaltrexone.Knowledge.Tests.Content;

/// <summary>What the committed plans would put into an order is valid R4.</summary>
public sealed class CommittedSuggestionTests
{
    private const string RxNorm = "http://www.nlm.nih.gov/research/umls/rxnorm";

    private const string Disorder =
        """{"resourceType":"Condition","id":"oud","subject":{"reference":"Patient/pt"},"code":{"coding":[{"system":"http://snomed.info/sct","code":"75544000"}]}}""";

    private const string Anticoagulant =
        $$"""{"resourceType":"MedicationStatement","id":"apixaban","status":"active","subject":{"reference":"Patient/pt"},"medicationCodeableConcept":{"coding":[{"system":"{{RxNorm}}","code":"1364430"} ] } }""";

    private const string Allergy =
        """{"resourceType":"AllergyIntolerance","id":"allergy","patient":{"reference":"Patient/pt"},"code":{"text":"polysorbate 80"}}""";

    private const string NaloxoneAllergy =
        $$"""{"resourceType":"AllergyIntolerance","id":"naloxone","patient":{"reference":"Patient/pt"},"code":{"coding":[{"system":"{{RxNorm}}","code":"7242","display":"Naloxone"} ] } }""";

    private const string NalmefeneAllergy =
        """{"resourceType":"AllergyIntolerance","id":"nalmefene","patient":{"reference":"Patient/pt"},"code":{"text":"Nalmefene"}}""";

    private const string Current =
        $$"""{"resourceType":"MedicationRequest","id":"oxy","status":"active","intent":"order","subject":{"reference":"Patient/pt"},"medicationCodeableConcept":{"coding":[{"system":"{{RxNorm}}","code":"1049621"} ] } }""";

    private const string WithdrawalSigns =
        """{"resourceType":"Observation","id":"cows","status":"final","code":{"coding":[{"system":"https://fhirnaltrexone.example.org/fhir/CodeSystem/naltrexone-observation","code":"cows-total"}]},"subject":{"reference":"Patient/pt"},"effectiveDateTime":"2026-11-22T08:00:00-05:00","valueInteger":7}""";

    private const string UrinePositive =
        """{"resourceType":"Observation","id":"urine","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"19295-5"}]},"subject":{"reference":"Patient/pt"},"effectiveDateTime":"2026-11-21T08:00:00-05:00","valueCodeableConcept":{"coding":[{"system":"http://snomed.info/sct","code":"10828004"}]}}""";

    private static readonly Service StartSafety = ContentSet.LoadEmbedded(new Dictionary<string, string>()).Services.Single(s => s.Id == "naltrexone-start-safety");

    // Activities of protocols are tried by the cases of conformance/apply.
    public static TheoryData<string> Activities => [.. Repository.ResourceFiles.Where(file => file.Contains("/ActivityDefinition-", StringComparison.Ordinal)
        && Repository.Json(file).GetProperty("meta").GetProperty("profile")[0].GetString()!.EndsWith("/suggested-activity", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Activities))]
    public void Activity_builds_a_resource_that_parses_strictly(string file)
    {
        var definition = Repository.Json(file);

        var template = ActivityTemplate.Build(definition.GetProperty("url").GetString()!, definition, new ProblemList())!;
        var resource = ResourceCopy.Write(template.Resource, [new ElementChange(template.Subject, writer => writer.WriteStringValue("Patient/pt"))])!.Value;

        Assert.Equal(definition.GetProperty("kind").GetString(), ParseStrictly(resource).TypeName);
    }

    [Fact]
    public void An_active_opioid_raises_a_critical_finding_whose_removal_names_the_naltrexone_draft()
    {
        var finding = Evaluate().First(f => f.Rule.Code == "PW-01");

        Assert.Equal((Indicator.Critical, true, null), (finding.Indicator, finding.Evaluated, finding.FailureReason));
        Assert.True(finding.Summary.Length < 140);
        Assert.Contains(finding.Suggestions.SelectMany(s => s.Actions), a => a is { Type: SuggestedActionType.Delete, ResourceId: "MedicationRequest/nal" });
    }

    [Fact]
    public void Everything_suggested_for_a_chart_with_an_opioid_parses_strictly()
    {
        var resources = Evaluate().SelectMany(f => f.Suggestions).SelectMany(s => s.Actions).Where(a => a.Type != SuggestedActionType.Delete).ToList();

        Assert.NotEmpty(resources);
        Assert.All(resources, action => ParseStrictly(action.Resource));
    }

    [Fact]
    public void An_injection_ordered_too_early_can_be_moved_to_four_weeks_after_the_last_one()
    {
        var draft = Updated("DO-04", Dosed("637213", "380"), Injected("2026-11-02T09:00:00-05:00"));

        Assert.Equal("2026-11-30T09:00:00.000-05:00", draft.GetProperty("timing").GetProperty("repeat").GetProperty("boundsPeriod").GetProperty("start").GetString());
    }

    /// <summary>The last injection was given at 22:30 in New York; in UTC its due date falls into December.</summary>
    [Theory]
    [InlineData("2026-11")]
    [InlineData("2026-11-30")]
    public void An_injection_due_on_the_last_day_of_its_order_is_moved_to_that_day(string end)
    {
        var draft = Updated("DO-04", Dosed("637213", "380", bounds: Period("2026-11-22", end)), Injected("2026-11-03T03:30:00Z"));

        Assert.Equal("2026-11-30T22:30:00.000-05:00", draft.GetProperty("timing").GetProperty("repeat").GetProperty("boundsPeriod").GetProperty("start").GetString());
    }

    [Theory]
    [InlineData("\"boundsPeriod\":{\"start\":\"2026-11-22\",\"end\":\"2026-11-29\"}")]
    [InlineData("\"boundsPeriod\":{\"end\":\"2026-11\"}")]
    [InlineData("\"boundsDuration\":{\"value\":6,\"unit\":\"mo\"}")]
    public void An_injection_is_not_moved_out_of_its_order(string bounds)
        => Assert.Empty(Updates("DO-04", Dosed("637213", "380", bounds: bounds), Injected("2026-11-04T09:00:00-05:00")));

    [Fact]
    public void An_injection_is_never_moved_to_a_day_that_has_passed()
        => Assert.Empty(Updates("DO-04", Dosed("637213", "380", bounds: Period("2026-10-10", "2027-04")), Injected("2026-10-20T09:00:00-04:00")));

    [Theory]
    [InlineData("2026-11-02T09:00:00-05:00", "2026-11-22", "still releases")]
    [InlineData("2026-10-20T09:00:00-04:00", "2026-11-05", "start that has passed: correct it. Protection fades: inject as soon as possible")]
    [InlineData("2026-10-10T09:00:00-04:00", "2026-10-05", "start that has passed: correct it. The effect is gone")]
    public void An_early_start_is_explained_by_what_is_true_today(string given, string start, string explained)
    {
        var finding = Assert.Single(Findings("DO-04", [Dosed("637213", "380", bounds: Period(start, "2027-04"))], Injected(given)));

        Assert.Equal(Indicator.Critical, finding.Indicator);
        Assert.DoesNotContain("-", finding.Summary, StringComparison.Ordinal);
        Assert.Contains(explained, finding.Detail, StringComparison.Ordinal);
    }

    /// <summary>Moved, such an order would name two starts, or give two doses on one day.</summary>
    [Theory]
    [InlineData("\"text\":\"380 mg IM on 11/22/2026\"")]
    [InlineData("\"patientInstruction\":\"Come on 22.11.2026 for the injection\"")]
    [InlineData("\"timing\":{\"event\":[\"2026-11-22T09:00:00-05:00\"]}")]
    [InlineData("\"timing\":{\"repeat\":{\"boundsPeriod\":{\"start\":\"2026-11-22\"},\"count\":1}}},{\"timing\":{\"repeat\":{\"boundsPeriod\":{\"start\":\"2026-12-20\"},\"count\":1}}")]
    public void An_order_that_tells_its_days_otherwise_is_not_moved(string beside)
        => Assert.Empty(Updates("DO-04", Beside(Dosed("637213", "380"), beside), Injected("2026-11-04T09:00:00-05:00")));

    [Fact]
    public void Words_that_tell_no_day_do_not_keep_an_order_where_it_is()
        => Assert.Single(Updates("DO-04", Beside(Dosed("637213", "380"), "\"text\":\"380 mg IM every 4 weeks\""), Injected("2026-11-04T09:00:00-05:00")));

    /// <summary>The last dose was at 20:30 in New York; ten days later it is the next day in UTC.</summary>
    [Fact]
    public void A_start_is_moved_to_the_safe_day_as_the_site_counts_days()
    {
        var finding = Assert.Single(Findings("PW-02", [Dosed("1483744", "25", bounds: Period("2026-11-22", "2026-11-30"))], Taken("2026-11-21T01:30:00Z")));

        Assert.Contains("2026-11-30 20:30", finding.Detail, StringComparison.Ordinal);
        Assert.Contains(
            "2026-11-30T20:30:00.000-05:00",
            Encoding.UTF8.GetString(Assert.Single(Actions(finding, SuggestedActionType.Update)).Resource.Span),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"boundsPeriod\":{\"start\":\"2026-11-22\",\"end\":\"2026-11-29\"}")]
    [InlineData("\"boundsDuration\":{\"value\":6,\"unit\":\"mo\"}")]
    public void A_start_is_not_moved_out_of_its_order(string bounds)
        => Assert.Empty(Updates("PW-02", Dosed("1483744", "25", bounds: bounds), Taken("2026-11-21T09:00:00-05:00")));

    [Fact]
    public void A_first_dose_of_50_mg_can_be_lowered_to_25_mg()
    {
        var draft = Updated("DO-01", Dosed("1483744", "50"), Disorder);

        Assert.Equal(25, Dose(draft).GetProperty("value").GetDecimal());
    }

    [Theory]
    [InlineData("\"patientInstruction\":\"Take one 50 mg tablet every morning\"")]
    [InlineData("\"additionalInstruction\":[{\"text\":\"one whole tablet\"}]")]
    [InlineData("\"maxDosePerAdministration\":{\"value\":50,\"unit\":\"mg\"}")]
    [InlineData("\"maxDosePerPeriod\":{\"numerator\":{\"value\":50,\"unit\":\"mg\"},\"denominator\":{\"value\":1,\"unit\":\"d\"}}")]
    public void A_dose_that_words_or_limits_state_too_is_not_rewritten_beside_them(string beside)
        => Assert.Empty(Updates("DO-01", Beside(Dosed("1483744", "50"), beside), Disorder));

    [Fact]
    public void A_dose_in_tablets_is_never_rewritten_as_milligrams()
        => Assert.Empty(Updates("DO-01", Dosed("1483744", "2").Replace("\"mg\"", "\"{tbl}\"", StringComparison.Ordinal), Disorder));

    [Fact]
    public void An_injection_of_190_mg_can_be_corrected_to_380_mg()
        => Assert.Equal(380, Dose(Updated("DO-03", Dosed("637213", "190"))).GetProperty("value").GetDecimal());

    [Theory]
    [InlineData("DO-02", "MedicationRequest/tablets")]
    [InlineData("DO-03", "MedicationRequest/injection")]
    [InlineData("IN-02", "MedicationRequest/injection")]
    [InlineData("AL-02", "MedicationRequest/injection")]
    public void A_card_about_one_form_removes_the_draft_of_that_form_alone(string rule, string draft)
    {
        string[] drafts = [Dosed("1483744", "200", "tablets"), Dosed("637213", "190", "injection")];

        var removed = Actions(rule, SuggestedActionType.Delete, drafts, Anticoagulant, Allergy).Select(action => action.ResourceId);

        Assert.Equal([draft], removed);
    }

    [Fact]
    public void A_naloxone_challenge_is_offered_where_nothing_speaks_against_it()
        => Assert.Contains("Order a naloxone challenge", Labels("PW-10"));

    /// <summary>Catalogue 7.2 D5: not with withdrawal signs or opioids present; rule AL-03: not with an allergy to naloxone.</summary>
    [Theory]
    [InlineData("PW-10", NaloxoneAllergy, "an allergy to naloxone is on record")]
    [InlineData("PW-10", WithdrawalSigns, "the last score shows withdrawal")]
    [InlineData("PW-10", UrinePositive, "a urine test was positive")]
    [InlineData("PW-10", Current, "an opioid is being taken or ordered")]
    public void A_naloxone_challenge_is_not_offered_where_it_must_not_be_given(string rule, string record, string why)
    {
        Assert.DoesNotContain("Order a naloxone challenge", Labels(rule, record));
        Assert.Contains(why, Assert.Single(Findings(rule, [Dosed("637213", "380")], record)).Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PW-02")]
    [InlineData("PW-10")]
    public void Every_card_holds_the_challenge_back_after_an_allergy(string rule)
        => Assert.DoesNotContain("Order a naloxone challenge", Labels(rule, NaloxoneAllergy, Taken("2026-11-21T09:00:00-05:00")));

    [Fact]
    public void Naloxone_spray_is_offered_also_after_an_allergy_to_nalmefene()
    {
        Assert.Contains("Prescribe naloxone nasal spray", Labels("OD-01", NalmefeneAllergy));
        Assert.Contains("Prescribe naloxone, not nalmefene", Assert.Single(Findings("OD-01", [Dosed("637213", "380")], NalmefeneAllergy)).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Naloxone_spray_is_not_offered_after_an_allergy_to_naloxone()
    {
        Assert.DoesNotContain("Prescribe naloxone nasal spray", Labels("OD-01", NaloxoneAllergy));
        Assert.Contains(
            "An allergy to naloxone is on record, so no spray is offered",
            Assert.Single(Findings("OD-01", [Dosed("637213", "380")], NaloxoneAllergy)).Detail,
            StringComparison.Ordinal);
        Assert.Contains(
            "Allergies to naloxone and nalmefene are on record",
            Assert.Single(Findings("OD-01", [Dosed("637213", "380")], NaloxoneAllergy, NalmefeneAllergy)).Detail,
            StringComparison.Ordinal);
    }

    /// <summary>Moved to the safe date by the records, naltrexone would still meet the opioid ordered with it.</summary>
    [Fact]
    public void A_start_is_not_moved_where_an_opioid_is_ordered_with_it()
    {
        string[] drafts = [Dosed("1483744", "25"), Request("oxy", "draft", "1049621", "2026-11-22T09:00:00-05:00")];

        Assert.Empty(Actions("PW-02", SuggestedActionType.Update, drafts, Taken("2026-11-21T09:00:00-05:00")));
        Assert.Contains(
            "(MedicationRequest/oxy): ordered together with naltrexone (MedicationRequest/nal)",
            Assert.Single(Findings("PW-01", drafts)).Detail,
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_call_gives_the_same_findings_to_the_byte() => Assert.Equal(Shown(Evaluate()), Shown(Evaluate()));

    /// <summary>The one dosage of the draft as a rule would change it.</summary>
    private static JsonElement Updated(string rule, string draft, params string[] records)
        => JsonElement.Parse(Assert.Single(Updates(rule, draft, records)).Resource.Span).GetProperty("dosageInstruction")[0];

    private static List<SuggestedAction> Updates(string rule, string draft, params string[] records)
    {
        var actions = Actions(rule, SuggestedActionType.Update, [draft], records);
        Assert.All(actions, action => ParseStrictly(action.Resource));
        return actions;
    }

    private static List<SuggestedAction> Actions(string rule, SuggestedActionType type, string[] drafts, params string[] records)
        => [.. Findings(rule, drafts, records).SelectMany(finding => Actions(finding, type))];

    private static IEnumerable<SuggestedAction> Actions(Finding finding, SuggestedActionType type)
        => finding.Suggestions.SelectMany(suggestion => suggestion.Actions).Where(action => action.Type == type);

    /// <summary>What a rule says. A suggestion that fails on the way is no suggestion withheld.</summary>
    private static List<Finding> Findings(string rule, string[] drafts, params string[] records)
    {
        var chart = TestChart.With(drafts) with
        {
            Resources = [JsonElement.Parse("""{"resourceType":"Patient","id":"pt"}"""), .. records.Select(record => JsonElement.Parse(record))],
        };
        List<Finding> findings = [.. StartSafety.Evaluate("order-sign", chart, TestChart.Now).Where(finding => finding.Rule.Code == rule)];
        Assert.NotEmpty(findings);
        Assert.All(findings, finding => Assert.Null(finding.FailureReason));
        return findings;
    }

    /// <summary>What the card of an injection ordered for the first time offers.</summary>
    private static IEnumerable<string> Labels(string rule, params string[] records)
        => Findings(rule, [Dosed("637213", "380")], records).SelectMany(finding => finding.Suggestions).Select(suggestion => suggestion.Label);

    private static JsonElement Dose(JsonElement dosage) => dosage.GetProperty("doseAndRate")[0].GetProperty("doseQuantity");

    private static string Period(string start, string end) => $$"""
        "boundsPeriod":{"start":"{{start}}","end":"{{end}}"}
        """;

    private static string Dosed(string code, string amount, string id = "nal", string bounds = "") => $$"""
        {"resourceType":"MedicationRequest","id":"{{id}}","status":"draft","intent":"order","subject":{"reference":"Patient/pt"},
         "medicationCodeableConcept":{"coding":[{"system":"{{RxNorm}}","code":"{{code}}"} ] },
         "dosageInstruction":[{ {{(bounds.Length == 0 ? "" : $"\"timing\":{{\"repeat\":{{{bounds}}}}},")}}"doseAndRate":[{"doseQuantity":{"value":{{amount}},"unit":"mg","system":"http://unitsofmeasure.org","code":"mg"} }]}] }
        """;

    private static string Beside(string order, string element) => order.Replace("\"dosageInstruction\":[{", $"\"dosageInstruction\":[{{{element},", StringComparison.Ordinal);

    private static string Injected(string given) => $$"""
        {"resourceType":"MedicationAdministration","id":"injection","status":"completed","subject":{"reference":"Patient/pt"},"effectiveDateTime":"{{given}}",
         "medicationCodeableConcept":{"coding":[{"system":"{{RxNorm}}","code":"637213"} ] } }
        """;

    private static string Taken(string at) => $$"""
        {"resourceType":"MedicationAdministration","id":"oxy","status":"completed","subject":{"reference":"Patient/pt"},"effectiveDateTime":"{{at}}",
         "medicationCodeableConcept":{"coding":[{"system":"{{RxNorm}}","code":"1049621"} ] } }
        """;

    private static IReadOnlyList<Finding> Evaluate()
    {
        var chart = TestChart.With(Request("nal", "draft", "1483744", "2026-11-22T09:00:00-05:00")) with
        {
            Resources = [JsonElement.Parse("""{"resourceType":"Patient","id":"pt"}"""), JsonElement.Parse(Request("oxy", "active", "1049621", "2026-11-01T09:00:00-05:00"))],
        };
        return StartSafety.Evaluate("order-sign", chart, TestChart.Now);
    }

    private static string Request(string id, string status, string code, string authoredOn)
        => $$"""
        {"resourceType":"MedicationRequest","id":"{{id}}","status":"{{status}}","intent":"order","subject":{"reference":"Patient/pt"},"authoredOn":"{{authoredOn}}",
         "medicationCodeableConcept":{"coding":[{"system":"{{RxNorm}}","code":"{{code}}"} ] } }
        """;

    private static string Shown(IReadOnlyList<Finding> findings) => string.Join('\n', findings.Select(f =>
        $"{f.Id} {f.Rule.Code} {f.Summary} {f.Detail} {string.Join(' ', f.Suggestions.Select(s => $"{s.Id} {s.Label} {string.Join(' ', s.Actions.Select(a => Encoding.UTF8.GetString(a.Resource.Span)))}"))}"));

    private static Resource ParseStrictly(ReadOnlyMemory<byte> resource)
        => new FhirJsonDeserializer(new DeserializerSettings().UsingMode(DeserializationMode.Strict)).DeserializeResource(Encoding.UTF8.GetString(resource.Span));
}
