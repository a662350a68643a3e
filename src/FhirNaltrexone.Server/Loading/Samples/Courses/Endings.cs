namespace FhirNaltrexone.Server.Loading.Samples.Courses;

/// <summary>Ways treatment ends.</summary>
internal static class Endings
{
    /// <summary>Reason when someone does not come back.</summary>
    public const string Lost = "Lost to follow-up";

    private const string Liver = "Liver enzymes rose";

    /// <summary>Whether treatment ends after this visit.</summary>
    public static bool Decide(Course course, Dice dice, string share, DateTimeOffset visit)
    {
        if (!dice.Happens(share)) return false;

        course.Ending = new Ending(visit + dice.Days("stop.afterVisit"), dice.Choose("stopReason"));
        return true;
    }

    /// <summary>Ends treatment on the day a rise of liver enzymes stopped it.</summary>
    public static void ByLiver(Course course)
    {
        if (course.LiverStop is { } stop && course.Ending is null) course.Ending = new Ending(stop, Liver);
    }
}
