using System.Text.Json;

namespace FhirNaltrexone.Storage.Access;

/// <summary>The records of a call.</summary>
/// <param name="Server">Base URL of the FHIR server they are from; null when the call names none.</param>
/// <param name="Patient">Logical id of the patient they are about, however they name them.</param>
/// <param name="Types">Resource types that were asked for, whether the call has any of them or not.</param>
/// <param name="Resources">The records, codes of medications put in.</param>
public sealed record ChartRecords(string? Server, string Patient, IReadOnlyCollection<string> Types, IReadOnlyList<JsonElement> Resources);
