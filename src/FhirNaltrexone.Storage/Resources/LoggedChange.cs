namespace FhirNaltrexone.Storage.Resources;

/// <summary>A version in the log.</summary>
/// <param name="Position">Its place.</param>
/// <param name="Version">The version.</param>
public sealed record LoggedChange(ChangePosition Position, ResourceVersion Version);
