namespace FhirNaltrexone.Cql.Compilation;

/// <summary>
/// What a query gives per row: nothing special (<c>Expression</c> null), a returned value, or a step of an aggregate
/// (<c>Starting</c> not null, accumulator in <c>Slot</c>).
/// </summary>
internal sealed record QueryResult(Evaluator? Expression, Evaluator? Starting, int Slot, bool Distinct);
