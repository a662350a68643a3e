using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Tests.Compliance;
using static FhirNaltrexone.Storage.Tests.Interactions.Bundles.Entry;
using static FhirNaltrexone.Storage.Tests.Interactions.InteractionFixture;

namespace FhirNaltrexone.Storage.Tests.Interactions.Bundles;

/// <summary>What hangs on the engine: that nothing remains of what fails, that conditions hold against others, and what many entries cost.</summary>
public abstract class EngineTransactions
{
    private const string Uuid = "urn:uuid:8f14e45f-ceea-467f-a0e6-51e0aa1b1d0f";

    protected abstract Task<OpenStore> OpenAsync();

    [Fact]
    public async Task Five_thousand_entries_take_one_lock_and_two_writes()
    {
        await using var open = await OpenAsync();
        var calls = new Dictionary<string, int>();
        using var server = new InteractionFixture(CountedStore.Around(open.Resources, calls));
        await server.Put("Practitioner/1", """{"resourceType":"Practitioner","id":"1","identifier":[{"system":"urn:s","value":"p"}]}""");
        await server.Put("Patient/old", Patient("old", id: "old"));
        calls.Clear();

        var result = await server.Execute(Transaction(
        [
            Post(Patient("a"), Uuid, "identifier=urn:s|a"),
            Put("Patient/old", Patient("old", "female", "old")),
            .. Enumerable.Range(0, 4_998).Select(number => Post(Many(number))),
        ]));

        Assert.Null(result.Refusal);
        Assert.Equal(4_999, result.Entries.Count(entry => entry.Result.Status == 201));
        Assert.Equal(5_002, await server.AllVersions());
        Assert.Equal((1, 2, 2), (calls[nameof(IUnitOfWork.LockAsync)], calls[nameof(IUnitOfWork.WriteAsync)], calls[nameof(IUnitOfWork.SearchAsync)]));
        var patient = result.Entries[0].Result.Resource!.Key;
        Assert.Equal(patient.ToString(), Json(result.Entries[^1].Result).GetProperty("subject").GetProperty("reference").GetString());
        Assert.Equal(20, (await server.Search("Observation", $"subject={patient}&performer=Practitioner/1")).Length);
    }

    [Fact]
    public async Task Nothing_remains_of_a_transaction_that_fails_at_its_end()
    {
        await using var open = await OpenAsync();
        using var server = new InteractionFixture(open.Resources);
        await server.Put("Patient/1", Patient("a", id: "1"));

        var result = await server.Execute(Transaction(
        [
            Delete("Patient/1"),
            .. Enumerable.Range(0, 50).Select(number => Post(Patient($"n{number}"))),
            Post(Observation("Patient?identifier=nobody")),
        ]));

        Assert.Equal(412, result.Refusal?.Status);
        Assert.Equal("Bundle.entry[51].resource", result.Refusal!.Issues[0].Expression);
        Assert.Equal(1, await server.AllVersions());
        Assert.Equal(["1"], await server.Search("Patient", ""));
    }

    [Fact]
    public async Task Of_parallel_conditional_creates_alone_and_in_transactions_one_creates()
    {
        await using var open = await OpenAsync();
        using var server = new InteractionFixture(open.Resources);

        var alone = Enumerable.Range(0, 16).Select(_ => Task.Run(() => server.Create(Patient("a"), "identifier=urn:s|a")));
        var together = Enumerable.Range(0, 16).Select(_ => Task.Run(async () =>
        {
            var result = await server.Execute(Transaction(Post(Patient("a"), Uuid, "gender=male&identifier=a"), Post(Observation(Uuid))));
            Assert.Null(result.Refusal);
            return result.Entries[0].Result;
        }));
        var results = await Task.WhenAll(alone.Concat(together));

        Assert.Single(results, result => result.Status == 201);
        Assert.Equal(31, results.Count(result => result.Status == 200));
        Assert.Single(results.Select(result => result.Resource!.Key).Distinct());
        Assert.Equal(17, await server.AllVersions());
    }

    [Fact]
    public async Task Updates_of_the_same_resources_in_opposite_order_all_take_place()
    {
        await using var open = await OpenAsync();
        using var server = new InteractionFixture(open.Resources);

        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(number => Task.Run(() =>
        {
            string[] entries = [Put("Patient/a", Patient($"a{number}", id: "a")), Put("Patient/b", Patient($"b{number}", id: "b"))];
            return server.Execute(Transaction(number % 2 == 0 ? entries : entries.Reverse()));
        })));

        Assert.All(results, result => Assert.Null(result.Refusal));
        Assert.Equal(20, await server.VersionsOf("Patient/a"));
        Assert.Equal(20, await server.VersionsOf("Patient/b"));
        var last = await Task.WhenAll(server.Read("Patient/a"), server.Read("Patient/b"));
        Assert.Single(last.Select(read => Json(read).GetProperty("identifier")[0].GetProperty("value").GetString()![1..]).Distinct());
    }

    private static string Many(int number) => $$$"""
        {"resourceType":"Observation","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"{{{number % 97}}}-1"}]},
        "subject":{"reference":"{{{Uuid}}}"},"performer":[{"reference":"Practitioner?identifier=urn:s|p"}],"effectiveDateTime":"2024-01-01",
        "valueQuantity":{"value":{{{number}}},"unit":"mg"}}
        """;
}
