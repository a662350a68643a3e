namespace FhirNaltrexone.Validation.Content;

/// <summary>A defect of a JSON text, before it is known of which resource type the text is.</summary>
/// <param name="Offset">Byte where it is.</param>
/// <param name="Path">FHIRPath of the element, without the type it begins with: <c>.name[0].given[1]</c>, or empty for the root.</param>
/// <param name="Code">Code of the issue.</param>
/// <param name="Text">A full sentence without its full stop.</param>
internal readonly record struct JsonDefect(int Offset, string Path, string Code, string Text);
