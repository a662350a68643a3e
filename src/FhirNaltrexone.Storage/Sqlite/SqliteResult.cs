using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace FhirNaltrexone.Storage.Sqlite;

/// <summary>Result codes of SQLite as exceptions of the driver. Messages hold the code only: SQLite's own may quote what is stored.</summary>
internal static class SqliteResult
{
    public static void Check(sqlite3 database, int result)
    {
        if (result != raw.SQLITE_OK) throw Error(database, result);
    }

    public static SqliteException Error(sqlite3 database, int result)
    {
        var extended = raw.sqlite3_extended_errcode(database);
        return new SqliteException($"SQLite error {extended}.", result & 0xff, extended);
    }
}
