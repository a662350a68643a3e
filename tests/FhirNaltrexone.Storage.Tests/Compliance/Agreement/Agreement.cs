using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Search.Requests;

namespace FhirNaltrexone.Storage.Tests.Compliance.Agreement;

/// <summary>Asks several stores with the same content the same questions.</summary>
internal sealed class Agreement(IReadOnlyList<Contestant> contestants)
{
    private const int ManyPages = 200;

    private static readonly SearchRequestReader Reader = TestSearch.Reader(new TopicCodeSets(new SearchTopic { Resources = [], Cases = [] }));

    /// <summary>Searches answered alike.</summary>
    public int Answered { get; private set; }

    /// <summary>Those of them that found something.</summary>
    public int Found { get; private set; }

    /// <summary>Searches that were drawn but cannot be asked.</summary>
    public int Refused { get; private set; }

    /// <summary>Runs sets of data with searches each; the first difference is told.</summary>
    public async Task<string?> FindDifferenceAsync(int seed, int sets, int searches)
    {
        var dice = new Dice(seed);
        var world = new World(dice);
        var queries = new QueryDraw(dice, world);
        for (var set = 0; set < sets; set++)
        {
            var writes = world.Step();
            await Task.WhenAll(contestants.Select(contestant => contestant.Store.CommitAsync([.. writes])));
            for (var done = 0; done < searches;)
            {
                var search = queries.Draw();
                if (search.Read(Reader).Value is not { } request) Refused++;
                else if (await DifferenceAsync(request) is { } difference) return $"seed {seed}, set {set}: {search}\n{difference}";
                else done++;
            }
        }

        return null;
    }

    private async Task<string?> DifferenceAsync(SearchRequest request)
    {
        var answers = await Task.WhenAll(contestants.Select(contestant => AnswerAsync(contestant, request)));
        Answered++;
        if (answers[0].Contains('/', StringComparison.Ordinal)) Found++;
        return answers.Distinct().Count() == 1
            ? null
            : string.Join('\n', contestants.Zip(answers, (contestant, answer) => $"  {contestant.Name,-10} {answer}"));
    }

    private static async Task<string> AnswerAsync(Contestant contestant, SearchRequest request)
    {
        var pages = new List<string>();
        for (var query = request.Query; pages.Count < ManyPages;)
        {
            var asked = request with { Query = contestant.Defect?.Invoke(query) ?? query };
            var answer = await contestant.Store.ReadSnapshotAsync((reader, token) => TestSearch.Execution.RunAsync(reader, asked, token), default);
            if (answer.Value is not { } page) return "refused";
            pages.Add(Text(page));
            if (page.Next is null) break;
            query = query with { After = page.Next };
        }

        return string.Join(" | ", pages);
    }

    private static string Text(SearchAnswer page)
    {
        var included = page.Included.Select(Text).Order(StringComparer.Ordinal);
        return $"{string.Join(' ', page.Matches.Select(Text))} +{string.Join(' ', included)} ={page.Total}";
    }

    private static string Text(ResourceVersion version) => $"{version.Key}.{version.Version}";
}
