using System.Text.Json;
using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Server.Rest.Answers;
using FhirNaltrexone.Server.Rest.Bodies;
using FhirNaltrexone.Server.Rest.Negotiation;
using FhirNaltrexone.Storage.Interactions.Bundles;
using FhirNaltrexone.Storage.Search.Requests;
using FhirNaltrexone.Validation.Content;
using FhirNaltrexone.Validation.Outcomes;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Rest.Calls;

/// <summary>Batches and transactions (FHIR R4, http).</summary>
internal sealed class BundleCalls(
    BundleInteractions bundles,
    BundleOperations operations,
    ContentReader reader,
    SearchCalls searches,
    HistoryCalls histories,
    ServerBase bases,
    IOptions<RestOptions> options)
{
    /// <summary>Carries out the bundle in the body.</summary>
    public async Task<FhirAnswer> ProcessAsync(HttpRequest http, RestRequest request, CancellationToken cancellationToken)
    {
        var (content, refusal) = await ContentIntake.ReadUncheckedAsync(http, options.Value.MaxBundleBytes, cancellationToken).ConfigureAwait(false);
        if (content is null) return FhirAnswer.Refused(refusal!);
        if (content.Type != "Bundle") return FhirAnswer.Refused(NoBundle());
        var isBatch = content.Root.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && type.ValueEquals("batch"u8);
        if (!isBatch && reader.Check(content) is { Count: > 0 } issues) return FhirAnswer.Refused(new Refusal(StatusCodes.Status400BadRequest, issues));
        var result = await bundles.ExecuteAsync(content, Context(request, isBatch), cancellationToken).ConfigureAwait(false);
        if (result.Refusal is { } failure) return FhirAnswer.Refused(failure);
        var entries = new List<ResponseEntry>(result.Entries.Count);
        foreach (var entry in result.Entries) entries.Add(await AnswerAsync(entry, request, cancellationToken).ConfigureAwait(false));
        return FhirAnswer.Of(new ResponseBody(result.IsTransaction, request.Base, entries));
    }

    private BundleContext Context(RestRequest request, bool isBatch) => new()
    {
        Bases = [request.Base, .. bases.Known],
        IsStrict = request.Prefer.IsStrict,
        Check = isBatch ? Check : null,
        Handler = operations.Handler(request, isBatch),
    };

    private Refusal? Check(BundleEntry entry)
        => entry.Content is { } content && !operations.TakesAnyStructure(entry) && reader.Check(content, $"Bundle.entry[{entry.Index}].resource") is { Count: > 0 } issues
            ? new Refusal(StatusCodes.Status400BadRequest, issues)
            : null;

    private async ValueTask<ResponseEntry> AnswerAsync(BundleEntryResult entry, RestRequest request, CancellationToken cancellationToken)
    {
        var result = entry.Result;
        if (result.Refusal is { } refusal) return new(refusal.Status, null, null, refusal.Issues);
        var body = await BodyAsync(entry, request, cancellationToken).ConfigureAwait(false);
        return new(result.Status, result.Resource, entry.Entry!.Method == EntryMethod.Head ? null : body, result.Issues);
    }

    private async ValueTask<AnswerBody?> BodyAsync(BundleEntryResult entry, RestRequest request, CancellationToken cancellationToken)
    {
        var url = entry.Entry!.Url;
        if (entry.Found is { } found)
        {
            var address = url.Target == EntryTarget.Compartment || url.Id is not null
                ? new SearchAddress(url.MemberType, new CompartmentScope(url.Type!, url.Id!))
                : new SearchAddress(url.Type, null);
            return await searches.BodyAsync(address, request, entry.Search!, null, found, cancellationToken).ConfigureAwait(false);
        }

        if (entry.Versions is { } versions)
        {
            var scope = HistoryCalls.Scope(entry.History!, QueryText.Read(url.Query ?? string.Empty));
            return await histories.BodyAsync(scope, null, versions, ResourceSubset.Whole, request.Base, cancellationToken).ConfigureAwait(false);
        }

        return entry.Body.Length > 0 ? new ResourceBody(entry.Body) : Resource(entry, request.Prefer.Return);
    }

    // Of a change only the response is told, unless the client prefers the resource; what a GET found is always delivered.
    private static ResourceBody? Resource(BundleEntryResult entry, ReturnPreference preference)
        => entry.Result is { Resource: { IsDeleted: false } version, Status: not StatusCodes.Status304NotModified }
            && (!entry.Entry!.IsChange || (preference == ReturnPreference.Representation && ChangeAnswer.MayShow(version.Key.Type)))
            ? new ResourceBody(version.Json)
            : null;

    private static Refusal NoBundle()
        => new(StatusCodes.Status400BadRequest, IssueCodes.Value, "Only a Bundle of type batch or transaction can be sent here; send other resources to their type.", "resourceType");
}
