namespace FhirNaltrexone.Server.Hosting;

/// <summary>Tells the same instant for ever; timers and elapsed time stay real.</summary>
internal sealed class FixedClock(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now.ToUniversalTime();
}
