using FhirNaltrexone.Storage.Snoozes;

namespace FhirNaltrexone.Storage.Tests.Snoozes;

/// <summary>Snoozes in the embedded database.</summary>
public sealed class SqliteSnoozeStoreTests : SnoozeStoreTests, IDisposable
{
    private readonly TemporaryDatabase _database = new();
    private ResourceStores? _stores;

    public void Dispose()
    {
        _stores?.Dispose();
        _database.Dispose();
    }

    protected override Task<ISnoozeStore> OpenAsync()
    {
        _stores = ResourceStores.Open(_database.Options, TimeProvider.System);
        return Task.FromResult(_stores.Snoozes);
    }
}
