namespace FhirNaltrexone.Storage.Access;

/// <summary>A declared emergency (break the glass): it opens what no consent permits of one patient, and of nobody else.</summary>
/// <param name="Patient">Logical id of the patient.</param>
/// <param name="Reason">The reason given.</param>
public sealed record Emergency(string Patient, string Reason);
