using FhirNaltrexone.Storage.Sql;
using Npgsql;

namespace FhirNaltrexone.Storage.PostgreSql;

/// <summary>The row a reader stands on.</summary>
internal sealed class PostgreSqlRow(NpgsqlDataReader reader) : ISqlRow
{
    public bool IsNull(int column) => reader.IsDBNull(column);

    public long Int64(int column) => reader.GetInt64(column);

    public string Text(int column) => reader.GetString(column);

    public byte[] Bytes(int column) => reader.GetFieldValue<byte[]>(column);
}
