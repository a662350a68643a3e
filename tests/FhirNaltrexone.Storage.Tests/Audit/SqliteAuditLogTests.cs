namespace FhirNaltrexone.Storage.Tests.Audit;

/// <summary>The audit chain in the embedded database.</summary>
public sealed class SqliteAuditLogTests : AuditLogTests, IDisposable
{
    private readonly TemporaryDatabase _database = new();
    private ResourceStores? _stores;

    public void Dispose()
    {
        _stores?.Dispose();
        _database.Dispose();
    }

    protected override Task<ResourceStores> OpenAsync() => Task.FromResult(_stores = ResourceStores.Open(_database.Options, TimeProvider.System));
}
