namespace FhirNaltrexone.Validation.FhirPath;

/// <summary>Steps that several evaluations may take together, one after another.</summary>
/// <param name="steps">How many.</param>
public sealed class FhirPathBudget(int steps)
{
    /// <summary>Steps that are left.</summary>
    public int Left { get; private set; } = steps;

    internal void Pay(int spent) => Left = Math.Max(0, Left - spent);
}
