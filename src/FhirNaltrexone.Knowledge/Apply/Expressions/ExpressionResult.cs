using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Knowledge.Apply.Expressions;

/// <summary>What an expression gave.</summary>
/// <param name="Value">A CLR or CQL value, a FHIR element, a list of those, or null.</param>
/// <param name="Failure">Why there is no value, as a part of a sentence; null when there is one, be it null.</param>
/// <param name="Code">Issue code of the failure.</param>
internal sealed record ExpressionResult(object? Value, string? Failure, string Code)
{
    public static ExpressionResult Of(object? value) => new(value, null, IssueCodes.Incomplete);

    public static ExpressionResult Failed(string code, string failure) => new(null, failure, code);
}
