using System.Text.Json;

namespace FhirNaltrexone.Storage.Access;

/// <summary>Decides what of the records that a client brings along may be used for an answer to it: labels and consents, as for stored ones.</summary>
/// <param name="Decide">
/// For a caller, the FHIR server its records are from (null when it names none), the patient they are about, and the records: whether each may be used, by its place.
/// </param>
public sealed record ChartPolicy(
    Func<Caller, string?, string, IReadOnlyList<JsonElement>, CancellationToken, ValueTask<IReadOnlyList<ChartVerdict>>> Decide);
