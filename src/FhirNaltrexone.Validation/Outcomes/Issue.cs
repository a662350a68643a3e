namespace FhirNaltrexone.Validation.Outcomes;

/// <summary>One finding, told so that whoever sent the content can mend it.</summary>
/// <param name="Code">One of <see cref="IssueCodes"/>, or a code of the same code system taken over from a client.</param>
/// <param name="Text">A full sentence; it never repeats health information.</param>
/// <param name="Expression">FHIRPath of the element concerned, such as <c>Bundle.entry[3].request.url</c>; null when the whole request is meant.</param>
public sealed record Issue(string Code, string Text, string? Expression = null)
{
    /// <summary>Severity; an error unless said otherwise.</summary>
    public IssueSeverity Severity { get; init; } = IssueSeverity.Error;
}
