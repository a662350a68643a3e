namespace FhirNaltrexone.Storage.Access;

/// <summary>Records what consents permit of what is written into files for a client, who fetches them later.</summary>
/// <param name="BeforeAsync">
/// Called before a part of a file is kept, with whom it is for, the records in it that consents had to permit, and the request that asked for it. When it
/// fails, nothing must be kept.
/// </param>
public sealed record FileRecord(Func<AccessContext, IReadOnlyList<ConsentedRecord>, string, CancellationToken, Task> BeforeAsync);
