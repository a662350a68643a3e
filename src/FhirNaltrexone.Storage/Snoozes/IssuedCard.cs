namespace FhirNaltrexone.Storage.Snoozes;

/// <summary>A card as it was sent, remembered so that a report that names only its uuid can be understood.</summary>
/// <param name="Card"><c>Card.uuid</c>.</param>
/// <param name="Subject">Rule and patient the card spoke of.</param>
/// <param name="Severity">How urgent it was; a greater number is more urgent.</param>
/// <param name="Issued">When it was sent.</param>
/// <param name="Expires">When it may be forgotten.</param>
public sealed record IssuedCard(string Card, SnoozeSubject Subject, int Severity, DateTimeOffset Issued, DateTimeOffset Expires);
