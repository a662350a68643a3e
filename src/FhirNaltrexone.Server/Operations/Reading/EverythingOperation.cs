using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Search;
using FhirNaltrexone.Storage.Search.Requests;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Operations.Reading;

/// <summary><c>Patient/[id]/$everything</c> (FHIR R4): the record of a patient, page by page; each page brings what its resources refer to.</summary>
internal sealed class EverythingOperation(IResourceStore resources, PatientRecord record, IndexingOptions indexing)
{
    /// <summary>The operation.</summary>
    public FhirOperation Operation => new()
    {
        Name = "everything",
        Definition = "http://hl7.org/fhir/OperationDefinition/Patient-everything",
        Levels = OperationLevels.Instance,
        Types = ["Patient"],
        Handler = ReadAsync,
    };

    private async Task<FhirAnswer> ReadAsync(OperationCall call, CancellationToken cancellationToken)
    {
        var read = EverythingQuery.Read(call, indexing.TimeZone);
        return read.Value is { } query
            ? await resources.ReadSnapshotAsync((reader, cancel) => PageAsync(reader, call, query, cancel), cancellationToken).ConfigureAwait(false)
            : FhirAnswer.Refused(read.Refusal!);
    }

    private async ValueTask<FhirAnswer> PageAsync(IResourceReader reader, OperationCall call, EverythingQuery query, CancellationToken cancellationToken)
    {
        var patient = await reader.ReadAsync(new(call.Type!, call.Id!), cancellationToken).ConfigureAwait(false);
        if (patient is null) return FhirAnswer.Refused(404, IssueCodes.NotFound, "There is no such patient.");
        if (patient.IsDeleted) return FhirAnswer.Refused(410, IssueCodes.Deleted, "The patient was deleted.");
        var page = await record.PageAsync(reader, patient, query, cancellationToken).ConfigureAwait(false);
        var supporting = await record.SupportingAsync(reader, patient, page.Matches, query, cancellationToken).ConfigureAwait(false);
        return FhirAnswer.Of(new SearchsetBody
        {
            Base = call.Base,
            Links = Links(call, query.Parameters, page.Next),
            Entries = [.. page.Matches.Select(match => new SearchEntry(match, "match")), .. supporting.Select(resource => new SearchEntry(resource, "include"))],
            Total = page.Next is null && query.After is null ? page.Matches.Count : null,
        });
    }

    private static List<BundleLink> Links(OperationCall call, IReadOnlyList<KeyValuePair<string, string>> parameters, SearchCursor? next)
    {
        var address = $"{call.Base}/{call.Type}/{call.Id}/$everything";
        var links = new List<BundleLink> { new("self", Url(address, parameters)) };
        if (next is not null)
            links.Add(new("next", Url(address, [.. parameters.Where(pair => pair.Key != "_after"), new("_after", $"{next.Number}")])));
        return links;
    }

    private static string Url(string address, IReadOnlyList<KeyValuePair<string, string>> parameters)
        => parameters.Count == 0 ? address : $"{address}?{QueryText.Write(parameters)}";
}
