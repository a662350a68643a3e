using FhirNaltrexone.Storage.Tokens;

namespace FhirNaltrexone.Storage.Tests.Tokens;

/// <summary>Used tokens in the embedded database.</summary>
public sealed class SqliteUsedTokensTests : UsedTokensTests, IDisposable
{
    private readonly TemporaryDatabase _database = new();
    private ResourceStores? _stores;

    public void Dispose()
    {
        _stores?.Dispose();
        _database.Dispose();
    }

    protected override Task<IUsedTokens> OpenAsync()
    {
        _stores = ResourceStores.Open(_database.Options, TimeProvider.System);
        return Task.FromResult(_stores.UsedTokens);
    }

    protected override Task<IUsedTokens> ReopenAsync()
    {
        _stores!.Dispose();
        return OpenAsync();
    }
}
