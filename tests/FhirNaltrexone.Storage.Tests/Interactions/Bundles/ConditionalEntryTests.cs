using FhirNaltrexone.Storage.Interactions.Bundles;
using static FhirNaltrexone.Storage.Tests.Interactions.Bundles.Entry;
using static FhirNaltrexone.Storage.Tests.Interactions.InteractionFixture;

namespace FhirNaltrexone.Storage.Tests.Interactions.Bundles;

public sealed class ConditionalEntryTests : IDisposable
{
    private const string Uuid = "urn:uuid:8f14e45f-ceea-467f-a0e6-51e0aa1b1d0f";
    private const string Other = "urn:uuid:00000000-0000-0000-0000-000000000002";

    private readonly InteractionFixture _server = new();

    [Theory]
    [InlineData("identifier=urn:s|a")]
    [InlineData("?identifier=urn:s|a")]
    [InlineData("Patient?identifier=urn%3As%7Ca")]
    [InlineData("identifier%3Durn%3As%7Ca")]
    public async Task A_conditional_create_finds_what_is_there_and_references_go_to_it(string criteria)
    {
        await _server.Put("Patient/1", Patient("a", id: "1"));

        var result = await _server.Execute(Transaction(Post(Observation(Uuid)), Post(Patient("a", "female"), Uuid, criteria)));

        Assert.Null(result.Refusal);
        Assert.Equal(200, result.Entries[1].Result.Status);
        Assert.Equal(1, result.Entries[1].Result.Resource!.Version);
        Assert.Equal("Patient/1", Subject(result, 0));
        Assert.Equal(2, await _server.AllVersions());
    }

    [Fact]
    public async Task A_bundle_of_conditional_creates_can_be_sent_again()
    {
        var bundle = Transaction(
            Post(Observation(Uuid, "o"), ifNoneExist: "identifier=urn:s|o"), Post(Patient("a"), Uuid, "identifier=urn:s|a"));

        var first = await _server.Execute(bundle);
        var second = await _server.Execute(bundle);

        Assert.Equal([201, 201], first.Entries.Select(entry => entry.Result.Status));
        Assert.Equal([200, 200], second.Entries.Select(entry => entry.Result.Status));
        Assert.Equal(Keys(first), Keys(second));
        Assert.Equal(2, await _server.AllVersions());
    }

    [Fact]
    public async Task A_conditional_create_with_several_matches_fails()
    {
        await _server.Create(Patient("a"));
        await _server.Create(Patient("a"));

        var result = await _server.Execute(Transaction(Post(Patient("b")), Post(Patient("a"), ifNoneExist: "identifier=a")));

        Assert.Equal(412, result.Refusal?.Status);
        Assert.Equal("Bundle.entry[1].request.ifNoneExist", result.Refusal!.Issues[0].Expression);
        Assert.Equal(2, await _server.AllVersions());
    }

    [Fact]
    public async Task Conditions_are_judged_by_the_state_before_the_bundle()
    {
        var result = await _server.Execute(Transaction(Post(Patient("a")), Post(Patient("a"), ifNoneExist: "identifier=a")));

        Assert.Equal([201, 201], result.Entries.Select(entry => entry.Result.Status));
    }

    [Fact]
    public async Task The_same_conditional_create_twice_makes_one_resource()
    {
        var result = await _server.Execute(Transaction(
            Post(Observation(Other)),
            Post(Patient("a"), Uuid, "identifier=urn:s|a"),
            Post(Patient("a"), Other, "Patient?identifier=urn%3As%7Ca")));

        Assert.Equal([201, 201, 200], result.Entries.Select(entry => entry.Result.Status));
        Assert.Equal(Keys(result)[1], Keys(result)[2]);
        Assert.Equal(Keys(result)[1], Subject(result, 0));
        Assert.Equal(2, await _server.AllVersions());
    }

    [Fact]
    public async Task One_condition_for_different_resources_is_refused()
    {
        var result = await _server.Execute(Transaction(
            Post(Patient("a"), ifNoneExist: "identifier=a"), Post(Patient("a", "female"), ifNoneExist: "identifier=a")));

        Assert.Equal(400, result.Refusal?.Status);
        Assert.Equal("Bundle.entry[1].request.ifNoneExist", result.Refusal!.Issues[0].Expression);
        Assert.Equal(0, await _server.AllVersions());
    }

