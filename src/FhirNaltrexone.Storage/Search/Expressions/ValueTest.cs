namespace FhirNaltrexone.Storage.Search.Expressions;

/// <summary>What one index entry must be like. Values of one test are alternatives.</summary>
public abstract record ValueTest;
