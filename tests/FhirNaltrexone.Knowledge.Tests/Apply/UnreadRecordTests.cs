using System.Text.Json.Nodes;
using FhirNaltrexone.Knowledge.Apply.Writing;

namespace FhirNaltrexone.Knowledge.Tests.Apply;

/// <summary>
/// What stands in the record and cannot be read is never taken for "no": the step stays, marked, and an issue says so. What is read, and newer,
/// decides.
/// </summary>
public sealed class UnreadRecordTests
{
    private const string AskedDeclined = "'dataAbsentReason':{'coding':[{'system':'http://terminology.hl7.org/CodeSystem/data-absent-reason','code':'asked-declined'}]}";

    private const string NotAtAll = "'valueCodeableConcept':{'coding':[{'system':'http://loinc.org','code':'LA6568-5','display':'Not at all'}]}";

    private const string Negative = "'valueCodeableConcept':{'coding':[{'system':'http://snomed.info/sct','code':'260385009','display':'Negative'}]}";

    private const string Injection = """
        {"resourceType":"MedicationAdministration","id":"injection","status":"completed","subject":{"reference":"Patient/pt"},"effectiveDateTime":"2026-11-02T10:00:00-05:00",
         "medicationCodeableConcept":{"coding":[{"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"637213","display":"naltrexone 380 MG Injection"}]} }
        """;

    // ---- Suicide and depression

    [Theory]
    [InlineData("'valueString':'Several days'", "2026-11-29")]
    [InlineData(AskedDeclined, "2026-11-29")]
    [InlineData(NotAtAll, "2026-12-09")]
    public void An_answer_on_self_harm_that_cannot_be_read_or_placed_is_no_no(string answer, string when)
    {
        var asked = Observation("item9", "44260-8", answer, when);

        Undecided(Applied("side-effects", Man, Injection, asked), "suicide");
        Undecided(Applied("pre-start-assessment", Man, asked), "suicide-risk");
    }

    [Fact]
    public void A_screening_answer_that_cannot_be_read_is_not_undone_by_question_nine()
        => Undecided(
            Applied("pre-start-assessment", Man, Observation("item9", "44260-8", NotAtAll, "2026-11-29"), Observation("intent", "93249-1", "'valueString':'refused'", "2026-11-28")),
            "suicide-risk");

    [Fact]
    public void Suicide_in_the_words_of_a_problem_alone_is_not_taken_for_its_absence()
        => Undecided(Applied("side-effects", Man, Injection, Observation("item9", "44260-8", NotAtAll, "2026-11-29"), InWords("Recurrent suicidal ideation")), "suicide");

    [Fact]
    public void Question_nine_answered_with_not_at_all_decides()
    {
        var reading = Applied("side-effects", Man, Injection, Observation("item9", "44260-8", NotAtAll, "2026-11-29"));

        Gone(reading, "suicide");
    }

    [Theory]
    [InlineData("'valueString':'22'", "2026-11-29", true)]
    [InlineData("'valueString':'22'", "2026-11-01", false)]
    [InlineData("'valueInteger':3", "2026-11-29", false)]
    public void A_score_of_depression_that_cannot_be_read_hides_an_older_one_and_no_newer(string value, string when, bool hides)
    {
        var reading = Applied("side-effects", Man, Injection, Observation("old", "44261-6", "'valueInteger':3", "2026-11-10"), Observation("new", "44261-6", value, when));

        if (hides) Undecided(reading, "depression");
        else Gone(reading, "depression");
    }

    [Fact]
    public void A_high_score_stands_whatever_came_after()
        => Applies(
            Applied("side-effects", Man, Injection, Observation("old", "44261-6", "'valueInteger':14", "2026-11-10"), Observation("new", "44261-6", "'valueString':'?'", "2026-11-29")),
            "depression");

    [Fact]
    public void An_unread_answer_on_self_harm_leaves_mental_illness_undecided()
        => Undecided(
            Applied("special-populations", Man, Observation("total", "44261-6", "'valueInteger':3", "2026-11-29"), Observation("item9", "44260-8", AskedDeclined, "2026-11-29")),
            "mental-illness");

    // ---- Opioids that are taken

    [Theory]
    [InlineData("Methadone maintenance via OTP")]
    [InlineData("Long term (current) use of opiate analgesic")]
    public void An_opioid_in_the_words_of_a_problem_alone_leaves_a_start_undecided(string words)
    {
        Undecided(Applied("oral-naltrexone", [Man, Heroin, .. Enzymes("2026-11-29", 20), InWords(words)]), "first-dose");
        Undecided(Applied("pre-start-assessment", Man, Heroin, InWords(words)), "programme");
    }

