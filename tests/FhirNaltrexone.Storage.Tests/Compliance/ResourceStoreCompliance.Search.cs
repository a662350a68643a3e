namespace FhirNaltrexone.Storage.Tests.Compliance;

/// <summary>The searches of <c>conformance/search</c>, from the query string to the ids in their order.</summary>
public abstract partial class ResourceStoreCompliance
{
    public static IEnumerable<TheoryDataRow<string, string>> Searches
        => SearchTopic.All.SelectMany(topic => topic.Cases.Select(row => new TheoryDataRow<string, string>(topic.Name, row.Search)));

    [Theory]
    [MemberData(nameof(Searches))]
    public async Task Search(string topicName, string search)
    {
        var topic = SearchTopic.All.Single(topic => topic.Name == topicName);
        var row = topic.Cases.Single(row => row.Search == search);

        var outcome = await SearchRun.RunAsync(await engine.StoreAsync(topic), TestSearch.Reader(new TopicCodeSets(topic)), search);

        Assert.Equal((row.Refused, Keys(row)), (outcome.Refused, outcome.Finds));
        if (row.Includes is { } includes) Assert.Equal(Sorted(includes), outcome.Includes);
        if (row.Total is { } total) Assert.All(outcome.Totals, found => Assert.Equal(total, found));
    }

    // Ids alone are of the type searched.
    private static string Keys(SearchCase row)
    {
        var type = row.Search.Split('?')[0].Split('/')[^1];
        return EachPage(row.Finds ?? "", keys => keys.Select(key => key.Contains('/', StringComparison.Ordinal) ? key : $"{type}/{key}"));
    }

    private static string Sorted(string keys) => EachPage(keys, page => page.Order(StringComparer.Ordinal));

    private static string EachPage(string pages, Func<IEnumerable<string>, IEnumerable<string>> change)
        => string.Join(" | ", pages.Split('|').Select(page => string.Join(' ', change(page.Split(' ', StringSplitOptions.RemoveEmptyEntries)))));
}
