using FhirNaltrexone.Storage.Audit;
using FhirNaltrexone.Storage.Jobs;
using FhirNaltrexone.Storage.PostgreSql;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Snoozes;
using FhirNaltrexone.Storage.Sql;
using FhirNaltrexone.Storage.Sqlite;
using FhirNaltrexone.Storage.Subscriptions;
using FhirNaltrexone.Storage.Tokens;
using Microsoft.Data.Sqlite;

namespace FhirNaltrexone.Storage;

/// <summary>
/// All that is kept in the database the configuration asks for, opened once for the process: register one instance and hand out its members.
/// Disposing lets writes under way finish.
/// </summary>
public sealed class ResourceStores : IDisposable
{
    private readonly Action _close;

    internal ResourceStores(
        IResourceStore resources,
        IServiceSecrets secrets,
        IFeedbackStore feedback,
        ISnoozeStore snoozes,
        IJobStore jobs,
        ISubscriptionStore subscriptions,
        IUsedTokens usedTokens,
        IAuditLog audit,
        Action close)
    {
        Resources = resources;
        Secrets = secrets;
        Feedback = feedback;
        Snoozes = snoozes;
        Jobs = jobs;
        Subscriptions = subscriptions;
        UsedTokens = usedTokens;
        Audit = audit;
        _close = close;
    }

    /// <summary>Resources.</summary>
    public IResourceStore Resources { get; }

    /// <summary>Keys of the service.</summary>
    public IServiceSecrets Secrets { get; }

    /// <summary>Reports on cards.</summary>
    public IFeedbackStore Feedback { get; }

    /// <summary>Cards sent, and rules snoozed after an override.</summary>
    public ISnoozeStore Snoozes { get; }

    /// <summary>Long-running work.</summary>
    public IJobStore Jobs { get; }

    /// <summary>Events of subscriptions.</summary>
    public ISubscriptionStore Subscriptions { get; }

    /// <summary>Tokens that were used.</summary>
    public IUsedTokens UsedTokens { get; }

    /// <summary>The chain of audit records.</summary>
    public IAuditLog Audit { get; }

    /// <summary>Opens the database, makes it if there is none and it is embedded, and brings its schema up to date.</summary>
    /// <param name="options">Validated settings.</param>
    /// <param name="clock">Dates migrations and keys.</param>
    /// <exception cref="StorageException">The database cannot be used.</exception>
    public static ResourceStores Open(StorageOptions options, TimeProvider clock)
        => options.Provider == StorageOptions.PostgreSql
            ? OpenPostgreSql(options, clock)
            : OpenSqlite(SqliteDatabase.Create(options.ConnectionString, clock.GetUtcNow()), options, clock);

    /// <summary>Whether there is a database to open: an embedded one is made where none is, and nobody who only looks wants that.</summary>
    /// <param name="options">Validated settings.</param>
    public static bool Exists(StorageOptions options)
        => options.Provider == StorageOptions.PostgreSql || new FileInfo(new SqliteConnectionStringBuilder(options.ConnectionString).DataSource) is { Exists: true, Length: > 0 };

    /// <summary>Closes the database.</summary>
    public void Dispose() => _close();

    internal static ResourceStores OpenSqlite(SqliteDatabase database, StorageOptions options, TimeProvider clock)
    {
        var systems = new CodeSystems();
        var readers = new SqliteReaders(database);
        var writer = new SqliteWriter(database, systems);
        var connections = new SqliteConnections(database, writer);
        var resources = new SqliteResourceStore(readers, writer, systems, options.SearchTimeout);
        return new(
            resources,
            new DbSecrets(connections, clock),
            new DbFeedbackStore(connections),
            new DbSnoozeStore(connections),
            new SqliteJobStore(connections),
            new DbSubscriptionStore(connections),
            new DbUsedTokens(resources, connections),
            new DbAuditLog(connections),
            () =>
            {
                writer.Dispose();
                readers.Dispose();
            });
    }

    private static ResourceStores OpenPostgreSql(StorageOptions options, TimeProvider clock)
    {
        var database = PostgreSqlPools.Create(options.ConnectionString, clock.GetUtcNow());
        var connections = new PostgreSqlConnections(database.Main);
        var resources = new PostgreSqlResourceStore(database, new CodeSystems(), options.SearchTimeout);
        return new(
            resources,
            new DbSecrets(connections, clock),
            new DbFeedbackStore(connections),
            new DbSnoozeStore(connections),
            new PostgreSqlJobStore(connections),
            new DbSubscriptionStore(connections),
            new DbUsedTokens(resources, connections),
            new DbAuditLog(connections),
            database.Dispose);
    }
}
