namespace FhirNaltrexone.Storage.Search.Expressions;

/// <summary>A part of a composite condition.</summary>
/// <param name="Parameters">Keys of the part.</param>
/// <param name="Test">What the entry must be like.</param>
public sealed record CompositePart(IReadOnlyList<int> Parameters, ValueTest Test);
