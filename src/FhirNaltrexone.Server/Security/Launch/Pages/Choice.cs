namespace FhirNaltrexone.Server.Security.Launch.Pages;

/// <summary>Something a person may choose.</summary>
/// <param name="Reference">The resource, such as <c>Patient/1</c>.</param>
/// <param name="Text">What the person reads.</param>
internal sealed record Choice(string Reference, string Text);
