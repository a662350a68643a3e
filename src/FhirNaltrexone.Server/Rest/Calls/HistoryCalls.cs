using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Server.Rest.Answers;
using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Interactions;
using FhirNaltrexone.Storage.Search.Requests;
using FhirNaltrexone.Validation.Outcomes;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Rest.Calls;

/// <summary>Histories of one resource, of a type, of everything (FHIR R4, http, history).</summary>
internal sealed class HistoryCalls(
    ResourceInteractions interactions, HistoryPaging paging, TimeLimit time, IOptions<InteractionOptions> options, IndexingOptions indexing)
{
    /// <summary>Lists versions. A parameter R4 gives histories, or an order, is refused when it cannot be kept: the answer would be wider or other than asked.</summary>
    /// <param name="type">Type in the address, or null.</param>
    /// <param name="id">Id in the address, or null.</param>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<FhirAnswer> ListAsync(string? type, string? id, RestRequest request, CancellationToken cancellationToken)
    {
        if ((type is null ? null : Addresses.RefuseType(type)) is { } unknown) return FhirAnswer.Refused(unknown);
        if ((id is null ? null : Addresses.RefuseId(id, StatusCodes.Status404NotFound)) is { } wrong) return FhirAnswer.Refused(wrong);
        if (!SubsetReader.TryRead(request.Query, out var subset, out var defect)) return FhirAnswer.Refused(defect);
        var parameters = request.Query.Where(pair => pair.Key != HistoryPaging.Parameter).ToList();
        if (!HistoryRequest.TryRead(type, id, parameters, options.Value, indexing.TimeZone, out var history, out defect)) return FhirAnswer.Refused(defect);
        if (history.Unknown.FirstOrDefault(name => request.Prefer.IsStrict || name is "_list" or "_sort") is { } name) return FhirAnswer.Refused(Unknown(name));
        parameters.RemoveAll(pair => history.Unknown.Contains(pair.Key));
        return await time.RunAsync(token => PageAsync(history, parameters, subset, request, token), cancellationToken).ConfigureAwait(false);
    }

    private async Task<FhirAnswer> PageAsync(
        HistoryRequest history, List<KeyValuePair<string, string>> parameters, ResourceSubset subset, RestRequest request, CancellationToken cancellationToken)
    {
        var scope = Scope(history, parameters);
        var token = request.Query.LastOrDefault(pair => pair.Key == HistoryPaging.Parameter).Value;
        if (!string.IsNullOrEmpty(token))
        {
            if (await paging.ReadAsync(scope, token, cancellationToken).ConfigureAwait(false) is not { } after) return FhirAnswer.Refused(BadPage());
            history = history with { After = after };
        }

        var page = await interactions.HistoryAsync(history, cancellationToken).ConfigureAwait(false);
        return page.Refusal is { } refusal
            ? FhirAnswer.Refused(refusal)
            : FhirAnswer.Of(await BodyAsync(scope, token, page, subset, request.Base, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>The Bundle of a page.</summary>
    /// <param name="scope">Path and parameters of the history.</param>
    /// <param name="token">Token of the page; null for the first.</param>
    /// <param name="page">The page.</param>
    /// <param name="subset">What part of the resources is wanted.</param>
    /// <param name="address">Base URL.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<HistoryBody> BodyAsync(
        string scope, string? token, HistoryPage page, ResourceSubset subset, string address, CancellationToken cancellationToken)
    {
        var links = new List<BundleLink> { new("self", Link(address, scope, token)) };
        if (page.Next is { } next)
        {
            links.Add(new("next", Link(address, scope, await paging.WriteAsync(scope, next, cancellationToken).ConfigureAwait(false))));
        }

        return new HistoryBody { Base = address, Links = links, Versions = page.Versions, Total = page.Total, Subset = subset };
    }

    /// <summary>Path and parameters of a history.</summary>
    /// <param name="history">The history.</param>
    /// <param name="parameters">Its parameters, without the token of a page.</param>
    public static string Scope(HistoryRequest history, IReadOnlyList<KeyValuePair<string, string>> parameters)
    {
        var path = history.Type is null ? "_history" : history.Id is null ? $"{history.Type}/_history" : $"{history.Type}/{history.Id}/_history";
        return parameters.Count == 0 ? path : $"{path}?{QueryText.Write(parameters)}";
    }

    private static string Link(string address, string scope, string? token)
        => string.IsNullOrEmpty(token) ? $"{address}/{scope}" : $"{address}/{scope}{(scope.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{HistoryPaging.Parameter}={token}";

    private static Refusal Unknown(string name)
        => new(StatusCodes.Status400BadRequest, IssueCodes.NotSupported, $"A history has no parameter '{Addresses.Shown(name)}'; known are _count, _offset, _since, _at, _total.", name);

    private static Refusal BadPage()
        => new(StatusCodes.Status400BadRequest, IssueCodes.Value, "The page link was not made by this server for this history; start again without _page.", HistoryPaging.Parameter);
}
