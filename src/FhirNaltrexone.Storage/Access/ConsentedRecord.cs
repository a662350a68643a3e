namespace FhirNaltrexone.Storage.Access;

/// <summary>A record under 42 CFR Part 2 that went out because a consent of a patient permitted it.</summary>
/// <param name="Record">The record as a reference, with its version where it has one; the URL of one elsewhere, as <see cref="ForeignName"/> has it.</param>
/// <param name="Patient">Whose consent it is: a logical id, or the name of a patient elsewhere.</param>
/// <param name="Consent">The consent as a reference with its version.</param>
/// <param name="Labels">Security labels of the record, by system and code.</param>
public sealed record ConsentedRecord(string Record, string Patient, string Consent, IReadOnlyList<(string System, string Code)> Labels);
