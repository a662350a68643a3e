namespace FhirNaltrexone.Storage.Search.Expressions;

/// <summary>A reference entry names a local resource of a type, and another one than this.</summary>
/// <param name="TargetType">Type of the target.</param>
/// <param name="TargetId">Logical id it must not have.</param>
public sealed record OtherReferenceTest(string TargetType, string TargetId) : ValueTest;
