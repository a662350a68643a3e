namespace FhirNaltrexone.Storage.Access;

/// <summary>Decides what of the records of a patient may be used for an answer to a client: labels and consents.</summary>
/// <param name="Decide">Decides for a caller about records that it brings along, as about stored ones.</param>
/// <param name="MayLack">
/// Whether a stored record of one of our patients, by logical id, may be withheld from a caller, of any of some types: by who asks and the consents alone,
/// whether there is such a record or not.
/// </param>
public sealed record ChartPolicy(
    Func<Caller, ChartRecords, CancellationToken, ValueTask<ChartDecision>> Decide,
    Func<Caller, string, IReadOnlyCollection<string>, CancellationToken, ValueTask<bool>> MayLack);
