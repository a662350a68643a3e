namespace FhirNaltrexone.Server.Loading.Samples.Courses;

/// <summary>Hepatic panels: at the first visit, then by the schedule; some miss one, in a few the enzymes rise.</summary>
internal static class LiverMonitoring
{
    private const int Percent = 100;
    private static readonly TimeSpan UntilStopped = TimeSpan.FromDays(2);
    private static readonly int[] RecheckDays = [14, 42];

    /// <summary>Plans the panels as if treatment never ended.</summary>
    public static void Plan(Course course, Dice dice)
    {
        var level = dice.Draw(course.Conditions.Contains("hepatitisC") ? "liver.hepatitisC" : "liver.normal");
        var kind = dice.Choose("liverCourse");
        var peak = kind == "stable" ? 0 : dice.Draw($"liver.peak.{kind}");
        Add(course, dice, course.Intake, level);

        var months = dice.Model.LiverPanelMonths;
        for (var index = 0; index < months.Count && course.LiverStop is null; index++)
        {
            var isPeak = index == 1 && peak > 0;
            if (!isPeak && dice.Happens("liver.panelMissed")) continue;

            var when = Due(course, dice, months[index]);
            if (when > course.Anchor) return;

            Add(course, dice, when, isPeak ? peak : Falling(level, peak, index));
            if (isPeak && kind is "marked" or "severe") Recheck(course, dice, when, level, peak);
            if (isPeak && kind == "severe" && when + UntilStopped <= course.Anchor) course.LiverStop = when + UntilStopped;
        }
    }

    /// <summary>Takes away what was planned for days after treatment.</summary>
    public static void DropAfterTreatment(Course course)
    {
        course.LiverPanels.RemoveAll(panel => panel.When > (panel.IsRecheck ? course.Anchor : course.Last));
        if (course.Ending is { } ending && course.LiverStop is { } stop && ending.When < stop) course.LiverStop = null;
    }

    private static void Recheck(Course course, Dice dice, DateTimeOffset peakAt, int level, int peak)
    {
        var excess = Math.Max(0, peak - level);
        foreach (var days in RecheckDays)
        {
            excess /= 2;
            Add(course, dice, Clinic.Near(peakAt.AddDays(days), dice), level + excess, isRecheck: true);
        }
    }

    private static int Falling(int level, int peak, int index)
        => peak == 0 ? level : index == 0 ? level + (Math.Max(0, peak - level) / 3) : level + (Math.Max(0, peak - level) >> (index + 1));

    private static DateTimeOffset Due(Course course, Dice dice, int months)
        => Clinic.Near(course.Start.AddDays(months * dice.Model.Number("liver.monthDays")) + dice.Days("liver.afterDue"), dice);

    private static void Add(Course course, Dice dice, DateTimeOffset when, int percent, bool isRecheck = false)
    {
        var alt = percent + (percent * dice.Draw("liver.drift") / Percent);
        course.LiverPanels.Add(new LiverPanel(when, alt, alt * dice.Draw("liver.astOfAlt") / Percent, isRecheck));
    }
}
