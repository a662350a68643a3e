namespace FhirNaltrexone.Storage.Access;

/// <summary>Records what is sent to a client without a request of its own.</summary>
/// <param name="BeforeAsync">
/// Called before it is sent, with whom it is for and what was read for it, and with the resource that asks for it, as <c>Type/id</c>. When it fails,
/// nothing must be sent.
/// </param>
public sealed record SendingRecord(Func<AccessContext, string, CancellationToken, Task> BeforeAsync);
