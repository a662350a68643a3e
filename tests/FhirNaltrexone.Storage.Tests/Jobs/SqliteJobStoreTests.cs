using FhirNaltrexone.Storage.Jobs;
using FhirNaltrexone.Storage.Sqlite;

namespace FhirNaltrexone.Storage.Tests.Jobs;

/// <summary>Jobs in the embedded database.</summary>
public sealed class SqliteJobStoreTests : JobStoreTests, IDisposable
{
    private readonly TemporaryDatabase _database = new();
    private SqliteJobStore? _store;

    public void Dispose()
    {
        _store?.Dispose();
        _database.Dispose();
    }

    protected override Task<IJobStore> OpenAsync()
    {
        _store = new SqliteJobStore(SqliteDatabase.Create(_database.ConnectionString, DateTimeOffset.UnixEpoch));
        return Task.FromResult<IJobStore>(_store);
    }
}
