using System.Data.Common;

namespace FhirNaltrexone.Storage.Sql;

/// <summary>Reads columns of rows as <see cref="DbCommands"/> binds them.</summary>
internal static class DbRows
{
    public static string? TextOrNull(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static DateTimeOffset Instant(this DbDataReader row, int column) => DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));

    public static DateTimeOffset? InstantOrNull(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.Instant(column);
}
