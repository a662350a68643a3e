using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Storage.Search.Requests;

/// <summary>Answers search requests from a store.</summary>
/// <param name="options">Limits.</param>
public sealed class SearchExecution(SearchOptions options)
{
    /// <summary>Finds a page of matches and what is to be delivered along. Give it a snapshot, so that both show one state of the store.</summary>
    /// <param name="reader">Where to look.</param>
    /// <param name="request">What to find.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<Result<SearchAnswer>> RunAsync(IResourceReader reader, SearchRequest request, CancellationToken cancellationToken)
    {
        foreach (var ambiguity in request.Ambiguities)
        {
            if (await IsAmbiguousAsync(reader, ambiguity, cancellationToken).ConfigureAwait(false)) return Refuse(ambiguity.Parameter);
        }

        var page = await reader.SearchAsync(request.Query, cancellationToken).ConfigureAwait(false);
        var inclusion = new Inclusion(reader, options, page.Matches);
        if (request.Includes.Count > 0) await inclusion.FollowAsync(request.Includes, cancellationToken).ConfigureAwait(false);
        return new SearchAnswer(page.Matches, inclusion.Found, page.Next, page.Total ?? TotalOf(request.Query, page), [.. request.Warnings, .. inclusion.Warnings]);
    }

    /// <summary>A first page that is the last shows all matches.</summary>
    private static long? TotalOf(SearchQuery query, SearchPage page)
        => query.After is null && page.Next is null && query.Count > 0 ? page.Matches.Count : null;

    private static async ValueTask<bool> IsAmbiguousAsync(IResourceReader reader, AmbiguousReference ambiguity, CancellationToken cancellationToken)
    {
        var found = await reader.ReadManyAsync(ambiguity.Candidates, cancellationToken).ConfigureAwait(false);
        return found.Count(version => !version.IsDeleted) > 1;
    }

    private static Refusal Refuse(string parameter)
        => new(400, IssueCodes.MultipleMatches, $"Parameter '{parameter}': resources of several types have this id; write 'Type/id', or name the type as modifier.", parameter);
}
