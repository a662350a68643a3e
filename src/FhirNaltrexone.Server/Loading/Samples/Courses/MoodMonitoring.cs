namespace FhirNaltrexone.Server.Loading.Samples.Courses;

/// <summary>A mood questionnaire at the first visit and each quarter while treatment goes on.</summary>
internal static class MoodMonitoring
{
    /// <summary>Plays the questionnaires.</summary>
    public static void Play(Course course, Dice dice)
    {
        var total = dice.Draw(course.Conditions.Contains("depression") ? "phq9.depressed" : "phq9.other");
        var when = course.Intake;
        while (when <= course.Last)
        {
            course.MoodScores.Add(new Score(when, total));
            total = Math.Max(0, total - dice.Draw("phq9.improves"));
            when = Clinic.Near(when.AddDays(dice.Model.Number("mood.everyDays")), dice);
        }
    }
}
