namespace FhirNaltrexone.Server.Loading.Samples.Courses;

/// <summary>Opioids again, and mostly a new start afterwards.</summary>
internal static class Lapsing
{
    /// <summary>Plays a lapse.</summary>
    /// <returns>The new start; null when the person does not come back.</returns>
    public static DateTimeOffset? Play(Course course, Dice dice, DateTimeOffset from)
    {
        var to = from + dice.Days("lapse.days");
        if (from > course.Anchor) return to;

        course.Lapses.Add(new Lapse(from, to));
        if (dice.Happens("stop.reachedAfterLapse"))
        {
            course.Ending = new Ending(from, Endings.Lost);
            return null;
        }

        UrineTesting.Panel(course, Clinic.NotBefore(to, dice), course.Opioid.Positive);
        return Beginning.StartAfter(course, dice, to);
    }
}
