using System.Globalization;
using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Server.Rest.Answers;
using FhirNaltrexone.Storage.Interactions;
using FhirNaltrexone.Storage.Resources;

namespace FhirNaltrexone.Server.Rest.Calls;

/// <summary>Read and vread (FHIR R4, http), with the conditions of a conditional read.</summary>
internal sealed class ReadCalls(ResourceInteractions interactions)
{
    /// <summary>Reads the current version.</summary>
    public async Task<FhirAnswer> ReadAsync(string type, string id, HttpRequest http, RestRequest request, CancellationToken cancellationToken)
    {
        if (Refuse(type, id) is { } refusal) return refusal;
        if (!SubsetReader.TryRead(request.Query, out var subset, out var defect)) return FhirAnswer.Refused(defect);
        var result = await interactions.ReadAsync(new ResourceKey(type, id), Conditions(http), cancellationToken).ConfigureAwait(false);
        return request.RawTypes.Count > 0 ? BinaryAnswer.Of(result, request.RawTypes) : ChangeAnswer.Read(result, subset);
    }

    /// <summary>Reads one version.</summary>
    public async Task<FhirAnswer> ReadVersionAsync(
        string type, string id, string version, HttpRequest http, RestRequest request, CancellationToken cancellationToken)
    {
        if (Refuse(type, id) is { } refusal) return refusal;
        if (!SubsetReader.TryRead(request.Query, out var subset, out var defect)) return FhirAnswer.Refused(defect);
        var key = new ResourceKey(type, id);
        var result = await interactions.ReadVersionAsync(key, version, Conditions(http), cancellationToken).ConfigureAwait(false);
        return request.RawTypes.Count > 0 ? BinaryAnswer.Of(result, request.RawTypes) : ChangeAnswer.Read(result, subset);
    }

    private static FhirAnswer? Refuse(string type, string id)
        => (Addresses.RefuseType(type) ?? Addresses.RefuseId(id, StatusCodes.Status404NotFound)) is { } refusal ? FhirAnswer.Refused(refusal) : null;

    private static ReadConditions Conditions(HttpRequest http) => new()
    {
        IfNoneMatch = Header(http.Headers.IfNoneMatch),
        IfModifiedSince = DateTimeOffset.TryParseExact(
            http.Headers.IfModifiedSince, "R", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var since) ? since : null,
    };

    private static string? Header(Microsoft.Extensions.Primitives.StringValues values) => values.Count == 0 ? null : string.Join(", ", values.ToArray());
}
