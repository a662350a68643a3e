using System.Text;
using System.Text.Json;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Search.Expressions;
using FhirNaltrexone.Storage.Search.Matching;
using FhirNaltrexone.Storage.Tests.Compliance;

namespace FhirNaltrexone.Storage.Tests.Search.Matching;

/// <summary>The searches of <c>conformance/search</c> again, resource by resource, as far as one resource can answer them.</summary>
public sealed class ResourceMatchTests
{
    public static IEnumerable<TheoryDataRow<string>> Topics => SearchTopic.All.Select(topic => new TheoryDataRow<string>(topic.Name));

    [Theory]
    [MemberData(nameof(Topics))]
    public void Each_resource_alone_answers_what_the_specification_says(string name)
    {
        var topic = SearchTopic.All.Single(topic => topic.Name == name);
        var reader = TestSearch.Reader(new TopicCodeSets(topic));

        foreach (var row in Possible(topic, reader))
        {
            var read = TestSearch.Read(reader, row.Search).Value!;
            var filter = read.Query.Filter ?? new AllOf([]);
            var found = topic.Resources.Select(Version).Where(one => read.Query.Types.Count == 0 || read.Query.Types.Contains(one.Key.Type))
                .Where(one => ResourceMatch.Holds(filter, one, TestSearch.Extractor.Extract(one.Key.Type, Root(one)))).Select(one => one.Key.Id);

            Assert.Equal((row.Search, Ids(row.Finds!)), (row.Search, string.Join(' ', found.Order(StringComparer.Ordinal))));
        }
    }

    [Fact]
    public void Most_searches_of_the_suite_can_be_answered_so()
        => Assert.InRange(SearchTopic.All.Sum(topic => Possible(topic, TestSearch.Reader(new TopicCodeSets(topic))).Count()), 300, int.MaxValue);

    [Theory]
    [InlineData("Observation?subject:Patient.name=a")]
    [InlineData("Patient?_has:Observation:subject:code=a")]
    [InlineData("Location?near=1|1|1|km")]
    public void What_needs_another_resource_is_not_possible(string search)
    {
        var read = TestSearch.Read(TestSearch.Reader(new TopicCodeSets(SearchTopic.All[0])), search);

        Assert.False(ResourceMatch.IsPossible(read.Value!.Query.Filter!));
    }

    private static IEnumerable<SearchCase> Possible(SearchTopic topic, Storage.Search.Requests.SearchRequestReader reader)
        => topic.Cases.Where(row => row.Finds is not null
            && TestSearch.Read(reader, row.Search).Value is { } read
            && read.Query.Count > 0
            && (read.Query.Filter is null || ResourceMatch.IsPossible(read.Query.Filter)));

    private static string Ids(string finds) => string.Join(
        ' ',
        finds.Split([' ', '|'], StringSplitOptions.RemoveEmptyEntries).Select(key => key.Split('/')[^1]).Order(StringComparer.Ordinal));

    private static ResourceVersion Version(JsonElement resource) => new()
    {
        Key = new(resource.GetProperty("resourceType").GetString()!, resource.GetProperty("id").GetString()!),
        Number = 1,
        Version = 1,
        Sequence = 1,
        LastUpdated = resource.TryGetProperty("meta", out var meta) && meta.TryGetProperty("lastUpdated", out var text)
            ? text.GetDateTimeOffset()
            : Compliance.Version.Start,
        Change = ResourceChange.Create,
        Json = Encoding.UTF8.GetBytes(resource.GetRawText()),
    };

    private static JsonElement Root(ResourceVersion version) => JsonDocument.Parse(version.Json).RootElement;
}
