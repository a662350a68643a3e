using System.Text.Json;

namespace FhirNaltrexone.Server.Reasoning.Charts;

/// <summary>Whose chart is wanted, and what it is made of.</summary>
/// <param name="Patient">Logical id of the patient: a valid one of R4.</param>
/// <param name="Data">A Bundle with data of the client; null for none.</param>
/// <param name="UsesStore">Whether stored data is read as well.</param>
internal sealed record ChartRequest(string Patient, JsonElement? Data, bool UsesStore);
