using FhirNaltrexone.Cql.Elm;

namespace FhirNaltrexone.Cql.Compilation;

/// <summary>A function of a library with the types that choose between its overloads.</summary>
internal sealed record Function(string Name, Body Body, ElmNode Definition, IReadOnlyList<CqlType> OperandTypes);
