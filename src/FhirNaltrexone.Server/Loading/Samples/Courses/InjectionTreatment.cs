namespace FhirNaltrexone.Server.Loading.Samples.Courses;

/// <summary>An injection every four weeks: on time, late, missed with or without a lapse, until treatment ends.</summary>
internal static class InjectionTreatment
{
    /// <summary>Plays from the first injection.</summary>
    public static void Play(Course course, Dice dice, DateTimeOffset first)
    {
        DateTimeOffset? when = first;
        DateTimeOffset? due = null;
        var limit = course.LiverStop ?? course.Anchor;
        while (when is { } visit && visit <= limit)
        {
            course.Injections.Add(new Injection(visit, due, course.Injections.Count % 2 == 1));
            if (due is not null) UrineTesting.AtVisit(course, dice, visit, course.Injections.Count);
            if (Endings.Decide(course, dice, "stop.perInjection", visit)) return;

            due = visit.AddDays(dice.Model.Number("injection.intervalDays"));
            when = Next(course, dice, due.Value, limit);
        }

        Endings.ByLiver(course);
    }

    private static DateTimeOffset? Next(Course course, Dice dice, DateTimeOffset due, DateTimeOffset limit)
        => dice.Choose("attendance") switch
        {
            "onTime" => Clinic.Near(due + dice.Days("injection.onTime"), dice),
            "late" => Clinic.Near(due + dice.Days("injection.late"), dice),
            _ => AfterMissed(course, dice, due, limit),
        };

    private static DateTimeOffset? AfterMissed(Course course, Dice dice, DateTimeOffset due, DateTimeOffset limit)
    {
        if (due > limit) return null;

        course.MissedAppointments.Add(due);
        return dice.Happens("lapse.afterMissed")
            ? Lapsing.Play(course, dice, due + dice.Days("lapse.startsAfterDue"))
            : Return(course, dice, due);
    }

    /// <summary>So late that it counts as a new start: a clean urine panel comes first.</summary>
    private static DateTimeOffset Return(Course course, Dice dice, DateTimeOffset due)
    {
        var visit = Clinic.NotBefore(due + dice.Days("injection.afterMissed"), dice);
        UrineTesting.Panel(course, visit.AddMinutes(-dice.Model.Number("challenge.minutesBefore")), []);
        return visit;
    }
}
