using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Search;
using FhirNaltrexone.Storage.Search.Expressions;
using FhirNaltrexone.Storage.Sql.Search;
using FhirNaltrexone.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using SearchAccess = FhirNaltrexone.Storage.Sql.Search.Access;

namespace FhirNaltrexone.Storage.Tests.Sqlite;

/// <summary>
/// What SQLite does with the conditions asked of one resource after another. It has no figures on what is stored; should it go through the entries of
/// all resources for each of them, a search over 12,000 takes ten seconds, and over ten times as many a hundred times that.
/// </summary>
public sealed class SqliteSearchPlanTests : IDisposable
{
    private readonly TemporaryDatabase _database = new();

    public static TheoryData<SearchExpression> Probes =>
    [
        new RefersTo([5], ["Patient"], new HasEntry([6], new TokenTest([new("female", null)]))),
        new RefersTo([5, 7], [], new HasEntry([6], new DateTest(ValueComparison.Greater, 0, 1))),
        new HasItem([new([1], new TokenTest([new("code", null)])), new([2], Above(QuantityUnit.Canonical))]),
        new HasItem([new([1], Above(QuantityUnit.Coded)), new([2], Above(QuantityUnit.Canonical))]),
    ];

    [Theory]
    [MemberData(nameof(Probes), DisableDiscoveryEnumeration = true)]
    public void Asking_one_resource_reads_the_entries_of_that_resource_only(SearchExpression condition)
    {
        var steps = Steps(new(SearchAccess.Walk, null, [condition]));

        Assert.All(steps.Where(step => step.Contains("_entry", StringComparison.Ordinal)), step => Assert.Contains("number=?", step, StringComparison.Ordinal));
    }

    [Fact]
    public void Listing_items_reads_of_their_further_parts_only_those_of_the_resources_found()
    {
        var steps = Steps(new(SearchAccess.List, new HasItem([new([1], new TokenTest([new("code", null)])), new([2], Above(QuantityUnit.Canonical))]), []));

        Assert.Contains(steps, step => step.Contains("token_entry_by_value", StringComparison.Ordinal));
        Assert.Contains(steps, step => step.Contains("SEARCH i2 USING PRIMARY KEY (number=?", StringComparison.Ordinal));
    }

    public void Dispose() => _database.Dispose();

    private static QuantityTest Above(QuantityUnit kind)
    {
        var ten = SortableDecimal.From(10);
        return new(ValueComparison.Greater, [new(new(ten, ten, ten), kind, null, "g")]);
    }

    private List<string> Steps(SearchPlan plan)
    {
        using var stores = ResourceStores.Open(_database.Options, TimeProvider.System);
        var page = new PageSql(SqliteDialect.Instance, new SearchQuery { Types = ["Observation"], Count = 10 }, new Dictionary<string, int>());
        var statement = page.Total(plan);

        using var connection = new SqliteConnection(_database.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"explain query plan {statement.Text}";
        foreach (var (value, index) in statement.Values.Select((value, index) => (value, index))) command.Parameters.AddWithValue($"${index + 1}", value);
        using var reader = command.ExecuteReader();
        var steps = new List<string>();
        while (reader.Read()) steps.Add(reader.GetString(3));
        return steps;
    }
}
