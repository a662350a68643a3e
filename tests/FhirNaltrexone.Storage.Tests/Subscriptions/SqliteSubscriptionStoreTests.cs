using FhirNaltrexone.Storage.Subscriptions;

namespace FhirNaltrexone.Storage.Tests.Subscriptions;

/// <summary>Subscriptions in the embedded database.</summary>
public sealed class SqliteSubscriptionStoreTests : SubscriptionStoreTests, IDisposable
{
    private readonly TemporaryDatabase _database = new();
    private ResourceStores? _stores;

    public void Dispose()
    {
        _stores?.Dispose();
        _database.Dispose();
    }

    protected override Task<ISubscriptionStore> OpenAsync()
    {
        _stores = ResourceStores.Open(_database.Options, TimeProvider.System);
        return Task.FromResult(_stores.Subscriptions);
    }
}
