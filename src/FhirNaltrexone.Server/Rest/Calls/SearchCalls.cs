using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Search.Requests;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Rest.Calls;

/// <summary>Searches of a type, of everything, of a compartment (FHIR R4, search).</summary>
internal sealed class SearchCalls(
    IResourceStore store, SearchRequestReader reader, SearchPaging paging, TimeLimit time, TimeProvider clock, SearchExecution execution)
{
    /// <summary>Answers a search.</summary>
    /// <param name="address">Where it looks.</param>
    /// <param name="request">The request; parameters of a form count as those of the URL.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<FhirAnswer> SearchAsync(SearchAddress address, RestRequest request, CancellationToken cancellationToken)
    {
        if (address.Refuse() is { } refusal) return FhirAnswer.Refused(refusal);
        return await time.RunAsync(token => RunAsync(address, request, token), cancellationToken).ConfigureAwait(false);
    }

    private async Task<FhirAnswer> RunAsync(SearchAddress address, RestRequest request, CancellationToken cancellationToken)
    {
        var page = request.Query.LastOrDefault(pair => pair.Key == PagingTokens.ParameterName).Value;
        var read = string.IsNullOrEmpty(page)
            ? reader.Read(address.Type, address.Compartment, request.Query, request.Prefer.IsStrict, clock.GetUtcNow())
            : await ContinueAsync(address, page, cancellationToken).ConfigureAwait(false);
        if (read.Refusal is { } refusal) return FhirAnswer.Refused(refusal);
        var search = read.Value!;
        var found = await store.ReadSnapshotAsync((state, token) => execution.RunAsync(state, search, token), cancellationToken).ConfigureAwait(false);
        if (found.Refusal is { } failed) return FhirAnswer.Refused(failed);
        return FhirAnswer.Of(await BodyAsync(address, request, search, page, found.Value!, cancellationToken).ConfigureAwait(false));
    }

    // A link stands for the search it was made for and for no other, so that whoever guards addresses guards links as well.
    private async ValueTask<Result<SearchRequest>> ContinueAsync(SearchAddress address, string page, CancellationToken cancellationToken)
    {
        var read = (await paging.TokensAsync(cancellationToken).ConfigureAwait(false)).Read(page);
        return read.Value is null || (read.Value.Type == address.Type && read.Value.Compartment == address.Compartment)
            ? read
            : new Refusal(StatusCodes.Status400BadRequest, IssueCodes.Value, "The page link belongs to another address.", PagingTokens.ParameterName);
    }

    /// <summary>The Bundle of a page found.</summary>
    /// <param name="address">Where was looked.</param>
    /// <param name="request">The request.</param>
    /// <param name="search">What was looked for.</param>
    /// <param name="page">Token of the page; null for the first.</param>
    /// <param name="answer">What was found.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<SearchsetBody> BodyAsync(
        SearchAddress address, RestRequest request, SearchRequest search, string? page, SearchAnswer answer, CancellationToken cancellationToken)
    {
        var links = new SearchLinks(request.Base + address.Path, [.. request.Query.Where(pair => pair.Key is "_format" or "_pretty")]);
        var next = answer.Next is { } cursor
            ? (await paging.TokensAsync(cancellationToken).ConfigureAwait(false)).Write(search, cursor)
            : null;
        return new()
        {
            Base = request.Base,
            Links = next is null ? [links.Self(search, page)] : [links.Self(search, page), links.Next(next)],
            Entries = search.Summary == SummaryMode.Count
                ? []
                : [.. answer.Matches.Select(match => new SearchEntry(match, "match")), .. answer.Included.Select(other => new SearchEntry(other, "include"))],
            Total = answer.Total,
            Warnings =
            [
                .. answer.Warnings,
                .. answer.Next is not null && next is null ? (Issue[])[NoLink] : [],
                .. search.Query.IsTotalWanted && !DisclosureNotes.AreTotalsTold ? (Issue[])[NoTotal] : [],
            ],
            Subset = new ResourceSubset(search.Summary, search.Elements),
        };
    }

    private static Issue NoTotal { get; } = new(
        IssueCodes.Suppressed, "No total is given: records may be withheld from this caller, and a total would tell of them. This does not say that there are any.")
    {
        Severity = IssueSeverity.Information,
    };

    private static Issue NoLink { get; } = new(IssueCodes.Incomplete, "The search is too long for a link to the next page; there are more matches.")
    {
        Severity = IssueSeverity.Warning,
    };
}
