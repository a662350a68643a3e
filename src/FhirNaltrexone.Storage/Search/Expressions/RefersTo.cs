namespace FhirNaltrexone.Storage.Search.Expressions;

/// <summary>A reference of one of the parameters points to a current resource of one of the types that meets a condition (chaining).</summary>
/// <param name="Parameters">Keys of reference parameters.</param>
/// <param name="TargetTypes">Types the target may have; empty for any.</param>
/// <param name="Target">Condition on the target.</param>
public sealed record RefersTo(IReadOnlyList<int> Parameters, IReadOnlyList<string> TargetTypes, SearchExpression Target) : SearchExpression;
