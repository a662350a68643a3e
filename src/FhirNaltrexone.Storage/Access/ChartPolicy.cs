namespace FhirNaltrexone.Storage.Access;

/// <summary>Decides what of the records that a client brings along may be used for an answer to it: labels and consents, as for stored ones.</summary>
/// <param name="Decide">Decides for a caller.</param>
public sealed record ChartPolicy(Func<Caller, ChartRecords, CancellationToken, ValueTask<ChartDecision>> Decide);
