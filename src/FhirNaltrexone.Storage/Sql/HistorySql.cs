using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Validation.Model;

namespace FhirNaltrexone.Storage.Sql;

/// <summary>Queries over the log of versions.</summary>
internal static class HistorySql
{
    public static SqlStatement Page(SqlDialect dialect, HistoryQuery query)
    {
        var sql = new SqlBuilder(dialect);
        var where = Where(sql, query);
        if (query.After is { } after)
        {
            where += $" and (v.updated, v.sequence) < ({sql.Value(after.LastUpdated.ToUnixTimeMilliseconds())}, {sql.Value(after.Sequence)})";
        }

        // Within one resource, versions rise with the last update.
        var order = query.Id is null ? "v.updated desc, v.sequence desc" : "v.version desc";
        return sql.Build($"""
            select {VersionRows.Columns}
            from {From(query)} where {where}
            order by {order}
            limit {sql.Value(query.Limit)}
            """);
    }

    public static SqlStatement Count(SqlDialect dialect, HistoryQuery query)
    {
        var sql = new SqlBuilder(dialect);
        return sql.Build($"select count(*) from {From(query)} where {Where(sql, query)}");
    }

    // The order of the tables is the order they are read in, which SQLite is told by cross join.
    private static string From(HistoryQuery query)
        => query.Id is null ? "resource_version v cross join resource r" : "resource r cross join resource_version v";

    private static string Where(SqlBuilder sql, HistoryQuery query)
    {
        var where = new List<string> { "v.number = r.number" };
        if (query.Id is not null)
        {
            where.Add($"r.type = {sql.Value(ResourceTypes.Number(query.Type!))} and r.id = {sql.Value(query.Id)}");
        }
        else if (query.Type is not null)
        {
            where.Add($"v.type = {sql.Value(ResourceTypes.Number(query.Type))}");
        }

        if (query.Since is { } since) where.Add($"v.updated >= {sql.Value(Ceiling(since))}");
        if (query.AtTo is { } to) where.Add($"v.updated < {sql.Value(Ceiling(to))}");
        if (query.AtFrom is { } from)
        {
            where.Add($"""
                not exists (select 1 from resource_version n
                  where n.number = v.number and n.version = v.version + 1 and n.updated <= {sql.Value(from.ToUnixTimeMilliseconds())})
                """);
        }

        return string.Join(" and ", where);
    }

    // Stored instants are whole milliseconds: one that is at or after a finer instant is at or after the next whole one.
    private static long Ceiling(DateTimeOffset instant)
    {
        var whole = instant.ToUnixTimeMilliseconds();
        return DateTimeOffset.FromUnixTimeMilliseconds(whole) < instant ? whole + 1 : whole;
    }
}
