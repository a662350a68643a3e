using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Search.Requests;

namespace FhirNaltrexone.Storage.Tests.Compliance;

/// <summary>Runs a search over all its pages, from page to page by links as a client does, and tells what came in the words of the files.</summary>
internal static class SearchRun
{
    private const string Bar = " | ";
    private const int ManyPages = 50;

    private static readonly byte[] Key = new byte[32];

    public static async Task<SearchOutcome> RunAsync(IResourceStore store, SearchRequestReader reader, string search)
    {
        var read = TestSearch.Read(reader, search);
        var links = new PagingTokens(Key, reader, TestSearch.Options);
        var pages = new List<SearchAnswer>();
        while (read.Value is { } request && pages.Count < ManyPages)
        {
            var answer = await store.ReadSnapshotAsync((snapshot, token) => TestSearch.Execution.RunAsync(snapshot, request, token), default);
            if (answer.Refusal is { } refusal) return SearchOutcome.Of(refusal.Status);
            pages.Add(answer.Value!);
            if (answer.Value!.Next is not { } next) return Outcome(pages);
            read = links.Read(links.Write(request, next)!);
        }

        return read.Refusal is { } refused ? SearchOutcome.Of(refused.Status) : throw new InvalidOperationException("The pages have no end.");
    }

    private static SearchOutcome Outcome(IReadOnlyList<SearchAnswer> pages) => new(
        null,
        string.Join(Bar, pages.Select(page => string.Join(' ', page.Matches.Select(match => match.Key.ToString())))),
        string.Join(Bar, pages.Select(page => string.Join(' ', page.Included.Select(version => version.Key.ToString()).Order(StringComparer.Ordinal)))),
        [.. pages.Select(page => page.Total)]);
}
