namespace FhirNaltrexone.Storage.Search.Expressions;

/// <summary>
/// A condition on one current resource, free of syntax and of any database. The reference model of the tests states its meaning; each engine
/// compiles it.
/// </summary>
public abstract record SearchExpression;
