namespace FhirNaltrexone.Validation.FhirPath;

/// <summary>Items of an evaluation that stand one after another: a collection.</summary>
/// <param name="Start">First of them.</param>
/// <param name="Count">How many.</param>
internal readonly record struct Span(int Start, int Count)
{
    /// <summary>Behind the last of them.</summary>
    public int End => Start + Count;
}
