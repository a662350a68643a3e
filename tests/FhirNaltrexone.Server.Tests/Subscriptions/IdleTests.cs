using FhirNaltrexone.Server.Subscriptions.Events;
using FhirNaltrexone.Server.Tests.Rest;
using FhirNaltrexone.Storage;
using FhirNaltrexone.Storage.Access;
using FhirNaltrexone.Testing.PostgreSql;
using Microsoft.Extensions.DependencyInjection;

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
        using (var first = Server(database, ("Subscriptions:IsEnabled", "false")))
        {
            await first.OrderAsync("before");
            await Until.TrueAsync(
                async () => (await stores.Resources.ChangesAsync(null, 1, TestContext.Current.CancellationToken)).Count > 0, "the order in the log");
            await LookOnceAsync(first.Server.Services.GetRequiredService<LogReader>());
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

    /// <summary>Reads the log once, at an instant that the test knows, and gives it back as a process does that stops.</summary>
    private static async Task LookOnceAsync(LogReader log)
    {
        using var access = AccessContext.Enter(Caller.Service);
        await log.ReadAsync(TestContext.Current.CancellationToken);
        await log.ReleaseAsync();
    }

    private static FhirHttp Server(PostgreSqlDatabase database, params (string, string)[] settings)
        => SubscriptionBench.Server([("Storage:Provider", StorageOptions.PostgreSql), ("Storage:ConnectionString", database.ConnectionString), .. settings]);
}
