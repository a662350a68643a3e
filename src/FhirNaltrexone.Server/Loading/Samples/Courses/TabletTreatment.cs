namespace FhirNaltrexone.Server.Loading.Samples.Courses;

/// <summary>Tablets, handed over month by month.</summary>
internal static class TabletTreatment
{
    /// <summary>Some days of tablets before a first injection.</summary>
    /// <returns>Day of the injection, the last of the tablets.</returns>
    public static DateTimeOffset LeadIn(Course course, Dice dice)
    {
        var injection = Clinic.Near(course.Start + dice.Days("leadIn.days"), dice);
        course.Tablets.Add(new TabletPhase(course.Start) { End = injection });
        return injection;
    }

    /// <summary>Plays treatment with tablets alone.</summary>
    public static void Play(Course course, Dice dice)
    {
        var phase = Begin(course, course.Start);
        var limit = course.LiverStop ?? course.Anchor;
        for (var refill = Refill(dice, course.Start); refill <= limit; refill = Refill(dice, phase.Dispenses[^1]))
        {
            if (Endings.Decide(course, dice, "stop.perRefill", phase.Dispenses[^1]))
            {
                phase.End = course.Ended?.When;
                return;
            }

            if (!dice.Happens("lapse.oralPerRefill"))
            {
                phase.Dispenses.Add(refill);
                UrineTesting.AtVisit(course, dice, refill, phase.Dispenses.Count);
                continue;
            }

            phase.End = refill.AddDays(-1);
            if (Lapsing.Play(course, dice, refill) is not { } restart || restart > limit) return;

            phase = Begin(course, restart);
        }

        if (course.LiverStop is { } stop) phase.End = stop;
        Endings.ByLiver(course);
    }

    private static DateTimeOffset Refill(Dice dice, DateTimeOffset last) => Clinic.Near(last + dice.Days("refill.days"), dice);

    private static TabletPhase Begin(Course course, DateTimeOffset start)
    {
        var phase = new TabletPhase(start);
        course.Tablets.Add(phase);
        return phase;
    }
}
