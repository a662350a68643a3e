using System.Globalization;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace FhirNaltrexone.Server.Tests.Conformance.Charts;

/// <summary>Draws whole charts, and shrinks them by leaving records out.</summary>
public static class ChartGenerators
{
    private static readonly string[] OrderHooks = ["order-sign", "order-sign", "order-select"];

    private static readonly string[] Hooks = [.. OrderHooks, .. OrderHooks, "patient-view", "patient-view", "encounter-start", "encounter-discharge", "appointment-book"];

    /// <summary>Plain days, the night after the clocks went back, and minutes before midnight at the turn of a month.</summary>
    private static readonly DateTimeOffset[] Calls =
    [
        new(2026, 11, 22, 9, 0, 0, TimeSpan.FromHours(-5)),
        new(2026, 11, 2, 1, 30, 0, TimeSpan.FromHours(-5)),
        new(2026, 3, 9, 0, 10, 0, TimeSpan.FromHours(-4)),
        new(2026, 6, 30, 23, 50, 0, TimeSpan.FromHours(-4)),
    ];

    public static Arbitrary<GeneratedChart> Chart() => Arb.From(Any(Hooks), Shrink);

    public static Arbitrary<MovedOpioid> Opioids() => Arb.From(
        from chart in Any(OrderHooks)
        from record in Gen.OneOf(MedicationGenerators.MovingOpioid(), ObservationGenerators.MovingReport())
        from moments in Moments.Pair(chart.Now)
        select new MovedOpioid(chart, new MovingRecord(Identified(record, 99)), moments.Older, moments.Newer),
        moved => Shrink(moved.Chart).Select(chart => moved with { Chart = chart }));

    public static Arbitrary<RaisedEnzyme> Enzymes() => Arb.From(
        from chart in Any(Hooks)
        from taken in Moments.Before(chart.Now)
        from record in ObservationGenerators.MovingEnzyme(taken)
        from one in ObservationGenerators.Level()
        from other in ObservationGenerators.Level()
        select new RaisedEnzyme(
            WithoutNewerEnzymes(chart, taken), new MovingRecord(Identified(record, 99)), Math.Min(one, other), Math.Max(one, other)),
        raised => Shrink(raised.Chart).Select(chart => raised with { Chart = chart }));

    private static Gen<JsonObject> Record(DateTimeOffset now)
        => Gen.Frequency((4, MedicationGenerators.Record(now)), (4, ObservationGenerators.Record(now)), (2, PersonGenerators.Record(now)));

    private static Gen<GeneratedChart> Any(string[] hooks) =>
        from now in Gen.Elements(Calls)
        from hook in Gen.Elements(hooks)
        from drafts in Few(Gen.Frequency((30, MedicationGenerators.Draft(now)), (1, Detoxification())), 1, 3)
        from appointments in Few(ObservationGenerators.Surgery(now), 1, 2)
        from patient in PersonGenerators.Patient(now)
        from course in Gen.Frequency((1, Course(now)), (2, Gen.Constant<JsonObject[]>([])))
        from records in Few(Record(now), 0, 9)
        select new GeneratedChart(
            hook,
            now,
            hook is "order-sign" or "order-select" ? Texts(drafts, 20) : [],
            hook is "appointment-book" ? Texts(appointments, 30) : [],
            Texts([.. course, .. records], 0))
        { Patient = patient.ToJsonString(ContentServer.Readable) };

    /// <summary>An injection, with ALT as it was before.</summary>
    private static Gen<JsonObject[]> Course(DateTimeOffset now) =>
        from start in Moments.Before(now)
        from baseline in ObservationGenerators.Level()
        select new[] { MedicationGenerators.Injection(start), ObservationGenerators.Alt(start, baseline) };

    private static Gen<JsonObject[]> Few(Gen<JsonObject> item, int least, int most) => Gen.Choose(least, most).SelectMany(count => item.ArrayOf(count));

    private static Gen<JsonObject> Detoxification() => Gen.Fresh(() => Fhir.Resource(
        "ServiceRequest", ("status", "draft"), ("intent", "order"), ("code", Fhir.Concept(Fhir.Local, "anesthesia-assisted-detox"))));

    private static List<string> Texts(JsonObject[] resources, int first) => [.. resources.Select((resource, index) => Identified(resource, first + index))];

    private static string Identified(JsonObject resource, int number)
    {
        var copy = (JsonObject)resource.DeepClone();
        copy["id"] = $"r{number}";
        return copy.ToJsonString(ContentServer.Readable);
    }

    private static IEnumerable<GeneratedChart> Shrink(GeneratedChart chart)
        => Fewer(chart.Resources).Select(chart.With).Concat(Fewer(chart.Drafts).Select(drafts => chart with { Drafts = drafts }));

    private static IEnumerable<IReadOnlyList<string>> Fewer(IReadOnlyList<string> items)
        => Enumerable.Range(0, items.Count).Select(index => (IReadOnlyList<string>)[.. items.Where((_, at) => at != index)]);

    /// <summary>Only ALT results that are older by their text alone stay beside the newest one.</summary>
    private static GeneratedChart WithoutNewerEnzymes(GeneratedChart chart, Moment newest)
        => chart.With([.. chart.Resources.Where(resource => !resource.Contains("1742-6", StringComparison.Ordinal) || IsOlder(resource, newest))]);

    private static bool IsOlder(string resource, Moment newest)
        => (string?)JsonNode.Parse(resource)!["effectiveDateTime"] is { Length: > 7 } text
            && DateTimeOffset.Parse(text[..10] + "T00:00:00Z", CultureInfo.InvariantCulture) < newest.Instant.AddDays(-2);
}