    [Fact]
    public void A_programme_of_which_nobody_knows_when_leaves_a_start_undecided()
    {
        const string programme = """
            {"resourceType":"Procedure","id":"programme","status":"completed","subject":{"reference":"Patient/pt"},
             "code":{"coding":[{"system":"http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets","code":"H0020"}]} }
            """;

        Undecided(Applied("oral-naltrexone", [Man, Heroin, .. Enzymes("2026-11-29", 20), programme]), "first-dose");
        Undecided(Applied("pre-start-assessment", Man, Heroin, programme), "programme");
    }

    // ---- Liver

    /// <summary>Catalogue 4.19: the newest result that cannot be used is passed over for the one before, and reported.</summary>
    [Theory]
    [InlineData("'valueQuantity':{'value':400,'unit':'units/L'}")]
    [InlineData("'valueString':'400'")]
    [InlineData("'valueQuantity':{'value':20,'unit':'U/L','code':'U/L'},'modifierExtension':[{'url':'https://example.org/negated','valueBoolean':true}]")]
    [InlineData("'valueQuantity':{'value':100,'comparator':'>','unit':'U/L','code':'U/L'}")]
    public void Where_the_newest_enzymes_cannot_be_read_no_dose_looks_clear(string value)
    {
        string[] records = [Man, Heroin, .. Enzymes("2026-11-10", 20), Observation("unread", "1742-6", value, "2026-11-29")];

        var tablets = Applied("oral-naltrexone", records);
        var liver = Applied("liver-monitoring", records);

        Undecided(tablets, "before-first-dose", "first-dose", "maintenance");
        Undecided(liver, "from-5-times", "injury");
        Told(tablets, "Observation/unread");
        Told(liver, "Observation/unread");
        Undecided(Applied("extended-release-injection", [.. records, Injection]), "injection", "injection-2");
    }

    [Fact]
    public void Enzymes_that_cannot_be_read_are_told_also_where_there_are_no_others()
    {
        string[] records = [Man, Heroin, Observation("unread", "1742-6", "'valueQuantity':{'value':400,'unit':'units/L'}", "2026-11-29")];

        Undecided(Applied("oral-naltrexone", records), "first-dose");
        Told(Applied("liver-monitoring", records), "Observation/unread");
    }

    [Fact]
    public void A_newer_result_that_is_read_undoes_one_that_is_not()
    {
        string[] records = [Man, Heroin, .. Enzymes("2026-11-20", 20), Observation("unread", "1742-6", "'valueString':'400'", "2026-11-10")];

        var reading = Applied("oral-naltrexone", records);

        Applies(reading, "first-dose");
        Assert.Equal("2026-11-30", CarePlanReading.When(reading.Action("first-dose")));
        Gone(reading, "from-5-times");
        Assert.Empty(reading.Issues);
    }

    [Fact]
    public void Enzymes_of_another_kind_do_not_speak_for_those_that_cannot_be_read()
        => Undecided(
            Applied("oral-naltrexone", [Man, Heroin, .. Enzymes("2026-11-20", 20), Observation("alt", "1742-6", "'valueString':'400'", "2026-11-20"), Observation("ast", "1920-8", Activity(20), "2026-11-29")]),
            "first-dose");

    [Fact]
    public void High_enzymes_forbid_whatever_cannot_be_read_after_them()
    {
        var reading = Applied("oral-naltrexone", [Man, Heroin, .. Enzymes("2026-11-10", 240), Observation("bilirubin", "1975-2", Bilirubin("0.8"), "2026-11-10"), Observation("unread", "1742-6", "'valueString':'?'", "2026-11-29")]);

        Applies(reading, "held", "from-5-times");
        Gone(reading, "first-dose");
    }

    [Theory]
    [InlineData("Acute hepatitis B")]
    [InlineData("Liver failure")]
    [InlineData("Jaundice")]
    public void A_liver_problem_in_words_alone_leaves_every_dose_undecided(string words)
    {
        var injection = Applied("extended-release-injection", Man, Injection, InWords(words));

        Undecided(injection, "injection", "injection-2");
        Told(injection, "Condition/words");
        Undecided(Applied("special-populations", Man, InWords(words)), "liver");
        Undecided(Applied("rapid-start", [Man, Heroin, .. Enzymes("2026-11-29", 20), InWords(words)]), "conditions");
    }

