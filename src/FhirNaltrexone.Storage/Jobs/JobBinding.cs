using System.Data;
using System.Data.Common;

namespace FhirNaltrexone.Storage.Jobs;

/// <summary>Binds values alike on both engines, with their type, so that neither has to guess.</summary>
internal static class JobBinding
{
    public static DbCommand Bind(this DbCommand command, string name, string value) => Add(command, name, DbType.String, value);

    /// <summary>Binds a text, or null.</summary>
    public static DbCommand BindOrNull(this DbCommand command, string name, string? value)
        => Add(command, name, DbType.String, (object?)value ?? DBNull.Value);

    public static DbCommand Bind(this DbCommand command, string name, int value) => Add(command, name, DbType.Int32, value);

    public static DbCommand Bind(this DbCommand command, string name, long value) => Add(command, name, DbType.Int64, value);

    public static DbCommand Bind(this DbCommand command, string name, ReadOnlyMemory<byte> value)
        => Add(command, name, DbType.Binary, value.ToArray());

    public static DbCommand Bind(this DbCommand command, string name, DateTimeOffset value)
        => Add(command, name, DbType.Int64, value.ToUnixTimeMilliseconds());

    private static DbCommand Add(DbCommand command, string name, DbType type, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = "@" + name;
        parameter.DbType = type;
        parameter.Value = value;
        command.Parameters.Add(parameter);
        return command;
    }
}
