using FhirNaltrexone.Cql.Data;

namespace FhirNaltrexone.Cql.Compilation;

/// <summary>An element of several types, read as one of them.</summary>
internal sealed record ChoiceRead(Evaluator Source, FhirProperty Property);
