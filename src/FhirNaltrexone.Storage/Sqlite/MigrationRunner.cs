using Microsoft.Data.Sqlite;

namespace FhirNaltrexone.Storage.Sqlite;

/// <summary>Brings a database to the newest schema: each missing step once, in order, all in one transaction.</summary>
internal static class MigrationRunner
{
    /// <summary>Applies what is missing. Two processes that start together wait for each other.</summary>
    /// <exception cref="StorageException">An applied step has another text today, or the database is newer than this program.</exception>
    public static void Run(SqliteConnection connection, IReadOnlyList<Migration> migrations, DateTimeOffset now)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        Execute(connection, transaction, SqlText.Query("migrations-create"));
        var applied = Applied(connection, transaction);
        Check(applied, migrations);
        foreach (var migration in migrations.Where(migration => !applied.ContainsKey(migration.Number)))
        {
            Execute(connection, transaction, migration.Sql);
            Record(connection, transaction, migration, now);
        }

        transaction.Commit();
    }

    private static void Check(Dictionary<int, string> applied, IReadOnlyList<Migration> migrations)
    {
        foreach (var (number, sha256) in applied)
        {
            var migration = migrations.FirstOrDefault(candidate => candidate.Number == number)
                ?? throw new StorageException(
                    StorageErrorCode.DatabaseNewer, $"The database knows migration {number}, this program does not: start a newer version.");
            if (migration.Sha256 != sha256)
            {
                throw new StorageException(
                    StorageErrorCode.MigrationChanged, $"Migration {migration.Name} is not the text that was applied to this database.");
            }
        }
    }

    private static Dictionary<int, string> Applied(SqliteConnection connection, SqliteTransaction transaction)
    {
        using var command = Command(connection, transaction, SqlText.Query("migrations-list"));
        using var reader = command.ExecuteReader();
        var applied = new Dictionary<int, string>();
        while (reader.Read())
        {
            applied.Add(reader.GetInt32(0), reader.GetString(1));
        }

        return applied;
    }

    private static void Record(SqliteConnection connection, SqliteTransaction transaction, Migration migration, DateTimeOffset now)
    {
        using var command = Command(connection, transaction, SqlText.Query("migrations-insert"));
        command.Parameters.AddWithValue("$number", migration.Number);
        command.Parameters.AddWithValue("$name", migration.Name);
        command.Parameters.AddWithValue("$sha256", migration.Sha256);
        command.Parameters.AddWithValue("$appliedAt", SqliteInstant.Write(now));
        command.ExecuteNonQuery();
    }

    private static void Execute(SqliteConnection connection, SqliteTransaction transaction, string sql)
    {
        using var command = Command(connection, transaction, sql);
        command.ExecuteNonQuery();
    }

    private static SqliteCommand Command(SqliteConnection connection, SqliteTransaction transaction, string sql)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // The text comes from an embedded file, never from a request.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }
}
