using FhirNaltrexone.Storage.Jobs;

namespace FhirNaltrexone.Storage.Tests.Jobs;

/// <summary>Jobs in the embedded database.</summary>
public sealed class SqliteJobStoreTests : JobStoreTests, IDisposable
{
    private readonly TemporaryDatabase _database = new();
    private ResourceStores? _stores;

    public void Dispose()
    {
        _stores?.Dispose();
        _database.Dispose();
    }

    protected override Task<IJobStore> OpenAsync()
    {
        _stores = ResourceStores.Open(_database.Options, TimeProvider.System);
        return Task.FromResult(_stores.Jobs);
    }
}
