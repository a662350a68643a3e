using System.Globalization;
using FhirNaltrexone.Testing.PostgreSql;
using FhirNaltrexone.Testing.Reference;

namespace FhirNaltrexone.Storage.Tests.Compliance.Agreement;

/// <summary>
/// 20,000 searches drawn at random over data drawn at random: SQLite, PostgreSQL and the reference model find the same resources in the same
/// order, page by page, with the same totals. Where PostgreSQL is not installed the others are compared. <c>SEARCH_SEED</c> sets the seed; the
/// word <c>random</c> draws one.
/// </summary>
public sealed class SearchAgreementTests(PostgreSqlServer server, ITestOutputHelper output)
{
    private const int Lives = 4;
    private const int Sets = 50;
    private const int Searches = 100;
    private const int DefaultSeed = 20240701;

    [Fact]
    public async Task All_engines_find_the_same_in_the_same_order()
    {
        var seed = Seed();
        output.WriteLine($"SEARCH_SEED={seed}");

        var lives = await Task.WhenAll(Enumerable.Range(0, Lives).Select(life => Task.Run(() => LiveAsync(seed + life))));

        var answered = lives.Sum(life => life.Agreement.Answered);
        output.WriteLine(
            $"{answered} searches answered alike, {lives.Sum(life => life.Agreement.Found)} found something, {lives.Sum(life => life.Agreement.Refused)} could not be asked");
        Assert.Empty(lives.Select(life => life.Difference).OfType<string>());
        Assert.Equal(Lives * Sets * Searches, answered);
        Assert.InRange(lives.Sum(life => life.Agreement.Found), answered / 3, answered);
    }

    [Theory]
    [MemberData(nameof(DefectNames))]
    public async Task A_defect_is_noticed(string defect)
    {
        using var model = new MemoryResourceStore();
        using var other = new MemoryResourceStore();
        var agreement = new Agreement([new("model", model), new("defect", other, Defects.All[defect])]);

        Assert.NotNull(await agreement.FindDifferenceAsync(DefaultSeed, sets: Sets, Searches));
    }

    [Fact]
    public async Task The_model_agrees_with_itself()
    {
        using var model = new MemoryResourceStore();
        using var other = new MemoryResourceStore();

        var agreement = new Agreement([new("model", model), new("model", other)]);

        Assert.Null(await agreement.FindDifferenceAsync(DefaultSeed, sets: Sets, Searches));

        output.WriteLine($"{agreement.Found} of {agreement.Answered} found something");
    }

    public static IEnumerable<TheoryDataRow<string>> DefectNames => Defects.All.Keys.Select(name => new TheoryDataRow<string>(name));

    private async Task<(Agreement Agreement, string? Difference)> LiveAsync(int seed)
    {
        await using var sqlite = await new SqliteEngine().OpenAsync();
        await using var postgreSql = PostgreSqlServer.IsInstalled ? await new PostgreSqlEngine(server).OpenAsync() : null;
        using var model = new MemoryResourceStore();
        List<Contestant> contestants = [new("model", model), new("SQLite", sqlite.Resources)];
        if (postgreSql is not null) contestants.Add(new("PostgreSQL", postgreSql.Resources));
        var agreement = new Agreement(contestants);
        return (agreement, await agreement.FindDifferenceAsync(seed, Sets, Searches));
    }

    private static int Seed() => Environment.GetEnvironmentVariable("SEARCH_SEED") switch
    {
        null or "" => DefaultSeed,
        "random" => System.Security.Cryptography.RandomNumberGenerator.GetInt32(1_000_000_000),
        var text => int.Parse(text, CultureInfo.InvariantCulture),
    };
}
