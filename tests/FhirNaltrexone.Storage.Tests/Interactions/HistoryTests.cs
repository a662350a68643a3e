using FhirNaltrexone.Storage.Interactions;
using static FhirNaltrexone.Storage.Tests.Interactions.InteractionFixture;

namespace FhirNaltrexone.Storage.Tests.Interactions;

public sealed class HistoryTests : IDisposable
{
    private readonly InteractionFixture _server = new();

    [Fact]
    public async Task Versions_come_newest_first_with_the_deletion()
    {
        await ThreeVersions();

        var page = await History("Patient", "1");

        Assert.Equal([3, 2, 1], page.Versions.Select(version => version.Version));
        Assert.True(page.Versions[0].IsDeleted);
        Assert.Equal(3, page.Total);
        Assert.Null(page.Next);
    }

    [Fact]
    public async Task An_id_that_was_never_used_has_no_history()
        => Assert.Equal(404, (await History("Patient", "none")).Refusal?.Status);

    [Fact]
    public async Task Types_and_the_system_have_a_history_that_may_be_empty()
    {
        await ThreeVersions();

        Assert.Empty((await History("Person", null)).Versions);
        Assert.Equal(3, (await History("Patient", null)).Versions.Count);
        Assert.Equal(4, (await History(null, null)).Versions.Count);
    }

    [Fact]
    public async Task Pages_join_without_gap_or_overlap()
    {
        await ThreeVersions();

        var first = await History(null, null, ("_count", "3"));
        var second = await History(null, null, first.Next, ("_count", "3"));

        Assert.Equal(4, first.Versions.Concat(second.Versions).Select(version => version.Sequence).Distinct().Count());
        Assert.Single(second.Versions);
        Assert.Null(second.Next);
    }

    [Theory]
    [InlineData("2026-03-01T12:00:10.250Z", 2)]
    [InlineData("2026-03-01T12:00:10.251Z", 1)]
    [InlineData("2026-03-01T13:00:10.250+01:00", 2)]
    [InlineData("2026-03-01T13:00:10.250 01:00", 2)]
    [InlineData("2026", 3)]
    [InlineData("2027-01", 0)]
    public async Task Since_means_at_or_after(string since, int versions)
    {
        await ThreeVersions();

        Assert.Equal(versions, (await History("Patient", "1", ("_since", since))).Versions.Count);
    }

    [Theory]
    [InlineData("2026-03-01T12:00:05Z", new[] { 1 })]
    [InlineData("2026-03-01T12:00:10Z", new[] { 2, 1 })]
    [InlineData("2026-03-01T12:00", new[] { 3, 2, 1 })]
    [InlineData("2025", new int[0])]
    public async Task At_lists_what_was_current_at_some_time_in_the_span(string at, int[] versions)
    {
        await ThreeVersions();

        Assert.Equal(versions, (await History("Patient", "1", ("_at", at))).Versions.Select(version => version.Version));
    }

    [Theory]
    [InlineData("_since", "yesterday")]
    [InlineData("_at", "2026-13")]
    [InlineData("_count", "-1")]
    [InlineData("_count", "x")]
    [InlineData("_count", "9999999999x")]
    [InlineData("_total", "some")]
    public void A_value_that_means_nothing_is_refused(string name, string value)
    {
        Assert.False(HistoryRequest.TryRead("Patient", null, [new(name, value)], _server.Options, TimeZoneInfo.Utc, out _, out var refusal));
        Assert.Equal(400, refusal.Status);
    }

    [Fact]
    public void A_parameter_given_twice_is_refused()
    {
        Assert.False(HistoryRequest.TryRead(
            "Patient", null, [new("_since", "2024"), new("_since", "2025")], _server.Options, TimeZoneInfo.Utc, out _, out var refusal));
        Assert.Equal(400, refusal.Status);
    }

    [Theory]
    [InlineData("_format", "json")]
    [InlineData("_pretty", "true")]
    [InlineData("_summary", "false")]
    [InlineData("_elements", "id")]
    public void What_says_the_form_of_the_answer_may_stand_there_twice(string name, string value)
        => Assert.True(HistoryRequest.TryRead("Patient", "1", [new(name, value), new(name, value)], _server.Options, TimeZoneInfo.Utc, out _, out _));

    [Theory]
    [InlineData("3", 3)]
    [InlineData("99999", 1000)]
    [InlineData("99999999999", 1000)]
    [InlineData("99999999999999999999999999999999999999", 1000)]
    [InlineData("00000000000000000000000000000000000002", 2)]
    public void A_count_beyond_the_limit_is_the_limit_however_long_it_is(string count, int expected)
    {
        Assert.True(HistoryRequest.TryRead("Patient", "1", [new("_count", count)], _server.Options, TimeZoneInfo.Utc, out var request, out _));
        Assert.Equal(expected, request.Count);
    }

    [Fact]
    public void Unknown_parameters_are_told()
    {
        Assert.True(HistoryRequest.TryRead("Patient", null, [new("_sort", "x"), new("_format", "json")], _server.Options, TimeZoneInfo.Utc, out var request, out _));
        Assert.Equal(["_sort"], request.Unknown);
    }

    [Fact]
    public async Task A_count_of_zero_only_counts()
    {
        await ThreeVersions();

        var page = await History("Patient", null, ("_count", "0"));

        Assert.Empty(page.Versions);
        Assert.Equal(3, page.Total);
    }

    [Fact]
    public async Task Purging_keeps_the_newest_version()
    {
        await _server.Put("Patient/1", """{"resourceType":"Patient","id":"1","active":true}""");
        await _server.Put("Patient/1", """{"resourceType":"Patient","id":"1","active":false}""");
        var token = TestContext.Current.CancellationToken;

        Assert.Equal(200, (await _server.Interactions.PurgeHistoryAsync(Key("Patient/1"), token)).Status);
        Assert.Equal(404, (await _server.Interactions.PurgeHistoryAsync(Key("Patient/2"), token)).Status);

        Assert.Equal([2], (await History("Patient", "1")).Versions.Select(version => version.Version));
        Assert.Equal(404, (await _server.ReadVersion("Patient/1", "1")).Status);
    }

    public void Dispose() => _server.Dispose();

    /// <summary>Patient/1 created at :00.250, updated at :10.250, deleted at :20.250; Observation/1 created then.</summary>
    private async Task ThreeVersions()
    {
        await _server.Put("Patient/1", """{"resourceType":"Patient","id":"1","active":true}""");
        _server.Clock.Advance(TimeSpan.FromSeconds(10));
        await _server.Put("Patient/1", """{"resourceType":"Patient","id":"1","active":false}""");
        _server.Clock.Advance(TimeSpan.FromSeconds(10));
        await _server.Delete("Patient/1");
        await _server.Put("Basic/1", """{"resourceType":"Basic","id":"1","code":{"text":"x"}}""");
    }

    private Task<HistoryPage> History(string? type, string? id, params (string Name, string Value)[] parameters)
        => History(type, id, null, parameters);

    private Task<HistoryPage> History(
        string? type, string? id, Storage.Resources.HistoryPosition? after, params (string Name, string Value)[] parameters)
    {
        var pairs = parameters.Select(pair => KeyValuePair.Create(pair.Name, pair.Value));
        Assert.True(HistoryRequest.TryRead(type, id, pairs, _server.Options, TimeZoneInfo.Utc, out var request, out _));
        return _server.Interactions.HistoryAsync(request with { After = after }, TestContext.Current.CancellationToken);
    }
}
