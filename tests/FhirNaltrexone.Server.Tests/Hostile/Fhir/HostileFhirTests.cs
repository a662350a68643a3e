using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Tests.Hostile.Fhir.Cases;

namespace FhirNaltrexone.Server.Tests.Hostile.Fhir;

/// <summary>Broken and hostile requests to the FHIR interface, all to one process: each gets an answer that helps, none ends or fills it.</summary>
[Collection(OneFhirProcess.Name)]
public sealed class HostileFhirTests(FhirProcess process)
{
    private const int FewestCases = 120;

    private static readonly Lazy<Dictionary<string, FhirCase>> Cases = new(() => Kinds().ToDictionary(one => one.Name, StringComparer.Ordinal));

    public static TheoryData<string> Names => [.. Cases.Value.Keys];

    [Fact]
    public void There_are_cases_of_every_kind() => Assert.InRange(Cases.Value.Count, FewestCases, int.MaxValue);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_hostile_request_is_answered_and_leaves_no_mark(string name)
    {
        var one = Cases.Value[name];

        using var response = await process.Server.Client.SendAsync(one.To(process.Server.Address));

        var told = await FhirReplies.CheckAsync(response, one.IsBare);
        var status = (int)response.StatusCode;
        Assert.True(one.Statuses.Contains(status), $"{status}, not {string.Join(" or ", one.Statuses)}: {FhirReplies.Brief(await response.Content.ReadAsStringAsync())}");
        if (status >= 400) Assert.Contains(one.Tells, told, StringComparison.OrdinalIgnoreCase);
        else if (one.IsEmpty) Assert.Equal(0, await FhirReplies.MatchesAsync(response));
        await process.AssertWellAsync(name);
    }

    [Fact]
    public async Task A_link_to_the_next_page_works_unchanged_only_and_only_where_it_was_given()
    {
        for (var i = 0; i < 3; i++)
        {
            using var made = await process.Server.Client.PostAsync("/fhir/Group", new StringContent("""{"resourceType":"Group","type":"person","actual":true}""", null, "application/fhir+json"));
            Assert.True(made.IsSuccessStatusCode);
        }

        var page = JsonNode.Parse(await process.Server.Client.GetStringAsync("/fhir/Group?_count=1"))!;
        var next = (string)page["link"]!.AsArray().Single(link => (string?)link!["relation"] == "next")!["url"]!;
        var token = next[(next.IndexOf("_page=", StringComparison.Ordinal) + "_page=".Length)..];
        string[] forged =
        [
            $"/fhir/Group?_page={token[..^1]}", $"/fhir/Group?_page={token[1..]}", $"/fhir/Group?_page={token}{token}", $"/fhir/Patient?_page={token}", $"/fhir?_page={token}",
            $"/fhir/Group?_page={(token[0] == 'A' ? 'B' : 'A')}{token[1..]}", $"/fhir/Group/_history?_page={token}", $"/fhir/Group?_page={token[..(token.Length / 2)]}",
        ];

        Assert.Equal(1, await FhirReplies.MatchesAsync(await process.Server.Client.GetAsync(next)));
        foreach (var path in forged)
        {
            using var response = await process.Server.Client.GetAsync(path);
            Assert.True(response.StatusCode == System.Net.HttpStatusCode.BadRequest, $"{path} {(int)response.StatusCode}");
            await FhirReplies.CheckAsync(response);
        }
    }

    [Fact]
    public async Task The_heaviest_requests_again_and_again_do_not_fill_the_memory()
    {
        string[] heavy = [.. Cases.Value.Keys.Where(name => name.StartsWith("Heavy: ", StringComparison.Ordinal))];
        Assert.InRange(heavy.Length, 5, 50);

        for (var round = 0; round < 3; round++)
        {
            foreach (var name in heavy)
            {
                using var response = await process.Server.Client.SendAsync(Cases.Value[name].To(process.Server.Address));
                await FhirReplies.CheckAsync(response, Cases.Value[name].IsBare);
                await process.AssertWellAsync(name);
            }
        }
    }

    [Fact]
    public async Task A_bundle_that_reads_a_large_resource_500_times_is_answered_in_part()
    {
        var large = $$"""{"resourceType":"Patient","id":"large","name":[{"family":"{{new string('x', 900_000)}}"}]}""";
        using var stored = await process.Server.Client.PutAsync("/fhir/Patient/large", new StringContent(large, null, "application/fhir+json"));
        const string Read = """{"request":{"method":"GET","url":"Patient/large"}}""";
        var bundle = $$"""{"resourceType":"Bundle","type":"batch","entry":[{{string.Join(',', Enumerable.Repeat(Read, 500))}}]}""";

        using var response = await process.Server.Client.PostAsync("/fhir", new StringContent(bundle, null, "application/fhir+json"));

        var statuses = JsonNode.Parse(await response.Content.ReadAsStreamAsync())!["entry"]!.AsArray().Select(entry => ((string)entry!["response"]!["status"]!)[..3]).ToList();
        Assert.Equal(500, statuses.Count);
        Assert.InRange(statuses.Count(status => status == "200"), 50, 100);
        Assert.Equal("413", statuses[^1]);
        await process.AssertWellAsync("a bundle of large reads");
    }

    private static IEnumerable<FhirCase> Kinds() =>
    [
        .. JsonBodies.All(), .. XmlBodies.All(), .. Addresses.All(), .. HeaderLines.All(), .. Searches.All(), .. Patches.All(), .. Bundles.All(), .. OperationCases.All(), .. ValidateCases.All(),
    ];
}
