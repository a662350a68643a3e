namespace FhirNaltrexone.Storage.Audit;

/// <summary>A link of the audit chain.</summary>
/// <param name="Position">Place, 1 for the first, without gaps.</param>
/// <param name="Id">Id of the AuditEvent.</param>
/// <param name="Recorded">When it was stored.</param>
/// <param name="Content">Fingerprint of its JSON.</param>
/// <param name="Hash">Fingerprint of the link.</param>
/// <param name="IsExpired">Whether the record was removed because it was kept long enough; the link stays.</param>
public sealed record AuditLink(long Position, string Id, DateTimeOffset Recorded, string Content, string Hash, bool IsExpired);
