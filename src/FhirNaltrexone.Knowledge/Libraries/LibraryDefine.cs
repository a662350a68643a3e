namespace FhirNaltrexone.Knowledge.Libraries;

/// <summary>One named expression of a library.</summary>
/// <param name="Name">Its name, unique within the library.</param>
/// <param name="ResultType">Type of its value as CQL text, such as <c>System.Boolean</c> or <c>List&lt;FHIR.Condition&gt;</c>; null when not known.</param>
public sealed record LibraryDefine(string Name, string? ResultType);
