using FhirNaltrexone.Storage.Sql;
using FhirNaltrexone.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace FhirNaltrexone.Storage.Tests.Sqlite;

public sealed class MigrationRunnerTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 14, 0, 0, TimeSpan.Zero);
    private static readonly Migration First = Migration.From("0001-first.sql", "create table first (id integer primary key) strict;");
    private static readonly Migration Second = Migration.From("0002-second.sql", "create table second (id integer primary key) strict;");

    private readonly SqliteConnection _connection = new("Data Source=:memory:");

    public MigrationRunnerTests() => _connection.Open();

    public void Dispose() => _connection.Dispose();

    [Fact]
    public void Applies_each_migration_once_and_later_ones_on_top()
    {
        Run([First]);
        Run([First, Second]);

        Assert.Equal(["first", "schema_migrations", "second"], Tables());
    }

    [Fact]
    public void Refuses_a_migration_whose_text_changed_after_it_was_applied()
    {
        Run([First]);

        var error = Assert.Throws<StorageException>(
            () => Run([Migration.From(First.Name, "create table other (id integer) strict;")]));

        Assert.Equal(StorageErrorCode.MigrationChanged, error.Code);
    }

    [Fact]
    public void Refuses_a_database_of_a_newer_program()
    {
        Run([First, Second]);

        var error = Assert.Throws<StorageException>(() => Run([First]));

        Assert.Equal(StorageErrorCode.DatabaseNewer, error.Code);
    }

    [Fact]
    public void Leaves_nothing_behind_when_a_migration_fails()
    {
        var broken = Migration.From("0002-broken.sql", "create table half (id integer) strict; create tabel typo;");

        Assert.Throws<SqliteException>(() => Run([First, broken]));

        Assert.Empty(Tables());
    }

    [Fact]
    public void Ships_migrations_with_numbers_of_their_own()
    {
        var numbers = SqliteDialect.Instance.Texts.Migrations.Select(migration => migration.Number).ToArray();

        Assert.Equal(1, numbers[0]);
        Assert.Equal(numbers.Distinct(), numbers);
    }

    private void Run(IReadOnlyList<Migration> migrations)
    {
        using var transaction = _connection.BeginTransaction(deferred: false);
        MigrationRunner.Run(transaction, SqliteDialect.Instance.Texts, migrations, Now);
        transaction.Commit();
    }

    private List<string> Tables()
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "select name from sqlite_master where type = 'table' order by name";
        using var reader = command.ExecuteReader();
        var names = new List<string>();
        while (reader.Read())
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }
}
