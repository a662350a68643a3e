using System.Data.Common;

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
        Created = Instant(row.GetInt64(4)),
        Progress = Text(row, 5),
        Checkpoint = Text(row, 6),
        Owner = Text(row, 7),
        LeasedUntil = InstantOrNull(row, 8),
        Attempts = row.GetInt32(9),
        Expires = InstantOrNull(row, 10),
        Result = Text(row, 11),
        Caller = Text(row, 12),
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

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static DateTimeOffset Instant(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    private static DateTimeOffset? InstantOrNull(DbDataReader row, int column) => row.IsDBNull(column) ? null : Instant(row.GetInt64(column));
}
