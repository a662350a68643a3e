using FhirNaltrexone.Storage.Search.Requests;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Storage.Tests.Search.Requests;

public sealed class SearchExecutionTests : IDisposable
{
    private readonly Shelf _shelf = new Shelf(options: new SearchOptions { MaxIncluded = 6, MaxIterations = 2 })
        .Add("o1", new Entries("Organization").String("name", "One"))
        .Add("o2", new Entries("Organization").String("name", "Two").Reference("partof", "Organization/o1"))
        .Add("o3", new Entries("Organization").String("name", "Three").Reference("partof", "Organization/o2"))
        .Add("p1", new Entries("Patient").String("name", "First").Reference("organization", "Organization/o3"))
        .Add("p1", new Entries("Patient").String("name", "Second").Reference("organization", "Organization/o3"))
        .Add("p2", new Entries("Patient").String("name", "Gone")).Delete("Patient", "p2")
        .Add("d", new Entries("Practitioner").String("name", "Doc"))
        .Add("a", new Entries("Observation").Token("status", "final").Reference("subject", "Patient/p1").Reference("performer", "Practitioner/d"))
        .Add("b", new Entries("Observation").Token("status", "final").Reference("subject", "Patient/p1/_history/1").Reference("performer", "Practitioner/d"))
        .Add("c", new Entries("Observation").Token("status", "draft").Reference("subject", "Patient/p2").Reference("performer", "Practitioner/none").Reference("has-member", "Observation/a"))
        .Add("v", new Entries("Provenance").Reference("target", "Observation/a").Reference("agent", "Practitioner/d"));

    [Theory]
    [InlineData("Observation", "_id=a", "a", "")]
    [InlineData("Observation", "_id=a&_include=Observation:subject", "a", "Patient/p1/2")]
    [InlineData("Observation", "_id=b&_include=Observation:subject", "b", "Patient/p1/1")]
    [InlineData("Observation", "_id=a,b&_include=Observation:subject", "a b", "Patient/p1/1 Patient/p1/2")]
    [InlineData("Observation", "_id=c&_include=Observation:subject&_include=Observation:performer", "c", "")]
    [InlineData("Observation", "_id=a&_include=Observation:performer:Practitioner", "a", "Practitioner/d/1")]
    [InlineData("Observation", "_id=a&_include=Observation:performer:Organization", "a", "")]
    [InlineData("Observation", "_id=a&_include=Observation:*", "a", "Patient/p1/2 Practitioner/d/1")]
    [InlineData("Observation", "_id=a&_include=*", "a", "Patient/p1/2 Practitioner/d/1")]
    [InlineData("Observation", "_id=a,c&_include=Observation:has-member", "a c", "")]
    [InlineData("Observation", "_id=a&_include=Observation:subject&_include=Patient:organization", "a", "Patient/p1/2")]
    [InlineData("Observation", "_id=a&_include=Observation:subject&_include:iterate=Patient:organization", "a", "Organization/o3/1 Patient/p1/2")]
    [InlineData("Observation", "_id=a&_include=Observation:subject&_include:recurse=Patient:organization", "a", "Organization/o3/1 Patient/p1/2")]
    [InlineData("Organization", "_id=o3&_include=Organization:partof", "o3", "Organization/o2/1")]
    [InlineData("Organization", "_id=o3&_include:iterate=Organization:partof", "o3", "Organization/o1/1 Organization/o2/1")]
    [InlineData("Patient", "_id=p1&_revinclude=Observation:subject", "p1", "Observation/a/1 Observation/b/1")]
    [InlineData("Patient", "_id=p1&_revinclude=Observation:subject:Group", "p1", "")]
    [InlineData("Patient", "_id=p1&_revinclude=Observation:subject&_revinclude:iterate=Provenance:target", "p1", "Observation/a/1 Observation/b/1 Provenance/v/1")]
    [InlineData("Practitioner", "_id=d&_revinclude=*", "d", "Observation/a/1 Observation/b/1 Provenance/v/1")]
    [InlineData("Observation", "_id=a&_revinclude=Provenance:target&_include=Observation:performer", "a", "Practitioner/d/1 Provenance/v/1")]
    public async Task A_page_brings_along(string type, string query, string matches, string included)
    {
        var answer = await Answer(_shelf.Read(type, query, isStrict: true).Value!);

        Assert.Equal(matches, string.Join(' ', answer.Matches.Select(match => match.Key.Id).Order(StringComparer.Ordinal)));
        Assert.Equal(included, string.Join(' ', answer.Included.Select(one => $"{one.Key}/{one.Version}").Order(StringComparer.Ordinal)));
        Assert.Empty(answer.Warnings);
    }

