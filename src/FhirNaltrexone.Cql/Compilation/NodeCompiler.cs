namespace FhirNaltrexone.Cql.Compilation;

/// <summary>Compiles the nodes of one type.</summary>
internal delegate Evaluator NodeCompiler(NodeContext context);
