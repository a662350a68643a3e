namespace FhirNaltrexone.Cql.Compilation;

/// <summary>A compiled expression: gives its value in a frame. Nothing about the ELM is looked at any more.</summary>
internal delegate object? Evaluator(Frame frame);