    [Fact]
    public void A_liver_problem_under_a_code_that_no_list_holds_is_doubtful_by_its_words()
    {
        const string Failure = """
            {"resourceType":"Condition","id":"words","clinicalStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/condition-clinical","code":"active"}]},
             "code":{"coding":[{"system":"http://snomed.info/sct","code":"721710007","display":"Acute liver failure"}]},"subject":{"reference":"Patient/pt"} }
            """;
        var injection = Applied("extended-release-injection", Man, Injection, Failure);

        Undecided(injection, "injection", "injection-2");
        Told(injection, "Condition/words");
        Undecided(Applied("special-populations", Man, Failure), "liver");
    }

    /// <summary>The rules know problems by their codes: another in words alone is named, but puts no dose in doubt.</summary>
    [Theory]
    [InlineData("Sprained ankle")]
    [InlineData("Preterm delivery of first child")]
    [InlineData("Adrenal adenoma")]
    public void Another_problem_in_words_alone_is_told_and_doubts_no_dose(string words)
    {
        var reading = Applied("extended-release-injection", [Man, Injection, .. Enzymes("2026-11-29", 20), InWords(words)]);

        Applies(reading, "injection");
        Told(reading, "Condition/words");
        Gone(Applied("special-populations", Man, Kidneys(80, "2026-11-01"), InWords(words)), "kidneys");
    }

    [Theory]
    [InlineData("'valueQuantity':{'value':6,'unit':'mg%'}", "1.0")]
    [InlineData("'valueString':'6'", null)]
    public void Raised_enzymes_with_bilirubin_that_cannot_be_read_leave_injury_undecided(string bilirubin, string? inr)
    {
        string[] records = [Man, Injection, .. Enzymes("2026-11-29", 160), Observation("bilirubin", "1975-2", bilirubin, "2026-11-29"), .. inr is null ? [] : new[] { Inr(inr) }];

        Undecided(Applied("liver-monitoring", records), "injury");
        Undecided(Applied("extended-release-injection", records), "injection");
    }

    [Fact]
    public void An_INR_that_a_medicine_explains_says_nothing_of_the_liver()
    {
        string[] records = [Man, Injection, Warfarin, .. Enzymes("2026-11-29", 160), Inr("3.0")];

        Undecided(Applied("liver-monitoring", records), "injury");
        Gone(Applied("liver-monitoring", [.. records, Observation("bilirubin", "1975-2", Bilirubin("0.8"), "2026-11-29")]), "injury");
    }

    [Fact]
    public void Bilirubin_and_INR_that_are_read_and_normal_decide()
        => Gone(Applied("liver-monitoring", [Man, Injection, .. Enzymes("2026-11-29", 160), Observation("bilirubin", "1975-2", Bilirubin("0.8"), "2026-11-29"), Inr("1.0")]), "injury");

    [Fact]
    public void A_symptom_of_which_nobody_knows_whether_it_is_there_leaves_every_dose_undecided()
        => Undecided(
            Applied("extended-release-injection", Man, Injection, Observation("jaundice", "18165001", AskedDeclined, "2026-11-29", "http://snomed.info/sct")),
            "injection");

    // ---- Pregnancy

    [Theory]
    [InlineData("2118-8", "'valueString':'reactive'")]
    [InlineData("2118-8", AskedDeclined)]
    [InlineData("82810-3", "'valueCodeableConcept':{'coding':[{'system':'http://snomed.info/sct','code':'146799005','display':'Possible pregnancy'}]}")]
    public void A_newer_answer_on_pregnancy_that_does_not_tell_hides_an_older_no(string code, string answer)
    {
        string[] records = [Woman, Tramadol, Observation("negative", "2118-8", Negative, "2026-11-15"), Observation("newer", code, answer, "2026-11-29")];

        var start = Applied("detoxification-induction", records);

        Undecided(Applied("special-populations", records), "pregnancy");
        Undecided(start, "pregnancy", "bridge", "challenge", "wait");
        Assert.Null(CarePlanReading.When(start.Action("challenge")));
        Applies(start, "hindered");
        Told(start, "Observation/newer");
    }

