namespace FhirNaltrexone.Knowledge.Evaluation;

/// <summary>Finds the instants at which the offset of a time zone changes.</summary>
internal static class ZoneTransitions
{
    /// <summary>The offset at <paramref name="from"/> followed by every change up to <paramref name="to"/>, exact to the second, ascending.</summary>
    /// <remarks>
    /// <see cref="TimeZoneInfo"/> answers questions about one instant only. One question a day finds every change but two that cancel out
    /// within 24 hours, which no zone has done; halving the day then finds the second.
    /// </remarks>
    public static IEnumerable<ZoneTransition> Between(TimeZoneInfo zone, DateTimeOffset from, DateTimeOffset to)
    {
        var offset = zone.GetUtcOffset(from);
        yield return new ZoneTransition(from, offset);
        for (var day = from; day < to; day = day.AddDays(1))
        {
            var next = zone.GetUtcOffset(day.AddDays(1));
            if (next != offset)
            {
                yield return new ZoneTransition(ChangeWithin(zone, day, offset), next);
                offset = next;
            }
        }
    }

    private static DateTimeOffset ChangeWithin(TimeZoneInfo zone, DateTimeOffset day, TimeSpan before)
    {
        var (unchanged, changed) = (0, 24 * 60 * 60);
        while (changed - unchanged > 1)
        {
            var middle = (unchanged + changed) / 2;
            (unchanged, changed) = zone.GetUtcOffset(day.AddSeconds(middle)) == before ? (middle, changed) : (unchanged, middle);
        }

        return day.AddSeconds(changed);
    }
}
