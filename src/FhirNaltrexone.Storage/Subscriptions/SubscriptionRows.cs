using System.Data.Common;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Sql;

namespace FhirNaltrexone.Storage.Subscriptions;

/// <summary>Reads rows in the order of columns that the statements of both engines keep.</summary>
internal static class SubscriptionRows
{
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
        Due = row.InstantOrNull(8),
        Sent = row.InstantOrNull(9),
    };

    public static SubscriptionEvent Event(DbDataReader row) => new()
    {
        Number = row.GetInt64(0),
        Focus = new(row.GetString(1), row.GetString(2)),
        Version = row.GetInt32(3),
        Change = (ResourceChange)row.GetInt32(4),
        Created = row.Instant(5),
        IsDead = row.GetInt32(6) == 1,
    };

    public static LogPlace Place(DbDataReader row)
        => new(row.IsDBNull(0) ? null : new ChangePosition(row.GetInt64(0), row.GetInt64(1)));

    /// <summary>How a status is stored.</summary>
    public static string Name(SubscriptionStatus status) => status.ToString().ToLowerInvariant();
}
