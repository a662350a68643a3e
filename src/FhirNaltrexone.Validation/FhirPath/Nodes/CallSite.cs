namespace FhirNaltrexone.Validation.FhirPath.Nodes;

/// <summary>Where and in which evaluation a function is called.</summary>
/// <param name="Position">Character of the expression.</param>
/// <param name="Run">The evaluation.</param>
internal readonly record struct CallSite(int Position, Evaluation Run)
{
    /// <summary>An error of the call.</summary>
    public FhirPathFault Fault(string text) => new(Position, text);
}
