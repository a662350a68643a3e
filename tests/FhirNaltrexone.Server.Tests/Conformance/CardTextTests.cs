namespace FhirNaltrexone.Server.Tests.Conformance;

/// <summary>What cards of the clinical cases say of what is written in the orders and results, and what they must not say.</summary>
public sealed class CardTextTests(ContentServer server) : IClassFixture<ContentServer>
{
    private const string Start = "naltrexone-start-safety";
    private const string Blockade = "naltrexone-opioid-blockade";

    [Theory]
    [InlineData("DO-01-50", "Ordered: 50 mg. Give 25 mg first")]
    [InlineData("DO-01-four-tablets", "Ordered, but not read in milligrams: 4 tablets. Give 25 mg first")]
    [InlineData("DO-01-unread-beside-25", "Ordered, but not read in milligrams: 4 tablets. Give 25 mg first")]
    [InlineData("DO-01-rate-alone", "Ordered, but not read in milligrams: a rate of 200 mg in 1 d. Give 25 mg first")]
    [InlineData("DO-01-words-alone", "Ordered, but not read in milligrams: \"25 mg once a day\". Give 25 mg first")]
    [InlineData("DO-01-no-dose", "Ordered without a dose, which may be taken for the usual tablet of 50 mg. Give 25 mg first")]
    public async Task Tells_a_first_dose_as_it_is_written(string file, string words)
    {
        var detail = await DetailAsync(Start, "DO-01", file);

        Assert.StartsWith(words, detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DO-02-four-tablets", "DO-02", "On average 200 mg a day. Not read in milligrams: 4 tablets. An average takes the usual tablet of 50 mg for each of these")]
    [InlineData("DO-02-four-tablets", "DQ-01", "Doses as written, not read in milligrams: MedicationRequest/draft-order: 4 tablets.\n\n")]
    [InlineData("DO-02-two-drafts-without-dose", "DO-02", "The orders together: on average 100 mg a day. Ordered without a dose. An average takes the usual tablet of 50 mg for each of these")]
    [InlineData("DO-04-ordered-daily", "DO-04", "If one injection is meant, write it so: a count of 1, or an end. Else correct the interval.")]
    [InlineData("DO-04-two-drafts-ten-days-apart", "DO-04", "Correct the orders.")]
    [InlineData("PW-02-both-drafted-a-day-apart", "PW-02", ", ordered together with naltrexone (MedicationRequest/opioid): until 2026-11-25, 1 day before the planned start")]
    [InlineData("PW-01-both-drafted-taper", "PW-01", "ordered together with naltrexone")]
    [InlineData("PW-02-month-only", "PW-02", ": until 2026-11\n")]
    [InlineData("DO-04-ordered-in-words", "DQ-01", "MedicationRequest/draft-order")]
    [InlineData("DO-04-injection-in-a-month", "DO-04", "Last injection 2026-10. ")]
    [InlineData("HT-03-year", "HT-03", ", 2026\n")]
    [InlineData("PW-05-month", "PW-05", ", 2026-11 (Observation/")]
    [InlineData("RN-01-year", "RN-01", "Measured 2026.")]
    [InlineData("PR-01-year", "PR-01", "Answered 2026.")]
    [InlineData("PW-08-month", "PW-08", "Scored 2026-11.")]
    [InlineData("MH-01-month", "MH-01", ", 2026-10\n")]
    [InlineData("PW-02-questionnaire-month", "PW-02", ": until 2026-11\n")]
    [InlineData("PW-02-infusion-running", "PW-02", "No naloxone challenge is offered: an opioid is being taken or ordered.")]
    [InlineData("PW-03-both-drafted-under-14-days-apart", "PW-03", " Give a naloxone challenge only when the interval is over.")]
    [InlineData("DO-04-late-beside-opioid", "DO-04", "Protection fades: inject as soon as possible, unless another card forbids it.")]
    [InlineData("DO-02-dose-of-the-injection", "DO-02", "If the injection is meant, order it as such, into the gluteal muscle")]
    [InlineData("HT-07-cirrhosis-raised-enzymes", "HT-07", "find out how far it goes first. The raised enzymes come first.")]
    [InlineData("DQ-01-record-named-by-its-reference", "DQ-01", "not understood: oxyCODONE (ROXICODONE) 5 mg tablet (MedicationRequest/opioid).")]
    [InlineData("DQ-01-urine-answer-in-words", "DQ-01", "tapentadol \"Sent for confirmation, see report\" (Observation/urine-tapentadol)")]
    [InlineData("DQ-01-problem-unlisted-suicide", "DQ-01", "Self inflicted injury (Condition/problem)")]
    [InlineData("PW-08-in-words", "DQ-01", "COWS (Observation/")]
    [InlineData("AL-01-assessment-explained", "DQ-01", "which of them is not told: QuestionnaireResponse/assessment.")]
    [InlineData("DQ-01-text-only-medicine", "DQ-01", "may still be taken, and naltrexone would then bring on withdrawal.")]
    [InlineData("HT-03-just-below-five-times", "HT-03", ", 4.9 x upper limit, ")]
    [InlineData("HT-07-chronic-liver-disease", "HT-07", "in other liver disease there are few.")]
    [InlineData("PA-01-both-drafted", "PA-01", "ordered together with naltrexone")]
    [InlineData("DO-04-injection-stamped-in-utc", "DO-04", "Last injection 2026-10-19. ")]
    [InlineData("DO-04-injection-broken-off", "DO-04", "Last injection 2026-11-12. Giving it was held or broken off: how much was given is not told. ")]
    public Task Says_before_a_start(string file, string rule, string words) => SaysAsync(Start, file, rule, words);

    [Fact]
    public async Task Says_no_withdrawal_of_a_medicine_against_diarrhoea()
        => Assert.DoesNotContain("withdrawal", await DetailAsync(Start, "DQ-01", "DQ-01-antidiarrhoeal-in-words"), StringComparison.Ordinal);

    [Theory]
    [InlineData("OP-04-timing-not-read", "OP-04", "No date that can be read, so it may be today: ServiceRequest/op. ")]
    [InlineData("OP-02-order-is-no-dose", "DQ-01", "was ordered, but is not recorded as given. If it was given it blocks opioids: MedicationRequest/medicationrequest-726.")]
    [InlineData("OP-02-injection-broken-off", "OP-02", "Injected 2026-11-12. Giving it was held or broken off: how much was given is not told. ")]
    [InlineData("DQ-01-surgery-naltrexone-in-words", "DQ-01", "Vivitrol 380 mg monthly (MedicationStatement/words)")]
    [InlineData("DQ-01-surgery-tablets-ended-yesterday", "DQ-01", "when the last was taken is not on record: MedicationRequest/tablets.")]
    [InlineData("DQ-01-tablets-statement-on-hold", "DQ-01", "when the last was taken is not on record: MedicationStatement/tablets.")]
    public Task Says_before_surgery(string file, string rule, string words) => SaysAsync(Blockade, file, rule, words);

    private async Task SaysAsync(string service, string file, string rule, string words)
        => Assert.Contains(words, await DetailAsync(service, rule, file), StringComparison.Ordinal);

    private Task<string> DetailAsync(string service, string rule, string file) => server.DetailAsync(service, rule, HookCase.Read($"cases/{file}.json"));
}
