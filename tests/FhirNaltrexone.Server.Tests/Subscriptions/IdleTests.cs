using FhirNaltrexone.Server.Tests.Rest;
using FhirNaltrexone.Storage;
using FhirNaltrexone.Testing.PostgreSql;

namespace FhirNaltrexone.Server.Tests.Subscriptions;

/// <summary>A server without subscribers leaves the log alone, and begins when one comes.</summary>
public sealed class IdleTests(PostgreSqlServer server)
{
    [Fact]
    public async Task What_was_written_before_the_first_subscriber_is_skipped_and_nothing_behind_it()
    {
        var database = await server.CreateDatabaseAsync();
        await using var endpoint = await FakeEndpoint.StartAsync();
        using var stores = ResourceStores.Open(new() { Provider = StorageOptions.PostgreSql, ConnectionString = database.ConnectionString }, TimeProvider.System);
        using (var first = Server(database))
        {
            await first.OrderAsync("before");
            await Until.TrueAsync(
                async () => (await stores.Resources.ChangesAsync(null, 1, TestContext.Current.CancellationToken)).Count > 0, "the order in the log");
            await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
        }

        var now = DateTimeOffset.UtcNow;
        var place = await stores.Subscriptions.ClaimLogAsync(new("look", now, now), TestContext.Current.CancellationToken);
        Assert.Equal(await stores.Resources.CurrentPositionAsync(TestContext.Current.CancellationToken), place!.Position);

        using (var second = Server(database))
        {
            await second.SubscribeAsync(new() { Endpoint = endpoint.Address });
            await second.OrderAsync("a");
            Assert.Equal("a", Notices.Events((await endpoint.TakenAsync("event-notification", 1))[0]).Single().Focus!.Split('/')[^1]);
        }

        await database.DisposeAsync();
    }

    private static FhirHttp Server(PostgreSqlDatabase database)
        => SubscriptionBench.Server(("Storage:Provider", StorageOptions.PostgreSql), ("Storage:ConnectionString", database.ConnectionString));
}
