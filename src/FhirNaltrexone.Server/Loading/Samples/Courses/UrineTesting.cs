namespace FhirNaltrexone.Server.Loading.Samples.Courses;

/// <summary>Urine samples.</summary>
internal static class UrineTesting
{
    private static readonly string[] WholePanel =
        ["urineOpiates", "urineFentanyl", "urineOxycodone", "urineMethadone", "urineBuprenorphine", "urineTramadol"];

    private static readonly string[] ShortPanel = ["urineOpiates", "urineFentanyl"];

    /// <summary>A sample on which everything is tested.</summary>
    public static void Panel(Course course, DateTimeOffset when, IReadOnlyList<string> positive)
        => course.UrineTests.Add(new UrineTest(when, WholePanel, positive));

    /// <summary>A sample at a visit during treatment: each third one is tested for everything.</summary>
    public static void AtVisit(Course course, Dice dice, DateTimeOffset when, int visit)
    {
        var tests = visit % dice.Model.Number("urine.panelEvery") == 0 ? WholePanel : ShortPanel;
        var used = dice.Happens("urine.positiveOnTreatment");
        course.UrineTests.Add(new UrineTest(when, tests, used ? [.. course.Opioid.Positive.Intersect(tests)] : []));
    }
}
