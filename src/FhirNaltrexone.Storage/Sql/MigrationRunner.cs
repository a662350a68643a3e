using System.Data.Common;

namespace FhirNaltrexone.Storage.Sql;

/// <summary>Brings a database to the newest schema: each missing step once, in order, all in one transaction.</summary>
internal static class MigrationRunner
{
    /// <summary>Applies what is missing. The caller holds the lock that makes two processes that start together wait for each other, and commits.</summary>
    /// <param name="transaction">The transaction all steps run in.</param>
    /// <param name="texts">Queries of the engine.</param>
    /// <param name="migrations">All steps.</param>
    /// <param name="now">Written beside each step applied.</param>
    /// <exception cref="StorageException">An applied step has another text today, or the database is newer than this program.</exception>
    public static void Run(DbTransaction transaction, SqlText texts, IReadOnlyList<Migration> migrations, DateTimeOffset now)
    {
        Execute(transaction, texts.Query("migrations-create"));
        var applied = Applied(transaction, texts);
        Check(applied, migrations);
        foreach (var migration in migrations.Where(migration => !applied.ContainsKey(migration.Number)))
        {
            Execute(transaction, migration.Sql);
            Record(transaction, texts, migration, now);
        }
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

    private static Dictionary<int, string> Applied(DbTransaction transaction, SqlText texts)
    {
        using var command = Command(transaction, texts.Query("migrations-list"));
        using var reader = command.ExecuteReader();
        var applied = new Dictionary<int, string>();
        while (reader.Read())
        {
            applied.Add(reader.GetInt32(0), reader.GetString(1));
        }

        return applied;
    }

    private static void Record(DbTransaction transaction, SqlText texts, Migration migration, DateTimeOffset now)
    {
        using var command = Command(transaction, texts.Query("migrations-insert"));
        Bind(command, "@number", migration.Number);
        Bind(command, "@name", migration.Name);
        Bind(command, "@sha256", migration.Sha256);
        Bind(command, "@appliedAt", InstantText.Write(now));
        command.ExecuteNonQuery();
    }

    private static void Bind(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }

    private static void Execute(DbTransaction transaction, string sql)
    {
        using var command = Command(transaction, sql);
        command.ExecuteNonQuery();
    }

    private static DbCommand Command(DbTransaction transaction, string sql)
    {
        var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // The text comes from an embedded file, never from a request.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }
}
