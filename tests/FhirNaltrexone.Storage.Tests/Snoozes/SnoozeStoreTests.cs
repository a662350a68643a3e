using FhirNaltrexone.Storage.Snoozes;

namespace FhirNaltrexone.Storage.Tests.Snoozes;

/// <summary>What every engine must do for snoozes. Each engine runs it all.</summary>
public abstract class SnoozeStoreTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly SnoozeSubject Subject = new("a1b2", "service", "PW-16");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Gives_back_a_card_as_it_was_remembered_until_it_expires()
    {
        var store = await OpenAsync();
        var card = Card("one");
        await store.RememberAsync([Card("two"), card], Cancel);

        Assert.Equal([card], await store.FindAsync("one", card.Expires.AddMilliseconds(-1), Cancel));
        Assert.Empty(await store.FindAsync("one", card.Expires, Cancel));
        Assert.Empty(await store.FindAsync("three", Start, Cancel));
    }

    [Fact]
    public async Task A_card_sent_again_counts_from_the_later_time_whichever_is_stored_first()
    {
        var store = await OpenAsync();
        var later = Card("one") with { Issued = Start.AddHours(1), Expires = Start.AddHours(25) };

        await store.RememberAsync([later], Cancel);
        await store.RememberAsync([Card("one")], Cancel);

        Assert.Equal([later], await store.FindAsync("one", Start, Cancel));
    }

    [Fact]
    public async Task One_uuid_sent_for_two_patients_is_told_as_two()
    {
        var store = await OpenAsync();
        var other = Card("one") with { Subject = Subject with { Patient = "ffff" } };

        await store.RememberAsync([Card("one")], Cancel);
        await store.RememberAsync([other], Cancel);

        Assert.Equal([Card("one"), other], await store.FindAsync("one", Start, Cancel));
    }

    [Fact]
    public async Task Lists_the_snoozes_of_one_patient_in_one_service_until_they_end()
    {
        var store = await OpenAsync();
        var snooze = Snooze(1);
        await store.AddAsync(snooze, Cancel);
        await store.AddAsync(snooze with { Subject = Subject with { Patient = "ffff" } }, Cancel);
        await store.AddAsync(snooze with { Subject = Subject with { Service = "other" } }, Cancel);

        Assert.Equal([snooze], await store.ListAsync("a1b2", "service", snooze.Expires.AddMilliseconds(-1), Cancel));
        Assert.Empty(await store.ListAsync("a1b2", "service", snooze.Expires, Cancel));
    }

    [Fact]
    public async Task Of_two_snoozes_alike_the_later_counts_and_another_severity_stands_beside_them()
    {
        var store = await OpenAsync();
        var later = Snooze(1) with { Since = Start.AddDays(1), Expires = Start.AddDays(8) };

        await store.AddAsync(later, Cancel);
        await store.AddAsync(Snooze(1), Cancel);
        await store.AddAsync(Snooze(0), Cancel);

        Assert.Equal([Snooze(0), later], await store.ListAsync("a1b2", "service", Start, Cancel));
    }

    [Fact]
    public async Task Forgets_what_has_expired_and_nothing_else()
    {
        var store = await OpenAsync();
        await store.RememberAsync([Card("old"), Card("new") with { Expires = Start.AddDays(2) }], Cancel);
        await store.AddAsync(Snooze(0) with { Expires = Start.AddDays(1) }, Cancel);
        await store.AddAsync(Snooze(1), Cancel);

        var removed = await store.RemoveExpiredAsync(Start.AddDays(1), Cancel);

        Assert.Equal(2, removed);
        Assert.Empty(await store.FindAsync("old", Start, Cancel));
        Assert.Single(await store.FindAsync("new", Start, Cancel));
        Assert.Equal([Snooze(1)], await store.ListAsync("a1b2", "service", Start, Cancel));
    }

    [Fact]
    public async Task Many_answers_at_once_lose_no_card()
    {
        var store = await OpenAsync();

        await Parallel.ForEachAsync(Enumerable.Range(0, 40), Cancel, async (i, cancel)
            => await store.RememberAsync([Card("shared"), Card($"own-{i}")], cancel));

        Assert.Single(await store.FindAsync("shared", Start, Cancel));
        foreach (var i in Enumerable.Range(0, 40)) Assert.Single(await store.FindAsync($"own-{i}", Start, Cancel));
    }

    protected abstract Task<ISnoozeStore> OpenAsync();

    private static IssuedCard Card(string card) => new(card, Subject, 1, Start, Start.AddDays(1));

    private static Snooze Snooze(int severity) => new(Subject, severity, Start, Start.AddDays(7));
}
