namespace FhirNaltrexone.Storage.Search.Expressions;

/// <summary>Any entry of the kind will do (<c>:missing</c>).</summary>
/// <param name="Kind">Kind of entry.</param>
public sealed record AnyValue(EntryKind Kind) : ValueTest;
