namespace FhirNaltrexone.Cql;

/// <summary>A relation between two quantities, such as a titre or a concentration.</summary>
/// <param name="Numerator">What is counted.</param>
/// <param name="Denominator">In how much.</param>
public sealed record CqlRatio(CqlQuantity Numerator, CqlQuantity Denominator)
{
    /// <summary>CQL text, for example <c>1 'mg':2 'mL'</c>.</summary>
    public override string ToString() => $"{Numerator}:{Denominator}";
}
