using System.Reflection;

namespace FhirNaltrexone.Storage.Tests.Compliance;

/// <summary>That the suite stays as wide as it is meant to be.</summary>
public sealed class ComplianceCountTests
{
    private const int Least = 400;

    private static readonly Type[] Engines = [typeof(MemoryCompliance), typeof(SqliteCompliance), typeof(PostgreSqlCompliance)];

    [Fact]
    public void Each_engine_has_at_least_four_hundred_cases()
        => Assert.All(Engines, engine => Assert.InRange(Cases(engine), Least, int.MaxValue));

    [Fact]
    public void Each_search_is_there_once()
        => Assert.All(SearchTopic.All, topic => Assert.Equal(topic.Cases.Count, topic.Cases.Select(row => row.Search).Distinct().Count()));

    [Fact]
    public void Each_search_says_what_it_finds_or_how_it_is_refused_and_why()
        => Assert.All(
            SearchTopic.All.SelectMany(topic => topic.Cases),
            row => Assert.True((row.Finds is null) != (row.Refused is null) && row.Why.Length > 0, row.Search));

    private static int Cases(Type engine) => engine.GetMethods().Sum(Cases);

    private static int Cases(MethodInfo test)
        => test.GetCustomAttribute<FactAttribute>() is null ? 0
            : test.Name == nameof(ResourceStoreCompliance.Search) ? SearchTopic.All.Sum(topic => topic.Cases.Count)
            : Math.Max(1, test.GetCustomAttributes<InlineDataAttribute>().Count());
}