    [Fact]
    public async Task Iteration_ends_with_a_warning()
    {
        for (var depth = 4; depth < 8; depth++)
            _shelf.Add($"o{depth}", new Entries("Organization").Reference("partof", $"Organization/o{depth - 1}"));

        var answer = await Answer(_shelf.Read("Organization", "_id=o7&_include:iterate=Organization:partof").Value!);

        // Once from the match and twice from what was included.
        Assert.Equal(["o6", "o5", "o4"], answer.Included.Select(one => one.Key.Id));
        Assert.Equal(IssueCodes.Incomplete, Assert.Single(answer.Warnings).Code);
    }

    [Fact]
    public async Task A_cycle_of_references_ends()
    {
        _shelf.Add("x", new Entries("Organization").Reference("partof", "Organization/y")).Add("y", new Entries("Organization").Reference("partof", "Organization/x"));

        var answer = await Answer(_shelf.Read("Organization", "_id=x&_include:iterate=Organization:partof").Value!);

        Assert.Equal("y", Assert.Single(answer.Included).Key.Id);
        Assert.Empty(answer.Warnings);
    }

    [Fact]
    public async Task Too_many_included_are_cut_with_a_warning()
    {
        for (var number = 0; number < 9; number++)
            _shelf.Add($"n{number}", new Entries("Observation").Reference("subject", "Patient/p1"));

        var answer = await Answer(_shelf.Read("Patient", "_id=p1&_revinclude=Observation:subject").Value!);

        Assert.Equal(6, answer.Included.Count);
        Assert.Equal(IssueCodes.Incomplete, Assert.Single(answer.Warnings).Code);
    }

    [Fact]
    public async Task An_id_of_resources_of_several_types_is_refused()
    {
        _shelf.Add("twin", new Entries("Patient")).Add("twin", new Entries("Group"));
        var request = _shelf.Read("Observation", "subject=twin").Value!;

        var reading = await new SearchExecution(_shelf.Options).RunAsync(_shelf.Store, request, TestContext.Current.CancellationToken);

        Assert.Equal(400, reading.Refusal!.Status);
        Assert.Equal("subject", reading.Refusal.Issues[0].Expression);
    }

    [Fact]
    public async Task Matches_are_counted_when_asked_or_when_one_page_holds_them_all()
    {
        Assert.Equal(3, (await Answer(_shelf.Read("Observation", "_count=1&_total=accurate").Value!)).Total);
        Assert.Equal(3, (await Answer(_shelf.Read("Observation", "").Value!)).Total);
        Assert.Null((await Answer(_shelf.Read("Observation", "_count=1").Value!)).Total);
    }

    [Theory]
    [InlineData("_summary=count")]
    [InlineData("_count=0")]
    public async Task Counting_brings_no_resources(string query)
    {
        var answer = await Answer(_shelf.Read("Observation", query).Value!);

        Assert.Empty(answer.Matches);
        Assert.Null(answer.Next);
        Assert.Equal(3, answer.Total);
    }

    [Theory]
    [InlineData("Patient", null, "_count=2&_sort=name")]
    [InlineData("Patient", null, "_count=3&_sort=-birthdate,_id")]
    [InlineData("Patient", null, "_count=1&_sort=-_lastUpdated")]
    [InlineData(null, "Practitioner/d", "_count=2")]
    [InlineData("Observation", "Practitioner/d", "_count=1&_sort=status")]
    public async Task Page_links_lead_through_all_matches_once(string? type, string? compartment, string query)
    {
        for (var number = 0; number < 7; number++)
        {
            var entries = new Entries("Patient").String("name", number % 2 == 0 ? "Even" : "Odd, so");
            if (number % 3 == 0) entries.Date("birthdate", $"19{number}0-01-01", $"19{number}1-01-01");
            _shelf.Add($"q{number}", entries);
        }

        var tokens = new PagingTokens(new byte[32], _shelf.Reader, _shelf.Options);
        var request = _shelf.Read(type, query, compartment: compartment).Value!;
        var all = await Answer(request with { Query = request.Query with { Count = 100 } });
        var pages = new List<string>();
        for (SearchRequest? current = request; current is not null;)
        {
            var answer = await Answer(current);
            pages.AddRange(answer.Matches.Select(match => match.Key.ToString()));
            current = answer.Next is null ? null : tokens.Read(tokens.Write(current, answer.Next)!).Value;
        }

        Assert.Equal(all.Matches.Select(match => match.Key.ToString()), pages);
        Assert.True(all.Matches.Count > request.Query.Count, "there are several pages");
    }

    public void Dispose() => _shelf.Dispose();

    private async Task<SearchAnswer> Answer(SearchRequest request)
    {
        var reading = await _shelf.Store.ReadSnapshotAsync(
            (reader, cancellation) => new SearchExecution(_shelf.Options).RunAsync(reader, request, cancellation), TestContext.Current.CancellationToken);
        Assert.Null(reading.Refusal);
        return reading.Value!;
    }
}
