namespace FhirNaltrexone.Reliability.Linearizability;

/// <summary>One call of one client on the one resource, with what came back.</summary>
/// <param name="Effect">What it did.</param>
/// <param name="Invoked">Tick at which it was sent.</param>
/// <param name="Returned">Tick at which the answer was in; <see cref="long.MaxValue"/> when none came.</param>
/// <param name="Version">Version read, or the version the write demanded (If-Match).</param>
/// <param name="Value">Value read or written.</param>
internal sealed record Operation(Effect Effect, long Invoked, long Returned, int Version, int Value);
