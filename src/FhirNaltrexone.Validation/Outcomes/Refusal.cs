namespace FhirNaltrexone.Validation.Outcomes;

/// <summary>A request that is answered with an error: an expected failure is a value until the edge.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Issues">At least one defect.</param>
public sealed record Refusal(int Status, IReadOnlyList<Issue> Issues)
{
    /// <summary>A refusal for one reason.</summary>
    public Refusal(int status, string code, string text, string? expression = null)
        : this(status, [new Issue(code, text, expression)])
    {
    }
}
