namespace FhirNaltrexone.Cql.Compilation;

/// <summary>One source of a query with the slot of its alias.</summary>
internal sealed record QuerySource(Evaluator Expression, int Slot, string Alias);
