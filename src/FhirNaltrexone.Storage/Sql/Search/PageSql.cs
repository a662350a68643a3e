using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Search;
using FhirNaltrexone.Storage.Search.Expressions;
using FhirNaltrexone.Validation.Model;

namespace FhirNaltrexone.Storage.Sql.Search;

/// <summary>Turns a search and its plan into statements.</summary>
internal sealed class PageSql(SqlDialect dialect, SearchQuery query, IReadOnlyDictionary<string, int> systems)
{
    /// <summary>How many resources match each condition, counted up to a limit: one row, a column for each.</summary>
    public SqlStatement Counts(IReadOnlyList<SearchExpression> parts, int limit)
    {
        var sql = new SqlBuilder(dialect);
        var conditions = Conditions(sql);
        var counts = parts.Select(part =>
            $"(select count(*) from (select 1 as one from ({conditions.Members(part, query.Types)}) a limit {sql.Value(limit)}) b)");
        return sql.Build($"select {string.Join(", ", counts)}");
    }

    /// <summary>The number of all matches.</summary>
    public SqlStatement Total(SearchPlan plan)
    {
        var sql = new SqlBuilder(dialect);
        return sql.Build($"select count(*) from ({Candidates(sql, plan, sorts: string.Empty)}) c");
    }

    /// <summary>The page, and one resource more where there is one.</summary>
    public SqlStatement Page(SearchPlan plan)
    {
        var sql = new SqlBuilder(dialect);
        var sorts = plan.Access == Access.Dates
            ? string.Empty
            : string.Concat(query.Sort.Select((key, index) => $", {SortSql.Value(sql, key, "r")} as s{index}"));
        var columns = string.Concat(query.Sort.Select((_, index) => $", m.s{index}"));
        return sql.Build($"""
            select {VersionRows.Columns}{columns}
            from ({Window(sql, plan, sorts)}) m cross join resource r cross join resource_version v
            where r.number = m.number and v.sequence = r.sequence
            order by {SortSql.Order(query.Sort, "m")}
            """);
    }

    /// <summary>Reads a row of the page: the resource and its place in the order.</summary>
    public (ResourceVersion Resource, SearchCursor Place) Read(ISqlRow row)
    {
        var resource = VersionRows.Read(row);
        return (resource, new(
            [.. query.Sort.Select((key, index) => SortSql.Read(row, key, VersionRows.Width + index))], resource.Number));
    }

    private string Window(SqlBuilder sql, SearchPlan plan, string sorts)
    {
        var limit = query.Count + 1L;
        if (plan.Access == Access.Dates) return Dates(sql, plan, limit);
        if (query.Sort.Count == 0)
        {
            var number = plan.Access == Access.Ordered ? "d.number" : "r.number";
            var before = query.After is { } place ? $" and {number} < {sql.Value(place.Number)}" : string.Empty;
            return $"{Candidates(sql, plan, sorts)}{before} order by {number} desc limit {sql.Value(limit)}";
        }

        var after = query.After is { } cursor ? $"where {SortSql.After(sql, query.Sort, cursor, "q")}" : string.Empty;
        return $"""
            select q.* from ({Candidates(sql, plan, sorts)}) q {after}
            order by {SortSql.Order(query.Sort, "q")} limit {sql.Value(limit)}
            """;
    }

    private string Candidates(SqlBuilder sql, SearchPlan plan, string sorts)
    {
        var conditions = Conditions(sql);
        var (select, from, link) = plan.Access switch
        {
            Access.Walk or Access.Dates => ("r.number as number", "resource r", string.Empty),
            Access.List => (
                "r.number as number",
                $"(select distinct a.number as number from ({conditions.Members(plan.Driver!, query.Types)}) a) d cross join resource r",
                "r.number = d.number and "),
            _ => OrderedDriver(sql, (HasEntry)plan.Driver!),
        };
        var where = Conditions(sql).Probe(new AllOf(plan.Probes), "r");
        return $"select {select}{sorts} from {from} where {link}{OfType(sql)}not r.deleted and {where}";
    }

    // Of several dates of a resource only the one that comes first in the order stands for it.
    private string Dates(SqlBuilder sql, SearchPlan plan, long limit)
    {
        var key = query.Sort[0];
        var (comesBefore, direction) = key.IsDescending ? (">", "desc") : ("<", "asc");
        var after = query.After is { } place ? $" and {SortSql.AfterDate(sql, key, place)}" : string.Empty;
        var entries = $"select d.number, d.parameter, d.low from date_entry d where {sql.In("d.parameter", key.Parameters)}{after}";
        return $"""
            select distinct d.number as number, d.low as s0
            from ({entries}{dialect.InOrder($"d.low {direction}, d.number desc")}) d cross join resource r
            where r.number = d.number and {OfType(sql)}not r.deleted
              and not exists (select 1 from date_entry f
                where f.number = d.number and {dialect.Unindexed("f.parameter")} = d.parameter and f.low {comesBefore} d.low)
              and {Conditions(sql).Probe(new AllOf(plan.Probes), "r")}
            order by d.low {direction}, d.number desc
            limit {sql.Value(limit)}
            """;
    }

    private (string Select, string From, string Link) OrderedDriver(SqlBuilder sql, HasEntry driver)
    {
        var alternatives = new ValueConditions(sql, dialect, systems).Of(driver.Test, "d");
        var alternative = alternatives.Count == 0 ? "false" : alternatives[0];
        return (
            "distinct d.number as number",
            $"{EntryTable.Of(driver.Test).Name} d cross join resource r",
            $"{sql.In("d.parameter", driver.Parameters)} and {alternative} and r.number = d.number and ");
    }

    private string OfType(SqlBuilder sql) => query.Types.Count switch
    {
        0 => string.Empty,
        1 => $"r.type = {sql.Value(ResourceTypes.Number(query.Types[0]))} and ",

        // The plus keeps the index over types out: it has no order across several of them.
        _ => $"{sql.In("+r.type", query.Types.Distinct().Select(ResourceTypes.Number).ToArray())} and ",
    };

    private Conditions Conditions(SqlBuilder sql) => new(sql, dialect, new ValueConditions(sql, dialect, systems));
}
