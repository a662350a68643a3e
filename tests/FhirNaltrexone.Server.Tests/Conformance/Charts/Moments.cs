using FsCheck;
using FsCheck.Fluent;

namespace FhirNaltrexone.Server.Tests.Conformance.Charts;

/// <summary>Draws times, most of them where a rule turns.</summary>
internal static class Moments
{
    /// <summary>The hours at which a rule changes its mind, and some between.</summary>
    private static readonly int[] TurningHours =
        [0, 1, 23, 24, 48, 72, 120, 168, 200, 240, 300, 336, 504, 672, 720, 840, 1008, 1440, 2160, 4656, 8760];

    private static readonly int[] JitterSeconds = [0, 0, 0, -1, 1, -301, 299, 3600, -3600];

    private static readonly TimeSpan[] Offsets =
        [TimeSpan.FromHours(-5), TimeSpan.FromHours(-5), TimeSpan.FromHours(-4), TimeSpan.Zero, TimeSpan.FromHours(-8), TimeSpan.FromHours(5.5)];

    private static readonly MomentPrecision[] Precisions =
        [MomentPrecision.Second, MomentPrecision.Second, MomentPrecision.Second, MomentPrecision.Second, MomentPrecision.Day, MomentPrecision.Day, MomentPrecision.Month];

    /// <summary>How long before the call: mostly the past, now and then the future.</summary>
    private static readonly Gen<TimeSpan> Ages =
        from hours in Gen.Frequency((6, Gen.Elements(TurningHours)), (2, Gen.Choose(0, 2400)), (1, Gen.Choose(-400, -1)))
        from seconds in Gen.Elements(JitterSeconds)
        select TimeSpan.FromHours(hours) + TimeSpan.FromSeconds(seconds);

    /// <summary>Any moment around the call.</summary>
    public static Gen<Moment> Around(DateTimeOffset now) =>
        from age in Ages
        from offset in Gen.Elements(Offsets)
        from precision in Gen.Elements(Precisions)
        select new Moment((now - age).ToOffset(offset), precision);

    /// <summary>A moment to the second, not in the future.</summary>
    public static Gen<Moment> Before(DateTimeOffset now) =>
        from moment in Around(now)
        select new Moment(moment.Instant > now ? now : moment.Instant, MomentPrecision.Second);

    /// <summary>Two moments of the same precision and offset, the older one first.</summary>
    public static Gen<(Moment Older, Moment Newer)> Pair(DateTimeOffset now) =>
        from one in Around(now)
        from age in Ages
        let other = one with { Instant = (now - age).ToOffset(one.Instant.Offset) }
        select one.Instant <= other.Instant ? (one, other) : (other, one);

    /// <summary>A moment or none.</summary>
    public static Gen<Moment?> Maybe(Gen<Moment> moments) => Gen.Frequency((3, moments.Select(moment => (Moment?)moment)), (1, Gen.Constant<Moment?>(null)));
}
