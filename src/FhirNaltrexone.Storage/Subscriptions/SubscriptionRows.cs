using System.Data;
using System.Data.Common;
using FhirNaltrexone.Storage.Resources;

namespace FhirNaltrexone.Storage.Subscriptions;

/// <summary>Binds and reads in the order of columns that the statements of both engines keep.</summary>
internal static class SubscriptionRows
{
    public static DbCommand Bind(this DbCommand command, string name, object? value, DbType type)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = "@" + name;
        parameter.DbType = type;
        parameter.Value = value ?? DBNull.Value;
        command.Parameters.Add(parameter);
        return command;
    }

    public static DbCommand Text(this DbCommand command, string name, string value) => command.Bind(name, value, DbType.String);

    public static DbCommand Number(this DbCommand command, string name, long? value) => command.Bind(name, value, DbType.Int64);

    public static DbCommand Small(this DbCommand command, string name, int value) => command.Bind(name, value, DbType.Int32);

    public static DbCommand Instant(this DbCommand command, string name, DateTimeOffset? value)
        => command.Number(name, value?.ToUnixTimeMilliseconds());

    public static SubscriptionState State(DbDataReader row) => new()
    {
        Id = row.GetString(0),
        Version = row.GetInt32(1),
        Status = Enum.Parse<SubscriptionStatus>(row.GetString(2), ignoreCase: true),
        Channel = row.GetString(3),
        IsCounting = row.GetInt32(4) == 1,
        LastNumber = row.GetInt64(5),
        SettledNumber = row.GetInt64(6),
        Failures = row.GetInt32(7),
        Due = InstantOrNull(row, 8),
        Sent = InstantOrNull(row, 9),
    };

    public static SubscriptionEvent Event(DbDataReader row) => new()
    {
        Number = row.GetInt64(0),
        Focus = new(row.GetString(1), row.GetString(2)),
        Version = row.GetInt32(3),
        Change = (ResourceChange)row.GetInt32(4),
        Created = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(5)),
        IsDead = row.GetInt32(6) == 1,
    };

    public static LogPlace Place(DbDataReader row)
        => new(row.IsDBNull(0) ? null : new ChangePosition(row.GetInt64(0), row.GetInt64(1)));

    /// <summary>How a status is stored.</summary>
    public static string Name(SubscriptionStatus status) => status.ToString().ToLowerInvariant();

    private static DateTimeOffset? InstantOrNull(DbDataReader row, int column)
        => row.IsDBNull(column) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));
}
