namespace FhirNaltrexone.Server.Loading.Samples.Courses;

/// <summary>First visit, withdrawal, opioid-free days, challenge.</summary>
internal static class Beginning
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>Plays up to the first dose of naltrexone.</summary>
    public static void Play(Course course, Dice dice)
    {
        course.LastUse = course.Intake - dice.Days("intake.lastUseDaysBefore") - dice.TimeOfDay(1, 6);
        course.WithdrawalScores.Add(new Score(course.Intake, dice.Draw("cows.intake")));
        UrineTesting.Panel(course, course.Intake, course.Opioid.Positive);
        foreach (var day in new[] { 2, 4 })
        {
            course.WithdrawalScores.Add(new Score(course.Intake + (day * Day), dice.Draw("cows.detox")));
        }

        course.Start = StartAfter(course, dice, course.LastUse);
    }

    /// <summary>The first dose after an opioid: the days it takes, a clean urine panel, and mostly a challenge.</summary>
    public static DateTimeOffset StartAfter(Course course, Dice dice, DateTimeOffset lastUse)
    {
        var start = Clinic.NotBefore(lastUse + TimeSpan.FromDays(dice.Draw(course.Opioid.Free)) + Day, dice);
        if (dice.Happens("challenge.done"))
        {
            start = Challenged(course, dice, start);
        }

        UrineTesting.Panel(course, start.AddMinutes(-dice.Model.Number("challenge.minutesBefore")), []);
        return start;
    }

    private static DateTimeOffset Challenged(Course course, Dice dice, DateTimeOffset start)
    {
        var before = TimeSpan.FromMinutes(dice.Model.Number("challenge.minutesBefore"));
        if (dice.Happens("challenge.failed"))
        {
            course.WithdrawalScores.Add(new Score(start - before, dice.Draw("cows.failed")));
            course.Challenges.Add(new Challenge(start - before, IsPassed: false));
            start = Clinic.NotBefore(start + dice.Days("challenge.retryDays"), dice);
        }

        course.WithdrawalScores.Add(new Score(start - before, 0));
        course.Challenges.Add(new Challenge(start - before, IsPassed: true));
        return start;
    }
}
