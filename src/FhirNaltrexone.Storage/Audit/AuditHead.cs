namespace FhirNaltrexone.Storage.Audit;

/// <summary>The end of the audit chain. Noted elsewhere from time to time, it proves that nothing before it was rewritten since.</summary>
/// <param name="Position">Place of the last link; 0 while there is none.</param>
/// <param name="Hash">Its fingerprint.</param>
public sealed record AuditHead(long Position, string Hash);
