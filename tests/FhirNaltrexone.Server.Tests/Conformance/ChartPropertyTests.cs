using FhirNaltrexone.Server.Tests.Conformance.Charts;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace FhirNaltrexone.Server.Tests.Conformance;

/// <summary>Laws that hold for every chart, tried on charts drawn at random. A failure prints the smallest chart found and the seed.</summary>
[Properties(Arbitrary = [typeof(ChartGenerators)], MaxTest = 1000)]
public sealed class ChartPropertyTests
{
    private static readonly string[] ReadTypes =
    [
        "MedicationRequest", "MedicationDispense", "MedicationAdministration", "MedicationStatement", "Observation", "Condition", "Procedure",
        "QuestionnaireResponse", "Appointment", "ServiceRequest", "CarePlan", "AllergyIntolerance", "Patient",
    ];

    /// <summary>Each comes at least some twenty times in 3,000 charts.</summary>
    private static readonly HashSet<string> Usual =
    [
        "AD-01 warning", "AD-02 info", "AL-01 critical", "AL-02 critical", "AL-03 warning", "CT-01 info", "CT-02 info",
        "DO-02 critical", "DO-02 warning", "DO-03 critical", "DO-04 critical", "DO-04 warning", "DO-05 warning", "DQ-01 info", "DQ-03 warning",
        "HT-01 warning", "HT-03 critical", "HT-03 warning", "HT-08 info", "HT-08 warning", "HT-12 info", "HT-14 info",
        "IN-04 critical", "MH-01 critical", "MH-01 warning", "MH-02 info", "OD-01 warning", "OD-02 warning", "OP-01 critical", "OP-02 critical",
        "OP-03 warning", "OP-04 warning", "OP-05 warning", "OP-07 warning", "PA-02 info", "PR-01 warning", "PR-02 info", "PR-03 warning",
        "PW-01 critical", "PW-02 critical",
        "PW-03 critical", "PW-04 critical", "PW-05 critical", "PW-06 warning", "PW-08 info", "PW-10 info", "PW-10 warning", "PW-11 warning",
        "PW-12 info", "PW-13 critical", "PW-14 critical", "PW-16 info", "RN-01 info", "RN-01 warning",
    ];

    /// <summary>
    /// Restricted where the newer time is an error of a clock: a dose in the future is judged as given now (DQ-04), which may lie before a time a
    /// few minutes, or one date, earlier. The rules on exposure must not weaken among themselves either, whatever else is said.
    /// </summary>
    [Property]
    public Property A_more_recent_opioid_never_weakens_the_outcome(MovedOpioid moved)
    {
        var (before, after) = (Verdict.On(moved.Before), Verdict.On(moved.After));

        return (after.Says("DQ-04") || after.IsAtLeast(before, "PW-01", "PW-02", "PW-03", "PW-04", "PW-12")).Label($"{before} became {after}");
    }

    [Property]
    public Property A_higher_newest_ALT_never_weakens_the_outcome(RaisedEnzyme raised)
    {
        var (before, after) = (Verdict.On(raised.Before), Verdict.On(raised.After));

        return after.IsAtLeast(before, "HT-03", "HT-04", "HT-05", "HT-09").Label($"{before} became {after}");
    }

    [Property]
    public Property Enzymes_in_katal_and_in_units_agree(RaisedEnzyme raised, bool nano, bool limits)
        => Agree(raised.After, raised.After.Rewrite(text => EnzymeUnits.InKatal(text, nano, limits)));

    [Property]
    public Property Moving_the_site_to_another_zone_changes_nothing(GeneratedChart chart)
        => Prop.ForAll(Gen.Choose(-4, 6).ToArbitrary(), hours
            => Agree(Shifts.ToZone(chart, TimeSpan.Zero), Shifts.ToZone(chart, TimeSpan.FromHours(hours))));

    [Property]
    public Property Moving_everything_by_days_changes_nothing(GeneratedChart chart)
        => Prop.ForAll(Gen.Choose(-400, 400).ToArbitrary(), days => Agree(Shifts.ByDays(chart, 0), Shifts.ByDays(chart, days)));

    [Property]
    public Property The_order_of_the_records_does_not_matter(GeneratedChart chart)
        => Prop.ForAll(Gen.Shuffle(chart.Resources.ToArray()).ToArbitrary(), resources => Agree(chart, chart.With(resources)));

    /// <summary>Stronger than asked of it: not one rule may be lost or weakened in silence.</summary>
    [Property]
    public Property What_could_not_be_read_is_said_when_a_finding_is_lost(GeneratedChart chart)
        => Prop.ForAll(Gen.Elements(ReadTypes).ToArbitrary(), type =>
        {
            var (whole, partial) = (Verdict.On(chart), Verdict.On(chart.Without(type)));

            return (whole.IsKeptBy(partial) || partial.Says("DQ-01")).Label($"{type} unread: {whole} became {partial}");
        });

    [Fact]
    public void The_charts_drawn_reach_every_rule_but_the_rarest()
    {
        var rules = ChartGenerators.Chart().Generator.Sample(3000, 50)
            .SelectMany(chart => Verdict.On(chart).Cards)
            .ToHashSet();

        Assert.Superset(Usual, rules);
    }

    /// <summary>Found by the law above: neither the appointment being booked nor a treatment under way is all that matters.</summary>
    [Theory]
    [InlineData("appointment-book")]
    [InlineData("patient-view")]
    public void Says_that_surgeries_could_not_be_read_while_an_ended_treatment_still_acts(string hook)
    {
        var now = new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.FromHours(-5));
        var injection = MedicationGenerators.Injection(new Moment(now.AddDays(-10), MomentPrecision.Second));
        var stopped = MedicationGenerators.StoppedInjections();

        var verdict = Verdict.On(new GeneratedChart(hook, now, [], [], [injection.ToJsonString(), stopped.ToJsonString()]) { Unread = ["Appointment"] });

        Assert.Equal(["DQ-01 info"], verdict.Cards);
    }

    /// <summary>Found by the law above: in UTC, four weeks after the injection fall into the month after that in which the order ends.</summary>
    [Fact]
    public void Judges_a_draft_whose_time_has_passed_when_the_injection_was_due_on_its_last_day()
    {
        var now = new DateTimeOffset(2026, 3, 9, 0, 10, 0, TimeSpan.FromHours(-4));
        const string injection = """
            {"resourceType":"MedicationAdministration","id":"r0","subject":{"reference":"Patient/pt"},"status":"completed",
             "medicationCodeableConcept":{"coding":[{"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"637213"}]},"effectiveDateTime":"2026-02-01T03:09:59+00:00"}
            """;
        const string draft = """
            {"resourceType":"MedicationRequest","id":"r9","subject":{"reference":"Patient/pt"},"status":"draft","intent":"order",
             "medicationCodeableConcept":{"coding":[{"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"637213"}]},
             "dosageInstruction":[{"timing":{"repeat":{"boundsPeriod":{"start":"2026-01-15","end":"2026-02"}}}}]}
            """;

        var verdict = Verdict.On(new GeneratedChart("patient-view", now, [], [], [injection, draft]));

        Assert.Superset(new HashSet<string>(["DO-04 critical", "OD-02 warning"]), verdict.Cards.ToHashSet());
    }

    private static Property Agree(GeneratedChart one, GeneratedChart other)
    {
        var (first, second) = (Verdict.On(one), Verdict.On(other));
        return first.Cards.SequenceEqual(second.Cards).Label($"{first} became {second}");
    }
}
