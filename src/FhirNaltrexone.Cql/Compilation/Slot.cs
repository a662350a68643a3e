namespace FhirNaltrexone.Cql.Compilation;

/// <summary>The value of an alias, a let or an operand.</summary>
internal sealed class Slot(int number) : Evaluator
{
    /// <summary>Its number within the body.</summary>
    public int Number => number;

    public override object? Evaluate(Frame frame) => frame[number];
}
