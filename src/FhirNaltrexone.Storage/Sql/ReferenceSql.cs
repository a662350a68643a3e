using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Validation.Model;

namespace FhirNaltrexone.Storage.Sql;

/// <summary>Queries that follow references, for includes.</summary>
internal static class ReferenceSql
{
    public static SqlStatement From(
        SqlDialect dialect, IReadOnlyCollection<long> sources, IReadOnlyCollection<int> parameters, int limit)
    {
        var sql = new SqlBuilder(dialect);
        return sql.Build($"""
            select number, parameter, target_type, target_id, target_version
            from reference_entry
            where {sql.In("number", sources)} and {sql.In("parameter", parameters)} and target_type <> 0
            order by number, parameter, ordinal
            limit {sql.Value(limit)}
            """);
    }

    public static ReferenceEdge Edge(ISqlRow row) => new(
        row.Int64(0),
        (int)row.Int64(1),
        new ResourceKey(ResourceTypes.Name((short)row.Int64(2)), row.Text(3)),
        row.IsNull(4) ? null : (int)row.Int64(4));

    public static SqlStatement To(
        SqlDialect dialect, IReadOnlyCollection<ResourceKey> targets, IReadOnlyCollection<int> parameters, int limit)
    {
        var sql = new SqlBuilder(dialect);
        var keys = dialect.Keys(sql, targets.Distinct().ToArray(), "k");
        return sql.Build($"""
            select {VersionRows.Columns}
            from (
              select distinct e.number as number
              from {keys} cross join reference_entry e
              where {sql.In("e.parameter", parameters)} and e.target_type = k.type and e.target_id = k.id
              order by 1
              limit {sql.Value(limit)}) m cross join resource r cross join resource_version v
            where r.number = m.number and v.sequence = r.sequence
            order by m.number
            """);
    }
}