    [Fact]
    public void A_pregnancy_in_words_alone_is_not_taken_for_its_absence()
    {
        string[] records = [Woman, Observation("negative", "2118-8", Negative, "2026-11-15"), InWords("Pregnant, 8 weeks", "2026-11-29")];

        Undecided(Applied("special-populations", records), "pregnancy");
        Undecided(Applied("special-populations", [Woman, records[1], InWords("Pregnant, 8 weeks")]), "pregnancy");
        Gone(Applied("special-populations", [Woman, records[1], InWords("Pregnant, 8 weeks", "2026-11-01")]), "pregnancy");
        Gone(Applied("special-populations", [Man, records[2]]), "pregnancy");
    }

    [Fact]
    public void A_newer_no_on_pregnancy_decides()
    {
        string[] records = [Woman, Observation("unread", "2118-8", "'valueString':'reactive'", "2026-11-15"), Observation("negative", "2118-8", Negative, "2026-11-29")];

        Gone(Applied("special-populations", records), "pregnancy");
    }

    // ---- Kidneys

    [Fact]
    public void A_newer_kidney_result_that_cannot_be_read_hides_an_older_one()
    {
        string[] records = [Man, Kidneys(80, "2026-06-10"), Observation("newer", "98979-8", "'valueQuantity':{'value':22,'unit':'mL/min'}", "2026-11-29")];

        var reading = Applied("special-populations", records);

        Undecided(reading, "kidneys");
        Told(reading, "Observation/newer");
        Gone(Applied("special-populations", [.. records, Kidneys(80, "2026-11-30")]), "kidneys");
    }

    [Theory]
    [InlineData("CKD stage 4")]
    [InlineData("Chronic renal insufficiency")]
    public void A_kidney_problem_in_words_alone_is_not_taken_for_its_absence(string words)
        => Undecided(Applied("special-populations", Man, Kidneys(80, "2026-06-10"), InWords(words)), "kidneys");

    [Fact]
    public void A_reduced_kidney_function_stands_whatever_cannot_be_read_after_it()
        => Applies(Applied("special-populations", Man, Kidneys(40, "2026-06-10"), Observation("newer", "98979-8", "'valueString':'?'", "2026-11-29")), "kidneys");

    // ---- All at once

    /// <summary>Undecided steps ask for urgent tests beside those of the schedule: one test a day stays one order.</summary>
    [Fact]
    public void The_whole_treatment_still_orders_each_test_of_the_liver_once_a_day_and_is_valid()
    {
        var carePlan = Case("naltrexone-treatment", Woman, Heroin, Observation("alt", "1742-6", Activity(20), "2026-06-10"), Observation("unread", "1742-6", "'valueString':'400'", "2026-11-29"), InWords("Acute hepatitis B"), Observation("hcg", "2118-8", "'valueString':'reactive'", "2026-11-29")).Apply().Resource!;
        var reading = new CarePlanReading(carePlan);

        var tests = reading.Orders.Where(order => CarePlanReading.Code(order) is "24325-3" or "6301-6" or "1968-7")
            .Select(order => $"{CarePlanReading.Code(order)} {CarePlanReading.Occurrence(order)}").ToList();

        Assert.Contains("24325-3 2026-11-30", tests);
        Assert.Equal(tests.Distinct(), tests);
        ValidResource.Check(carePlan);
        ValidResource.Check(DraftBundle.Of(carePlan));
    }

    [Fact]
    public void Where_everything_was_read_nothing_is_told_of_unread_records()
    {
        string[] records = [Man, Injection, .. Enzymes("2026-11-29", 20), Observation("item9", "44260-8", NotAtAll, "2026-11-29"), Observation("total", "44261-6", "'valueInteger':3", "2026-11-29"), Kidneys(80, "2026-11-29")];

        foreach (var plan in new[] { "side-effects", "liver-monitoring", "extended-release-injection", "special-populations" })
            Assert.DoesNotContain(Applied(plan, records).Actions, action => ((string)action["id"]!).EndsWith("unread-records", StringComparison.Ordinal));
    }

    // ---- Reading

    private static void Undecided(CarePlanReading reading, params string[] steps)
        => Assert.All(steps, step =>
        {
            Assert.StartsWith("To be decided", (string?)reading.Action(step)["prefix"]);
            Assert.Contains((step, "incomplete"), reading.Issues);
        });

    private static void Applies(CarePlanReading reading, params string[] steps)
        => Assert.All(steps, step =>
        {
            Assert.Null((string?)reading.Action(step)["prefix"]);
            Assert.DoesNotContain(reading.Issues, issue => issue.Of == step);
        });

    private static void Gone(CarePlanReading reading, string step)
    {
        Assert.DoesNotContain(reading.Actions, action => (string?)action["id"] == step);
        Assert.DoesNotContain(reading.Issues, issue => issue.Of == step);
    }

