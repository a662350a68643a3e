namespace FhirNaltrexone.Storage.Tests.Compliance;

/// <summary>The embedded database.</summary>
public sealed class SqliteEngine : StoreEngine
{
    public override Task<OpenStore> OpenAsync()
    {
        var database = new TemporaryDatabase();
        var options = database.Options;
        options.SearchTimeout = Patience;
        var stores = ResourceStores.Open(options, TimeProvider.System);
        return Task.FromResult(new OpenStore(stores.Resources, () =>
        {
            stores.Dispose();
            database.Dispose();
            return ValueTask.CompletedTask;
        }));
    }
}
