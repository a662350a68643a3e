using System.Text.Json;

namespace FhirNaltrexone.Server.Tests.Loading.Samples;

/// <summary>The courses look like those of a clinic. Bounds are wide: they catch a broken generator, not another seed.</summary>
public sealed class SampleCourseTests
{
    private const string Opiates = "19295-5";
    private const string Alt = "1742-6";

    private static readonly IReadOnlyList<IReadOnlyList<JsonElement>> Injections =
    [
        .. CommittedSet.OfType("MedicationAdministration").GroupBy(injection => injection.Text("subject.reference"))
            .Select(person => person.OrderBy(injection => injection.Instant("effectiveDateTime")).ToList()),
    ];

    private static readonly IReadOnlyList<double> Intervals =
    [
        .. Injections.SelectMany(person => person.Zip(person.Skip(1), (one, next)
            => (next.Instant("effectiveDateTime") - one.Instant("effectiveDateTime")).TotalDays)),
    ];

    [Fact]
    public void Most_injections_follow_after_four_weeks()
    {
        var median = Intervals.Order().ElementAt(Intervals.Count / 2);

        Assert.InRange(median, 27, 29);
        Assert.InRange(Share(days => days is >= 25 and <= 31.5), 0.65, 0.9);
    }

    [Fact]
    public void Some_injections_are_late_and_some_come_after_a_missed_one()
    {
        Assert.InRange(Share(days => days is > 31.5 and <= 37), 0.05, 0.25);
        Assert.InRange(Share(days => days > 37), 0.02, 0.15);
        Assert.DoesNotContain(Intervals, days => days < 24);
    }

    [Fact]
    public void Every_injection_is_380_mg_into_a_buttock_and_sides_alternate()
    {
        Assert.All(Injections.SelectMany(person => person), injection =>
        {
            Assert.Equal("637213", injection.Text("medicationCodeableConcept.coding.0.code"));
            Assert.Equal(380, injection.At("dosage.dose.value")!.Value.GetInt32());
            Assert.Equal("46862004", injection.Text("dosage.site.coding.0.code"));
        });
        Assert.All(Injections, person => Assert.All(
            person.Zip(person.Skip(1)),
            pair => Assert.NotEqual(pair.First.Text("dosage.site.text"), pair.Second.Text("dosage.site.text"))));
    }

    [Fact]
    public void Nobody_starts_naltrexone_within_a_week_of_an_opioid()
    {
        var starts = FirstDoses();
        var lastUses = CommittedSet.OfType("Observation")
            .Where(observation => observation.Text("code.coding.0.code") == "last-opioid-use" && observation.Text("id")!.EndsWith("-01", StringComparison.Ordinal))
            .ToDictionary(observation => observation.Text("subject.reference")!, observation => observation.Instant("valueDateTime"));

        Assert.Equal(CommittedSet.Patients, starts.Count);
        Assert.All(starts, start => Assert.True(start.Value - lastUses[start.Key] >= TimeSpan.FromDays(7), start.Key));
    }

    [Fact]
    public void Liver_enzymes_stay_normal_in_most_and_rise_above_three_and_five_times_the_limit_in_a_few()
    {
        var ratios = CommittedSet.OfType("Observation").Where(observation => observation.Text("code.coding.0.code") == Alt)
            .GroupBy(observation => observation.Text("subject.reference"))
            .Select(person => person.Max(result => result.At("valueQuantity.value")!.Value.GetDecimal() / result.At("referenceRange.0.high.value")!.Value.GetDecimal()))
            .ToList();

        Assert.Equal(CommittedSet.Patients, ratios.Count);
        Assert.InRange(ratios.Count(ratio => ratio <= 1), 100, 170);
        Assert.InRange(ratios.Count(ratio => ratio >= 3), 4, 30);
        Assert.InRange(ratios.Count(ratio => ratio >= 5), 1, 12);
    }

    [Fact]
    public void Both_units_of_enzymes_occur()
        => Assert.Equal(
            ["U/L", "ukat/L"],
            CommittedSet.OfType("Observation").Where(observation => observation.Text("code.coding.0.code") == Alt)
                .Select(observation => observation.Text("valueQuantity.code")).Distinct().Order());

    [Fact]
    public void Urine_is_mostly_negative_for_opiates_with_positives_at_intake_and_after_lapses()
    {
        var results = CommittedSet.OfType("Observation").Where(observation => observation.Text("code.coding.0.code") == Opiates)
            .Select(observation => observation.Text("interpretation.0.coding.0.code")).ToList();

        Assert.InRange(results.Count(result => result == "POS") / (double)results.Count, 0.02, 0.2);
    }

    [Fact]
    public void Treatments_go_on_or_have_ended_and_some_lapsed()
    {
        var plans = CommittedSet.OfType("CarePlan").Select(plan => plan.Text("status")).ToList();
        var missed = CommittedSet.OfType("Appointment").Count(appointment => appointment.Text("status") == "noshow");

        Assert.InRange(plans.Count(status => status == "active"), 60, 160);
        Assert.InRange(missed, 30, 200);
    }

    [Fact]
    public void Only_booked_appointments_lie_behind_the_anchor()
    {
        var late = CommittedSet.Resources.Where(resource => resource.Text("status") != "booked" && resource.Text("resourceType") != "Goal")
            .SelectMany(resource => resource.Objects()).SelectMany(item => item.EnumerateObject())
            .Where(member => member.Value.ValueKind == JsonValueKind.String && member.Value.GetString() is { Length: 25 } text && text[10] == 'T'
                && DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture) > CommittedSet.Anchor.AddMinutes(40));

        Assert.Empty(late.Select(member => member.ToString()));
    }

    private static Dictionary<string, DateTimeOffset> FirstDoses()
        => CommittedSet.OfType("MedicationAdministration").Select(dose => (Who: dose.Text("subject.reference")!, When: dose.Instant("effectiveDateTime")))
            .Concat(CommittedSet.OfType("MedicationRequest").Where(order => order.Text("medicationCodeableConcept.coding.0.code") == "1483780")
                .Select(order => (order.Text("subject.reference")!, order.Instant("authoredOn"))))
            .GroupBy(dose => dose.Item1).ToDictionary(person => person.Key, person => person.Min(dose => dose.Item2));

    private static double Share(Func<double, bool> isMeant) => Intervals.Count(isMeant) / (double)Intervals.Count;
}
