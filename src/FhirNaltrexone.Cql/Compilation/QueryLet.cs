namespace FhirNaltrexone.Cql.Compilation;

/// <summary>A <c>let</c> clause with its slot.</summary>
internal sealed record QueryLet(Evaluator Expression, int Slot);
