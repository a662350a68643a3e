namespace FhirNaltrexone.Server.Loading.Samples.Courses;

/// <summary>Days on tablets without a break; no end while it goes on.</summary>
internal sealed class TabletPhase(DateTimeOffset start)
{
    public DateTimeOffset Start { get; } = start;

    public DateTimeOffset? End { get; set; }

    /// <summary>Hand-overs of tablets.</summary>
    public List<DateTimeOffset> Dispenses { get; } = [start];
}
