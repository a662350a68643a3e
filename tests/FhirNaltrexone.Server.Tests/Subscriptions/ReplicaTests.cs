using FhirNaltrexone.Server.Tests.Rest;
using FhirNaltrexone.Storage;
using FhirNaltrexone.Testing.PostgreSql;

namespace FhirNaltrexone.Server.Tests.Subscriptions;

/// <summary>Restarts, kills and several processes on one database: no change is missed, no number given twice.</summary>
public sealed class ReplicaTests(PostgreSqlServer server)
{
    [Fact]
    public async Task After_a_restart_what_was_not_delivered_comes_and_what_was_written_meanwhile_too()
    {
        var directory = Path.Combine(Path.GetTempPath(), "fhir-naltrexone-tests", Path.GetRandomFileName());
        (string, string) database = ("Storage:ConnectionString", $"Data Source={Path.Combine(directory, "kept.db")}");
        await using var endpoint = await FakeEndpoint.StartAsync();
        using (var first = SubscriptionBench.Server(database))
        {
            await first.SubscribeAsync(new() { Endpoint = endpoint.Address, MaxCount = 1 });
            endpoint.Status = type => type == "event-notification" ? 500 : 200;
            await first.OrderAsync("a");
            await Until.TrueAsync(() => endpoint.All.Count >= 2, "a failed notice");
        }

        using (var idle = SubscriptionBench.Server(database, ("Subscriptions:IsEnabled", "false"))) await idle.OrderAsync("b");
        endpoint.Status = _ => 200;
        using (var second = SubscriptionBench.Server(database))
        {
            await second.OrderAsync("c");
            var notices = await endpoint.TakenAsync("event-notification", 3);
            Assert.Equal([("1", "a"), ("2", "b"), ("3", "c")], notices.SelectMany(Notices.Events).Select(one => (one.Number, one.Focus!.Split('/')[^1])));
        }

        Directory.Delete(directory, recursive: true);
    }

    [Fact]
    public async Task Whoever_was_killed_with_a_lease_is_followed_by_another_when_it_ends()
    {
        var database = await server.CreateDatabaseAsync();
        await using var endpoint = await FakeEndpoint.StartAsync();
        using (var fhir = PostgreSql(database.ConnectionString, ("Subscriptions:LeaseSeconds", "3"), ("Subscriptions:TryMilliseconds", "1000")))
        {
            await fhir.SubscribeAsync(new() { Endpoint = endpoint.Address });
            using (var stores = ResourceStores.Open(new() { Provider = StorageOptions.PostgreSql, ConnectionString = database.ConnectionString }, TimeProvider.System))
            {
                // The dead one took log and subscription, and never came back; the living one had released or renewed them in between.
                await Until.TrueAsync(async () => await stores.Subscriptions.ClaimLogAsync(Dead(), TestContext.Current.CancellationToken) is not null, "the log");
            }

            await fhir.OrderAsync("a");
            await fhir.OrderAsync("b");

            await Until.TrueAsync(() => Numbers(endpoint).Count >= 2, "two events");
            Assert.Equal(["1", "2"], Numbers(endpoint));
        }

        await database.DisposeAsync();
    }

    [Fact]
    public async Task Two_processes_on_one_PostgreSQL_tell_every_change_once_in_order()
    {
        const int Changes = 60;
        var database = await server.CreateDatabaseAsync();
        await using var endpoint = await FakeEndpoint.StartAsync();
        using (var one = PostgreSql(database.ConnectionString))
        using (var two = PostgreSql(database.ConnectionString))
        {
            await one.SubscribeAsync(new() { Endpoint = endpoint.Address });
            var tried = 0;
            endpoint.Status = type => type == "event-notification" && Interlocked.Increment(ref tried) % 3 == 1 ? 503 : 200;
            await Task.WhenAll(Enumerable.Range(0, Changes).Select(number => (number % 2 == 0 ? one : two).OrderAsync($"r{number}")));

            await Until.TrueAsync(() => Numbers(endpoint).Count >= Changes, $"{Changes} events");
        }

        Assert.Equal(Enumerable.Range(1, Changes).Select(number => $"{number}"), Numbers(endpoint));
        Assert.Equal(Changes, endpoint.Taken.SelectMany(taken => Notices.Events(taken.Bundle!)).Select(told => told.Focus).Distinct().Count());
        await database.DisposeAsync();
    }

    private static FhirHttp PostgreSql(string connection, params IEnumerable<(string Key, string Value)> settings)
        => SubscriptionBench.Server([("Storage:Provider", StorageOptions.PostgreSql), ("Storage:ConnectionString", connection), .. settings]);

    private static Storage.Subscriptions.SubscriptionLease Dead() => new("dead", DateTimeOffset.UtcNow.AddSeconds(10), DateTimeOffset.UtcNow.AddSeconds(4));

    private static List<string?> Numbers(FakeEndpoint endpoint)
        => [.. endpoint.Taken.Where(one => one.Type == "event-notification").SelectMany(one => Notices.Events(one.Bundle!)).Select(one => one.Number)];
}
