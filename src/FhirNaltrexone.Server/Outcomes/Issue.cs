namespace FhirNaltrexone.Server.Outcomes;

/// <summary>One defect, told so that whoever sent it can mend it.</summary>
/// <param name="Code">One of <see cref="IssueCodes"/>, or a code of the same code system taken over from a client.</param>
/// <param name="Text">A full sentence; it never repeats health information.</param>
/// <param name="Expression">Path of the JSON member concerned, such as <c>context.patientId</c>; null when the whole request is meant.</param>
internal sealed record Issue(string Code, string Text, string? Expression = null);