    [Fact]
    public async Task Conditional_updates_and_creates_that_find_nothing_by_the_same_criteria_are_refused()
    {
        var twice = await _server.Execute(Transaction(Put("Patient?identifier=a", Patient("a")), Put("Patient?identifier=a", Patient("a"))));
        var mixed = await _server.Execute(Transaction(Post(Patient("a"), ifNoneExist: "identifier=a"), Put("Patient?identifier=a", Patient("a"))));

        Assert.Equal((400, "Bundle.entry[1].request.url"), (twice.Refusal?.Status, twice.Refusal!.Issues[0].Expression));
        Assert.Equal((400, "Bundle.entry[1].request.url"), (mixed.Refusal?.Status, mixed.Refusal!.Issues[0].Expression));
        Assert.Equal(0, await _server.AllVersions());
    }

    [Fact]
    public async Task A_conditional_update_creates_or_updates_and_references_go_to_it()
    {
        await _server.Put("Patient/1", Patient("a", id: "1"));

        var result = await _server.Execute(Transaction(
            Post(Observation(Uuid)), Put("Patient?identifier=a", Patient("a", "female"), Uuid),
            Post(Observation(Other)), Put("Patient?identifier=b", Patient("b"), Other),
            Put("Patient?identifier=c", Patient("c", id: "mine"))));

        Assert.Equal([201, 200, 201, 201, 201], result.Entries.Select(entry => entry.Result.Status));
        Assert.Equal("Patient/1", Subject(result, 0));
        Assert.Equal(Keys(result)[3], Subject(result, 2));
        Assert.Equal("Patient/mine", Keys(result)[4]);
    }

    [Fact]
    public async Task A_conditional_update_keeps_to_the_rules_of_ids()
    {
        await _server.Put("Patient/1", Patient("a", id: "1"));
        await _server.Put("Patient/2", Patient("b", id: "2"));

        Assert.Equal(400, (await _server.Execute(Transaction(Put("Patient?identifier=a", Patient("a", id: "2"))))).Refusal?.Status);
        Assert.Equal(409, (await _server.Execute(Transaction(Put("Patient?identifier=c", Patient("c", id: "2"))))).Refusal?.Status);
        Assert.Equal(2, await _server.AllVersions());
    }

    [Fact]
    public async Task A_conditional_delete_keeps_to_its_limit()
    {
        await _server.Create(Patient("a"));
        await _server.Create(Patient("a"));
        var bundle = Transaction(Delete("Patient?identifier=a"), Delete("Patient?identifier=none"));

        Assert.Equal(412, (await _server.Execute(bundle)).Refusal?.Status);
        Assert.Equal(2, await _server.AllVersions());
        _server.Options.MaxConditionalDeletes = 2;
        Assert.Equal([204, 204], (await _server.Execute(bundle)).Entries.Select(entry => entry.Result.Status));
        Assert.Equal(4, await _server.AllVersions());
    }

    [Fact]
    public async Task A_conditional_reference_finds_what_is_there()
    {
        await _server.Put("Patient/1", Patient("a", id: "1"));

        var result = await _server.Execute(Transaction(Post(Observation("Patient?identifier=urn:s|a"))));

        Assert.Equal("Patient/1", Subject(result, 0));
        Assert.Equal(Keys(result).Select(key => key!.Split('/')[1]), await _server.Search("Observation", "subject=Patient/1"));
    }

    [Fact]
    public async Task A_conditional_reference_finds_what_the_bundle_creates()
    {
        var result = await _server.Execute(Transaction(Post(Observation("Patient?identifier=urn:s|a")), Post(Patient("a"))));

        Assert.Equal(Keys(result)[1], Subject(result, 0));
    }

    [Fact]
    public async Task A_conditional_reference_finds_what_the_bundle_updates_to_match()
    {
        await _server.Put("Patient/1", Patient("old", id: "1"));

        var result = await _server.Execute(Transaction(Post(Observation("Patient?identifier=new")), Put("Patient/1", Patient("new", id: "1"))));

        Assert.Equal("Patient/1", Subject(result, 0));
    }

    [Fact]
    public async Task A_conditional_reference_does_not_find_what_the_bundle_deletes()
    {
        await _server.Put("Patient/1", Patient("a", id: "1"));

        var result = await _server.Execute(Transaction(Post(Observation("Patient?identifier=a")), Delete("Patient/1")));

        Assert.Equal(412, result.Refusal?.Status);
        Assert.Equal("Bundle.entry[0].resource", result.Refusal!.Issues[0].Expression);
        Assert.Equal(200, (await _server.Read("Patient/1")).Status);
    }

