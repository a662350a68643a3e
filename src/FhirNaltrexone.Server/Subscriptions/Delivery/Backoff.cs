using System.Security.Cryptography;

namespace FhirNaltrexone.Server.Subscriptions.Delivery;

/// <summary>When to try again: the wait doubles up to a limit, with a fifth more or less by chance, so that not all come back at once.</summary>
/// <param name="first">First wait.</param>
/// <param name="longest">Longest wait.</param>
internal sealed class Backoff(TimeSpan first, TimeSpan longest)
{
    private const int MaxDoublings = 30;
    private const int Grains = 1_000;
    private const double Spread = 0.4;

    /// <summary>The wait after so many failures in a row, without chance.</summary>
    /// <param name="failures">1 or more.</param>
    public TimeSpan Plain(int failures)
        => TimeSpan.FromMilliseconds(Math.Min(first.TotalMilliseconds * Math.Pow(2, Math.Min(failures - 1, MaxDoublings)), longest.TotalMilliseconds));

    /// <summary>The wait after so many failures in a row.</summary>
    /// <param name="failures">1 or more.</param>
    public TimeSpan After(int failures) => Plain(failures) * (1 - (Spread / 2) + (Spread * RandomNumberGenerator.GetInt32(Grains) / Grains));

    /// <summary>How long that many failures have taken, by the waits between them.</summary>
    /// <param name="failures">0 or more.</param>
    public TimeSpan Total(int failures) => Enumerable.Range(1, failures).Aggregate(TimeSpan.Zero, (sum, number) => sum + Plain(number));
}
