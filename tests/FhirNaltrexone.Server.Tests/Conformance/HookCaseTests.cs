using FhirNaltrexone.Server.Tests.Conformance.Charts;
using FsCheck.Xunit;

namespace FhirNaltrexone.Server.Tests.Conformance;

/// <summary>Every clinical case brings exactly the cards expected, by whatever legal way its data comes.</summary>
public sealed class HookCaseTests(ContentServer server) : IClassFixture<ContentServer>
{
    public static TheoryData<string> Files => HookCase.All;

    [Fact]
    public void There_are_cases_for_every_rule_family()
        => Assert.Superset(
            new HashSet<string>(["CT", "DI", "DO", "DQ", "HT", "IN", "LB", "OD", "OP", "PW"]),
            Files.SelectMany(file => HookCase.Read(file.Data).Expected).Select(card => card[..2]).ToHashSet());

    [Theory]
    [MemberData(nameof(Files))]
    public Task Answers_a_client_that_sends_whole_types(string file) => AnswersAsExpectedAsync(file, DataPath.WidePrefetch);

    [Theory]
    [MemberData(nameof(Files))]
    public Task Answers_a_client_that_sends_what_is_asked_for(string file) => AnswersAsExpectedAsync(file, DataPath.ExactPrefetch);

    [Theory]
    [MemberData(nameof(Files))]
    public Task Answers_a_client_that_lets_its_server_be_read(string file) => AnswersAsExpectedAsync(file, DataPath.FhirServer);

    [Theory]
    [InlineData("DQ-01-ingredient-elsewhere", "naltrexone-start-safety", "DQ-01", "\n\nIngredients that could not be read: MedicationRequest/medicine.\n\n")]
    [InlineData("DQ-01-ingredient-elsewhere-opioid-drafted", "naltrexone-opioid-blockade", "DQ-01", "\n\nIngredients that could not be read: MedicationRequest/medicine.\n\n")]
    [InlineData("DO-01-treatment-by-ingredients-alone", "naltrexone-start-safety", "DQ-01", "perhaps the injection, which acts longer than tablets: MedicationRequest/medicine.\n\n")]
    [InlineData("DO-01-draft-by-ingredients-alone", "naltrexone-start-safety", "DQ-01", "perhaps the injection, which acts longer than tablets: MedicationRequest/draft-order.\n\n")]
    [InlineData("OP-02-form-not-told", "naltrexone-opioid-blockade", "DQ-01", "perhaps the injection, which acts longer than tablets: MedicationAdministration/medicine.\n\n")]
    [InlineData("OP-02-form-not-told", "naltrexone-opioid-blockade", "OP-02", "Its form is not told, it may have been the injection. Given 2026-11-10. ")]
    [InlineData("OP-02-injection-before-form-not-told", "naltrexone-opioid-blockade", "OP-02", "Injected 2026-11-12. ")]
    [InlineData("OP-04-form-not-told", "naltrexone-opioid-blockade", "DQ-01", "perhaps the injection, which acts longer than tablets: MedicationAdministration/medicine.\n\n")]
    [InlineData("DO-04-injection-by-ingredients-alone", "naltrexone-start-safety", "DO-04", "Last injection 2026-10-13. ")]
    [InlineData("DO-04-injection-by-ingredients-alone", "naltrexone-start-safety", "DO-04", "What was given 2026-10-26 may have been the injection too: find out before the next. Make sure")]
    [InlineData("DO-04-form-not-told", "naltrexone-start-safety", "DO-04", "Given 2026-11-12: its form is not told, it may have been the injection. It then still releases")]
    [InlineData("DO-04-form-not-told-after-lapse", "naltrexone-start-safety", "DO-04", "What was given 2026-10-26 may have been the injection too: find out before the next. Make sure")]
    [InlineData("OD-02-form-not-told", "naltrexone-monitoring", "OD-02", "Last dose 2026-11-12: its form is not told, it may have been the injection, which blocks opioids longer. ")]
    [InlineData("OD-02-order-by-ingredients-alone", "naltrexone-monitoring", "OD-02", "Last tablet 2026-11-15. ")]
    public async Task Says_what_is_known_by_ingredients(string file, string service, string rule, string words)
        => Assert.Contains(words, await server.DetailAsync(service, rule, HookCase.Read($"cases/{file}.json")), StringComparison.Ordinal);

