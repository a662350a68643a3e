namespace FhirNaltrexone.Server.Security.Keys;

/// <summary>A key set as it was fetched.</summary>
/// <param name="Json">Its text.</param>
/// <param name="MaxAge">How long it may be used without asking again, as its server says; null when it says nothing.</param>
internal sealed record FetchedKeySet(byte[] Json, TimeSpan? MaxAge);
