namespace FhirNaltrexone.Server.Loading.Samples.Courses;

/// <summary>Lets one person come, withdraw, start, go on or lapse, and stop or stay.</summary>
internal static class CourseSimulator
{
    private static readonly (string Share, string Concept)[] OtherConditions =
    [
        ("condition.depression", "depression"),
        ("condition.hepatitisC", "hepatitisC"),
        ("condition.fattyLiver", "fattyLiver"),
        ("condition.alcohol", "alcoholDependence"),
        ("condition.chronicPain", "chronicPain"),
        ("condition.homeless", "homelessness"),
    ];

    /// <summary>The course of one person.</summary>
    public static Course Play(Dice dice, int number, DateTimeOffset anchor)
    {
        var intake = Clinic.Near(anchor - dice.Days("course.startedDaysAgo"), dice);
        var opioid = dice.Choose(dice.Model.Opioids, kind => kind.Weight);
        var course = new Course(Meet(dice, number, intake), opioid, intake, anchor);
        course.Conditions.AddRange(OtherConditions.Where(condition => dice.Happens(condition.Share)).Select(condition => condition.Concept));

        Beginning.Play(course, dice);
        LiverMonitoring.Plan(course, dice);
        Treat(course, dice);
        LiverMonitoring.DropAfterTreatment(course);
        MoodMonitoring.Play(course, dice);
        return course;
    }

    private static void Treat(Course course, Dice dice)
    {
        switch (dice.Choose("form"))
        {
            case "oral":
                TabletTreatment.Play(course, dice);
                break;
            case "leadIn":
                InjectionTreatment.Play(course, dice, TabletTreatment.LeadIn(course, dice));
                break;
            default:
                InjectionTreatment.Play(course, dice, course.Start);
                break;
        }
    }

    private static Person Meet(Dice dice, int number, DateTimeOffset intake)
    {
        var gender = dice.Happens("person.female") ? "female" : "male";
        var birth = DateOnly.FromDateTime(intake.Date).AddYears(-dice.DrawMiddle("person.ageYears")).AddDays(-dice.Draw("person.birthday"));
        return new Person(gender, dice.Pick(dice.Model.Names.Given[gender]), $"{dice.Pick(dice.Model.Names.Family)}-{number:0000}", birth);
    }
}