    [Theory]
    [InlineData("AL-unread-lapse", "naltrexone-monitoring", "OD-02", " Allergies could not be read, or one of them names nothing: ask for one to naloxone")]
    [InlineData("AL-unread-lapse", "naltrexone-monitoring", "DQ-01", "Not read completely: AllergyIntolerance.")]
    [InlineData("AL-unread-lost-tolerance", "naltrexone-opioid-blockade", "OP-07", " Allergies could not be read, or one of them names nothing: ask for one to naloxone")]
    [InlineData("AL-unread-lost-tolerance", "naltrexone-opioid-blockade", "DQ-01", "Not read completely: AllergyIntolerance.")]
    [InlineData("AL-unread-stop", "naltrexone-start-safety", "DQ-01", "Not read completely: AllergyIntolerance.")]
    [InlineData("AL-nameless-lapse", "naltrexone-monitoring", "DQ-01", "AllergyIntolerance/allergy")]
    [InlineData("DQ-01-problem-unlisted-code", "naltrexone-start-safety", "DQ-01", "not known here, whose words may matter: Condition/problem.")]
    [InlineData("PW-01-naltrexone-in-words", "naltrexone-start-safety", "DQ-01", "Named naltrexone, but not by a code that is known here: MedicationRequest/draft-order.")]
    [InlineData("DQ-01-vivitrol-in-words", "naltrexone-monitoring", "DQ-01", "Named naltrexone, but not by a code that is known here: MedicationAdministration/")]
    [InlineData("OP-02-opioid-in-words", "naltrexone-opioid-blockade", "DQ-01", "Named as an opioid, but not by a code that is known here: MedicationRequest/draft-order.")]
    [InlineData("HT-06-assessment", "naltrexone-start-safety", "HT-06", "- acute hepatitis or liver failure, by the assessment of 2026-11-22 (QuestionnaireResponse/assessment)")]
    [InlineData("AL-01-assessment", "naltrexone-start-safety", "AL-01", "- naltrexone or a part of the injection, by the assessment of 2026-11-22 (QuestionnaireResponse/assessment)")]
    [InlineData("PA-01-assessment", "naltrexone-start-safety", "PA-01", "- pain that needs opioids, by the assessment of 2026-11-22 (QuestionnaireResponse/assessment)")]
    [InlineData("PW-02-assessment-use-now", "naltrexone-start-safety", "PW-02", "opioid reported as still used (QuestionnaireResponse/assessment)")]
    [InlineData("DQ-01-assessment-bleeding", "naltrexone-start-safety", "DQ-01", "a medicine against clotting, answered in the assessment: QuestionnaireResponse/assessment.")]
    [InlineData("PW-08-assessment", "naltrexone-start-safety", "PW-08", "Scored 2026-11-22.")]
    [InlineData("PW-08-form-without-total", "naltrexone-start-safety", "DQ-01", "QuestionnaireResponse/score")]
    [InlineData("MH-01-assessment-intent", "naltrexone-start-safety", "MH-01", "- C-SSRS screener: intent, 2026-11-22")]
    [InlineData("MH-01-assessment-unclear", "naltrexone-start-safety", "DQ-01", "QuestionnaireResponse/assessment")]
    [InlineData("PR-01-assessment", "naltrexone-start-safety", "PR-01", "Answered 2026-11-22. ")]
    [InlineData("PW-12-both-drafted-goes-on", "naltrexone-start-safety", "PW-12", "- loperamide (MedicationRequest/opioid): ordered together with naltrexone (MedicationRequest/draft-order)")]
    [InlineData("HT-03-bilirubin-not-understood", "naltrexone-start-safety", "HT-03", "does not tell how high it is (Observation/bilirubin): whether the injury is serious is not known.")]
    [InlineData("PW-02-alone", "naltrexone-start-safety", "PW-02", "Earliest start by these records: 2026-11-29 09:00.")]
    [InlineData("DQ-01-reported-class-not-read", "naltrexone-start-safety", "DQ-01", "Observation/reported")]
    [InlineData("OD-02-injection-month-only", "naltrexone-monitoring", "OD-02", "Last injection 2026-10. ")]
    [InlineData("DQ-01-problem-without-id", "naltrexone-start-safety", "DQ-01", "Condition/?")]
    [InlineData("DQ-01-medicine-without-id", "naltrexone-start-safety", "DQ-01", "MedicationStatement/?")]
    public async Task Says_what_was_not_read_or_not_understood(string file, string service, string rule, string words)
        => Assert.Contains(words, await server.DetailAsync(service, rule, HookCase.Read($"cases/{file}.json")), StringComparison.Ordinal);

    [Theory]
    [InlineData("PW-02-beside-methadone-in-words")]
    [InlineData("PW-02-beside-undated-report")]
    [InlineData("PW-02-beside-undated-programme")]
    [InlineData("PW-02-beside-programme-in-words")]
    public async Task Tells_no_earliest_start_beside_opioids_of_which_nobody_knows_when(string file)
        => Assert.DoesNotContain("Earliest start", await server.DetailAsync("naltrexone-start-safety", "PW-02", HookCase.Read($"cases/{file}.json")), StringComparison.Ordinal);

    /// <summary>Ties the laws tried without HTTP to the service as it runs.</summary>
    [Property(Arbitrary = [typeof(ChartGenerators)], MaxTest = 100)]
    public async Task Says_over_HTTP_what_the_rules_say(GeneratedChart chart, bool exact)
    {
        var cards = await server.CardsAsync(chart.Now, chart.ToRequest(), chart.ToRecords(), exact ? DataPath.ExactPrefetch : DataPath.WidePrefetch);

        Assert.Equal(Verdict.On(chart).Cards, cards);
    }

    private async Task AnswersAsExpectedAsync(string file, DataPath path)
    {
        var hookCase = HookCase.Read(file);

        var cards = await server.CardsAsync(hookCase.Now, hookCase.Request(), hookCase.Records, path);

        Assert.True(
            hookCase.Expected.SequenceEqual(cards),
            $"{file}, {path}: expected [{string.Join(", ", hookCase.Expected)}], got [{string.Join(", ", cards)}]");
    }
}
