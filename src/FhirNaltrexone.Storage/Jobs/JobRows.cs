using System.Data.Common;
using FhirNaltrexone.Storage.Sql;

namespace FhirNaltrexone.Storage.Jobs;

/// <summary>Reads rows in the order of columns that the statements of both engines keep.</summary>
internal static class JobRows
{
    public static Job Job(DbDataReader row) => new()
    {
        Id = row.GetString(0),
        Kind = row.GetString(1),
        State = Enum.Parse<JobState>(row.GetString(2), ignoreCase: true),
        Request = row.GetString(3),
        Created = row.Instant(4),
        Progress = row.TextOrNull(5),
        Checkpoint = row.TextOrNull(6),
        Owner = row.TextOrNull(7),
        LeasedUntil = row.InstantOrNull(8),
        Attempts = row.GetInt32(9),
        Expires = row.InstantOrNull(10),
        Result = row.TextOrNull(11),
        Caller = row.TextOrNull(12),
    };

    public static JobFile File(DbDataReader row) => new(
        row.GetInt32(0), Enum.Parse<JobFileRole>(row.GetString(1), ignoreCase: true), row.GetString(2), (int)row.GetInt64(3), row.GetInt64(4));

    public static JobChunk Chunk(DbDataReader row) => new()
    {
        File = row.GetInt32(0),
        Chunk = row.GetInt32(1),
        Role = Enum.Parse<JobFileRole>(row.GetString(2), ignoreCase: true),
        Type = row.GetString(3),
        Lines = row.GetInt32(4),
        Content = row.GetFieldValue<byte[]>(5),
    };

    /// <summary>How a state is stored.</summary>
    public static string Name(JobState state) => state.ToString().ToLowerInvariant();

    /// <summary>How a role is stored.</summary>
    public static string Name(JobFileRole role) => role.ToString().ToLowerInvariant();
}
