namespace FhirNaltrexone.Storage;

/// <summary>A report with its place in the store.</summary>
/// <param name="Sequence">Position in the store, rising with every report stored; the cursor of a listing.</param>
/// <param name="ReceivedAt">When the service received it first, UTC.</param>
/// <param name="Report">The report.</param>
public sealed record StoredFeedback(long Sequence, DateTimeOffset ReceivedAt, FeedbackReport Report);
