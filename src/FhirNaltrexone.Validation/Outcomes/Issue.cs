namespace FhirNaltrexone.Validation.Outcomes;

/// <summary>One finding, told so that whoever sent the content can mend it.</summary>
/// <param name="Code">One of <see cref="IssueCodes"/>, or a code of the same code system taken over from a client.</param>
/// <param name="Text">A full sentence; it never repeats health information.</param>
/// <param name="Expression">FHIRPath of the element concerned, such as <c>Bundle.entry[3].request.url</c>; null when the whole request is meant.</param>
public sealed record Issue(string Code, string Text, string? Expression = null)
{
    /// <summary>Severity; an error unless said otherwise.</summary>
    public IssueSeverity Severity { get; init; } = IssueSeverity.Error;

    /// <summary>Stable id of the rule, such as <c>NAL-CARD-MIN</c>: texts may change, ids do not. Null where there is none.</summary>
    public string? MessageId { get; init; }

    /// <summary>Line of the text where the element begins, from 1; null when not known.</summary>
    public int? Line { get; init; }

    /// <summary>Column in characters where the element begins, from 1; null when not known.</summary>
    public int? Column { get; init; }
}
