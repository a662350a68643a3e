namespace FhirNaltrexone.Server.Loading.Samples.Courses;

/// <summary>When the clinic sees people.</summary>
internal static class Clinic
{
    private const int Opens = 8;
    private const int Closes = 16;

    /// <summary>A visit on that day, or on the nearest day the clinic is open.</summary>
    public static DateTimeOffset Near(DateTimeOffset day, Dice dice)
        => At(day.DayOfWeek == DayOfWeek.Saturday ? day.AddDays(-1) : day, dice);

    /// <summary>A visit on that day, or on the next day the clinic is open.</summary>
    public static DateTimeOffset NotBefore(DateTimeOffset day, Dice dice)
        => At(day.DayOfWeek == DayOfWeek.Saturday ? day.AddDays(2) : day, dice);

    private static DateTimeOffset At(DateTimeOffset day, Dice dice)
    {
        var open = day.DayOfWeek == DayOfWeek.Sunday ? day.AddDays(1) : day;
        return new DateTimeOffset(open.Date, open.Offset) + dice.TimeOfDay(Opens, Closes);
    }
}