    /// <summary>The step on what could not be read names the record, and an issue the step.</summary>
    private static void Told(CarePlanReading reading, string record)
    {
        var step = reading.Actions.First(action => ((string)action["id"]!).EndsWith("unread-records", StringComparison.Ordinal));

        Assert.Contains(record, (string?)step["description"], StringComparison.Ordinal);
        Assert.Equal((string?)step["description"], (string?)reading.Draft(step)!["description"]);
        Undecided(reading, (string)step["id"]!);
    }

    // ---- The record

    private static CarePlanReading Applied(string plan, params string[] resources) => new(Case(plan, resources).Apply().Resource!);

    private static ApplyCase Case(string plan, params string[] resources) => new(new()
    {
        ["id"] = plan,
        ["plan"] = plan,
        ["now"] = "2026-11-30T09:00:00-05:00",
        ["zone"] = "America/New_York",
        ["resources"] = new JsonArray([.. resources.Select(resource => JsonNode.Parse(resource))]),
    });

    private const string Man = """{"resourceType":"Patient","id":"pt","gender":"male","birthDate":"1990-05-05"}""";

    private const string Woman = """{"resourceType":"Patient","id":"pt","gender":"female","birthDate":"1996-03-03"}""";

    /// <summary>Long enough ago that a first dose is safe today.</summary>
    private static string Heroin => LastUse("heroin", "2026-11-08");

    /// <summary>So near that withdrawal is still ahead.</summary>
    private static string Tramadol => LastUse("tramadol", "2026-11-26");

    private const string Warfarin = """
        {"resourceType":"MedicationRequest","id":"warfarin","status":"active","intent":"order","subject":{"reference":"Patient/pt"},"authoredOn":"2026-10-01",
         "medicationCodeableConcept":{"coding":[{"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"11289","display":"warfarin"}]} }
        """;

    private static string LastUse(string drug, string day) => $$"""
        {"resourceType":"Observation","id":"{{drug}}","status":"final","subject":{"reference":"Patient/pt"},"effectiveDateTime":"2026-11-29T09:00:00-05:00","valueDateTime":"{{day}}",
         "code":{"coding":[{"system":"https://fhirnaltrexone.example.org/fhir/CodeSystem/naltrexone-observation","code":"last-opioid-use"}]},
         "component":[{"code":{"coding":[{"system":"https://fhirnaltrexone.example.org/fhir/CodeSystem/naltrexone-observation","code":"opioid-class"}]},
           "valueCodeableConcept":{"coding":[{"system":"https://fhirnaltrexone.example.org/fhir/CodeSystem/opioid-exposure-class","code":"short-acting"}]} }]}
        """;

    private static string[] Enzymes(string day, int level) => [Observation($"alt-{day}", "1742-6", Activity(level), day), Observation($"ast-{day}", "1920-8", Activity(20), day)];

    private static string Activity(int level) => $"'valueQuantity':{{'value':{level},'unit':'U/L','code':'U/L'}},'referenceRange':[{{'high':{{'value':40,'unit':'U/L','code':'U/L'}}}}]";

    private static string Bilirubin(string level) => $"'valueQuantity':{{'value':{level},'unit':'mg/dL','code':'mg/dL'}}";

    private static string Inr(string level) => Observation("inr", "6301-6", $"'valueQuantity':{{'value':{level},'unit':'1','code':'1'}}", "2026-11-29");

    private static string Kidneys(int rate, string day) => Observation($"egfr-{day}", "98979-8", $"'valueQuantity':{{'value':{rate},'unit':'mL/min/1.73m2','code':'mL/min/{{1.73_m2}}'}}", day);

    /// <summary>The value stands with single quotes.</summary>
    private static string Observation(string id, string code, string value, string day, string system = "http://loinc.org") => $$"""
        {"resourceType":"Observation","id":"{{id}}","status":"final","code":{"coding":[{"system":"{{system}}","code":"{{code}}"}]},"subject":{"reference":"Patient/pt"},
         "effectiveDateTime":"{{day}}T08:00:00-05:00",{{value.Replace('\'', '"')}} }
        """;

    private static string InWords(string words, string? recorded = null) => $$"""
        {"resourceType":"Condition","id":"words","clinicalStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/condition-clinical","code":"active"}]},
         {{(recorded is null ? "" : $"\"recordedDate\":\"{recorded}\",")}}"code":{"text":"{{words}}"},"subject":{"reference":"Patient/pt"} }
        """;
}
