namespace FhirNaltrexone.Storage.Tests.Sqlite;

public sealed class SqliteFeedbackStoreTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 9, 0, 0, TimeSpan.FromHours(-5));
    private readonly TemporaryDatabase _database = new();

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task Gives_back_every_member_of_a_report()
    {
        var store = Open();
        var report = Report("card-1") with
        {
            AcceptedSuggestions = ["one", "two"],
            Reason = new FeedbackReason("https://example.org/reasons", "other", "Something else"),
            UserComment = "It's \"complicated\"; drop table feedback; --",
        };

        await store.AddAsync([report], Now, default);

        var stored = Assert.Single(await store.ListAsync(null, 0, 10, default));
        Assert.Equal(report with { AcceptedSuggestions = stored.Report.AcceptedSuggestions }, stored.Report);
        Assert.Equal(["one", "two"], stored.Report.AcceptedSuggestions);
        Assert.Equal(Now, stored.ReceivedAt);
    }

    [Fact]
    public async Task Stores_the_same_report_once_even_when_the_instant_is_written_with_another_offset()
    {
        var store = Open();
        var report = Report("card-1");

        var first = await store.AddAsync([report, report], Now, default);
        var second = await store.AddAsync([report with { OutcomeAt = report.OutcomeAt.ToOffset(TimeSpan.FromHours(9)) }], Now, default);

        Assert.Equal([true, false], first);
        Assert.Equal([false], second);
        Assert.Single(await store.ListAsync(null, 0, 10, default));
    }

    [Fact]
    public async Task Keeps_a_later_report_on_the_same_card_beside_the_first()
    {
        var store = Open();

        await store.AddAsync([Report("card-1"), Report("card-1") with { OutcomeAt = Now.AddMinutes(1) }], Now, default);
        await store.AddAsync([Report("card-1") with { Outcome = FeedbackOutcome.Accepted }], Now, default);

        Assert.Equal(3, (await store.ListAsync(null, 0, 10, default)).Count);
    }

    [Fact]
    public async Task Pages_through_the_reports_of_one_service()
    {
        var store = Open();
        await store.AddAsync([.. Enumerable.Range(0, 5).Select(i => Report($"card-{i}"))], Now, default);
        await store.AddAsync([Report("other") with { Service = "another-service" }], Now, default);

        var first = await store.ListAsync("service", 0, 3, default);
        var second = await store.ListAsync("service", first[^1].Sequence, 3, default);

        Assert.Equal(["card-0", "card-1", "card-2"], first.Select(stored => stored.Report.Card));
        Assert.Equal(["card-3", "card-4"], second.Select(stored => stored.Report.Card));
    }

    [Fact]
    public async Task Loses_no_report_and_doubles_none_when_many_write_at_once()
    {
        var store = Open();

        await Parallel.ForEachAsync(Enumerable.Range(0, 40), async (i, cancellation) =>
            await store.AddAsync([Report($"card-{i % 20}")], Now, cancellation));

        Assert.Equal(20, (await store.ListAsync(null, 0, 100, default)).Count);
    }

    [Fact]
    public async Task Finds_the_reports_again_after_a_restart()
    {
        await Open().AddAsync([Report("card-1")], Now, default);

        var stored = await Open().ListAsync(null, 0, 10, default);

        Assert.Equal("card-1", Assert.Single(stored).Report.Card);
    }

    [Fact]
    public async Task Says_unavailable_when_the_table_is_gone()
    {
        var store = Open();
        _database.Scalar("drop table feedback");

        var error = await Assert.ThrowsAsync<StorageException>(() => store.AddAsync([Report("card-1")], Now, default));

        Assert.Equal(StorageErrorCode.Unavailable, error.Code);
    }

    private IFeedbackStore Open() => ResourceStores.Open(_database.Options, TimeProvider.System).Feedback;

    private static FeedbackReport Report(string card) => new()
    {
        Service = "service",
        Card = card,
        Outcome = FeedbackOutcome.Overridden,
        OutcomeAt = Now,
    };
}