    [Fact]
    public async Task A_conditional_reference_needs_one_match()
    {
        await _server.Create(Patient("a"));

        var none = await _server.Execute(Transaction(Post(Patient("c")), Post(Observation("Patient?identifier=b"))));
        var several = await _server.Execute(Transaction(Post(Observation("Patient?identifier=a")), Post(Patient("a"))));
        var nonsense = await _server.Execute(Transaction(Post(Observation("Patient?nonsense=a"))));
        var sorted = await _server.Execute(Transaction(Post(Observation("Patient?identifier=a&_sort=name"))));

        Assert.Equal((412, "Bundle.entry[1].resource"), (none.Refusal?.Status, none.Refusal!.Issues[0].Expression));
        Assert.Equal((412, "Bundle.entry[0].resource"), (several.Refusal?.Status, several.Refusal!.Issues[0].Expression));
        Assert.Equal(400, nonsense.Refusal?.Status);
        Assert.Equal(400, sorted.Refusal?.Status);
        Assert.Equal(1, await _server.AllVersions());
    }

    [Fact]
    public async Task Conditional_references_may_build_on_one_another()
    {
        var result = await _server.Execute(Transaction(
            Post("""{"resourceType":"Observation","status":"final","code":{"text":"x"},"derivedFrom":[{"reference":"Observation?identifier=o"}]}"""),
            Post(Observation("Patient?identifier=a", "o")),
            Post(Patient("a"))));

        Assert.Null(result.Refusal);
        Assert.Equal(Keys(result)[1], Json(result.Entries[0].Result).GetProperty("derivedFrom")[0].GetProperty("reference").GetString());
        Assert.Equal(Keys(result)[2], Subject(result, 1));
    }

    [Fact]
    public async Task A_match_that_is_written_later_counts_as_well()
    {
        await _server.Create(Observation("Patient/1", "o"));
        await _server.Create(Patient("a"));

        var result = await _server.Execute(Transaction(
            Post("""{"resourceType":"Observation","status":"final","code":{"text":"x"},"derivedFrom":[{"reference":"Observation?identifier=o"}]}"""),
            Post(Observation("Patient?identifier=a", "o"))));

        Assert.Equal(412, result.Refusal?.Status);
        Assert.Equal(2, await _server.AllVersions());
    }

    [Fact]
    public async Task Conditional_references_in_a_circle_are_refused()
    {
        var result = await _server.Execute(Transaction(
            Post("""{"resourceType":"Patient","identifier":[{"value":"a"}],"link":[{"other":{"reference":"Patient?identifier=b"},"type":"seealso"}]}"""),
            Post("""{"resourceType":"Patient","identifier":[{"value":"b"}],"link":[{"other":{"reference":"Patient?identifier=a"},"type":"seealso"}]}""")));

        Assert.Equal(412, result.Refusal?.Status);
        Assert.Equal(0, await _server.AllVersions());
    }

    [Fact]
    public async Task Outside_a_transaction_a_conditional_reference_is_refused_and_not_stored()
    {
        await _server.Put("Patient/1", Patient("a", id: "1"));

        Assert.Equal(400, (await _server.Create(Observation("Patient?identifier=a"))).Status);
        Assert.Equal(400, (await _server.Execute(Batch(Post(Observation("Patient?identifier=a"))))).Entries[0].Result.Status);
        Assert.Equal(1, await _server.AllVersions());
    }

    [Fact]
    public async Task Of_parallel_transactions_with_one_condition_one_creates()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(
            () => _server.Execute(Transaction(Post(Observation(Uuid)), Post(Patient("a"), Uuid, "identifier=urn:s|a"))))));

        Assert.Single(results, result => result.Entries[1].Result.Status == 201);
        Assert.Single(results.Select(result => Subject(result, 0)).Distinct());
        Assert.Equal(17, await _server.AllVersions());
    }

    public void Dispose() => _server.Dispose();

    private static string?[] Keys(BundleResult result) => [.. result.Entries.Select(entry => entry.Result.Resource?.Key.ToString())];

    private static string? Subject(BundleResult result, int entry)
        => Json(result.Entries[entry].Result).GetProperty("subject").GetProperty("reference").GetString();
}
