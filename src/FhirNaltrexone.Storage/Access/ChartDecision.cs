namespace FhirNaltrexone.Storage.Access;

/// <summary>What becomes of the records of a call.</summary>
/// <param name="Verdicts">One for each record, by its place.</param>
/// <param name="MayLackRecords">
/// Whether something may be left out: that the caller falls under consents and none permits it everything, not that anything was. What the answer says
/// of it must be the same in both cases.
/// </param>
public sealed record ChartDecision(IReadOnlyList<ChartVerdict> Verdicts, bool MayLackRecords);
