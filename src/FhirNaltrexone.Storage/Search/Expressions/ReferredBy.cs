namespace FhirNaltrexone.Storage.Search.Expressions;

/// <summary>A current resource that meets a condition points here by a reference of one of the parameters (<c>_has</c>, <c>_list</c>).</summary>
/// <param name="Parameters">Keys of reference parameters.</param>
/// <param name="Source">Condition on the resource that refers.</param>
public sealed record ReferredBy(IReadOnlyList<int> Parameters, SearchExpression Source) : SearchExpression;
