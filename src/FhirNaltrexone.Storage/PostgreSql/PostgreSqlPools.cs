using FhirNaltrexone.Storage.Sql;
using Npgsql;

namespace FhirNaltrexone.Storage.PostgreSql;

/// <summary>A PostgreSQL database: three pools of connections, for three kinds of work.</summary>
internal sealed class PostgreSqlPools : IDisposable
{
    private const int PreparedStatements = 100;
    private const int DictionaryConnections = 4;

    private PostgreSqlPools(string connectionString)
    {
        Main = Source(connectionString, "-c jit=off");
        Search = Source(connectionString, "-c jit=off -c plan_cache_mode=force_custom_plan -c max_parallel_workers_per_gather=0");
        Dictionary = Source(
            new NpgsqlConnectionStringBuilder(connectionString) { MaxPoolSize = DictionaryConnections, MinPoolSize = 0 }.ToString(), string.Empty);
    }

    /// <summary>For writes and reads by key.</summary>
    public NpgsqlDataSource Main { get; }

    /// <summary>
    /// For searches: every query is planned for its values, since the same plan is good for a rare code and ruinous for a common one. Pages are
    /// short: to start helpers takes longer than they save.
    /// </summary>
    public NpgsqlDataSource Search { get; }

    /// <summary>For code systems, which are added outside the transaction that needs them: who holds a connection must not wait for another of the same pool.</summary>
    public NpgsqlDataSource Dictionary { get; }

    /// <summary>Turns at the end of the audit chain.</summary>
    public ChainTurns Turns { get; } = new();

    /// <summary>Connects and brings the schema up to date.</summary>
    /// <exception cref="StorageException">The database cannot be used, or its schema does not fit.</exception>
    public static PostgreSqlPools Create(string connectionString, DateTimeOffset now)
    {
        PostgreSqlPools? database = null;
        try
        {
            database = new(connectionString);
            database.Migrate(now);
            return database;
        }
        catch (Exception error)
        {
            database?.Dispose();
            if (error is ArgumentException || PostgreSqlErrors.IsFromDatabase(error)) throw PostgreSqlErrors.From(error);
            throw;
        }
    }

    public void Dispose()
    {
        Main.Dispose();
        Search.Dispose();
        Dictionary.Dispose();
        Turns.Dispose();
    }

    private void Migrate(DateTimeOffset now)
    {
        var texts = PostgreSqlDialect.Instance.Texts;
        using var connection = Main.OpenConnection();
        using var transaction = connection.BeginTransaction();
        using var turn = new NpgsqlCommand(texts.Query("migrations-lock"), connection, transaction);
        turn.ExecuteNonQuery();
        MigrationRunner.Run(transaction, texts, texts.Migrations, now);
        transaction.Commit();
    }

    private static NpgsqlDataSource Source(string connectionString, string options)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { MaxAutoPrepare = PreparedStatements, AutoPrepareMinUsages = 2 };
        settings.Options = string.Join(' ', new[] { settings.Options, options }.Where(text => !string.IsNullOrEmpty(text)));
        return new NpgsqlDataSourceBuilder(settings.ToString()).Build();
    }
}
