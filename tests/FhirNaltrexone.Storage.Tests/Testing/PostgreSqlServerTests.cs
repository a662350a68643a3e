using FhirNaltrexone.Testing.PostgreSql;
using Npgsql;

namespace FhirNaltrexone.Storage.Tests.Testing;

/// <summary>The tests on PostgreSQL prove little unless the server is a durable one that does not happen to sort and tell time as we do.</summary>
public sealed class PostgreSqlServerTests(PostgreSqlServer server)
{
    [Theory]
    [InlineData("SELECT current_setting('server_version_num')::int >= 150000")]
    [InlineData("SELECT current_setting('fsync') = 'on' AND current_setting('synchronous_commit') = 'on'")]
    [InlineData("SELECT 'a' < 'B'")]
    [InlineData("SELECT '2024-01-01T00:00:00Z'::timestamptz::text LIKE '2024-01-01 05:45%'")]
    public async Task The_server_is(string claim)
    {
        await using var database = await server.CreateDatabaseAsync();

        Assert.Equal(true, await ScalarAsync(database, claim));
    }

    [Fact]
    public async Task Each_database_is_empty()
    {
        await using var first = await server.CreateDatabaseAsync();
        await using var second = await server.CreateDatabaseAsync();
        await ScalarAsync(first, "CREATE TABLE mark (a int)");

        Assert.Equal(0L, await ScalarAsync(second, "SELECT count(*) FROM information_schema.tables WHERE table_name = 'mark'"));
    }

    [Fact]
    public async Task A_server_that_crashed_comes_back_with_what_was_committed()
    {
        await using var own = new PostgreSqlServer();
        await using var database = await own.CreateDatabaseAsync();
        await ScalarAsync(database, "CREATE TABLE mark AS SELECT 42 AS a");

        await own.CrashAsync();

        Assert.Equal(42, await ScalarAsync(database, "SELECT a FROM mark"));
    }

    private static async Task<object?> ScalarAsync(PostgreSqlDatabase database, string sql)
    {
        await using var source = NpgsqlDataSource.Create(database.ConnectionString);
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }
}
