using FhirNaltrexone.Storage.Search.Expressions;
using FhirNaltrexone.Validation.Model;

namespace FhirNaltrexone.Storage.Sql.Search;

/// <summary>
/// Writes conditions in two forms. A probe asks of one resource row whether it matches; members lists the numbers of all that match. Which is
/// cheaper depends on how many match: a list must never be made of what most resources have.
/// </summary>
internal sealed class Conditions(SqlBuilder sql, SqlDialect dialect, ValueConditions values)
{
    private const string Never = "false";

    // SQLite takes expressions 1,000 levels deep; a chain of "or" is as deep as it is long unless it is written as a tree.
    private const int MaxChain = 64;

    /// <summary>Whether <see cref="Members"/> can list what matches.</summary>
    public static bool CanList(SearchExpression condition) => condition switch
    {
        HasEntry or HasItem or IdIs or RefersTo or ReferredBy => true,
        UpdatedWithin updated => updated.Comparison != ValueComparison.NotEqual,
        AllOf all => all.Parts.Any(CanList),
        AnyOf any => any.Parts.All(CanList),
        _ => false,
    };

    /// <summary>A condition on the row of table resource with an alias.</summary>
    public string Probe(SearchExpression condition, string row) => condition switch
    {
        AllOf all => Joined(all.Parts.Select(part => Probe(part, row)), "and", "true"),
        AnyOf any => Joined(any.Parts.Select(part => Probe(part, row)), "or", Never),
        Not not => $"not ({Probe(not.Part, row)})",
        HasEntry entry => EntryProbe(entry, row),
        HasItem item => $"exists ({Item(item, row)})",
        IdIs ids => ids.Ids.Count == 0 ? Never : sql.In($"{row}.id", ids.Ids.Distinct().ToArray()),
        TypeIs types => types.Types.Count == 0 ? Never : sql.In($"{row}.type", Numbers(types.Types)),
        UpdatedWithin updated => UpdatedSql.Of(sql, updated, row),
        RefersTo chain => ChainProbe(chain, row),
        ReferredBy reverse => ReverseProbe(reverse, row),
        _ => throw new ArgumentOutOfRangeException(nameof(condition)),
    };

    /// <summary>A query for the numbers of all resources that match; a number may come more than once.</summary>
    /// <param name="condition">A condition that can be listed.</param>
    /// <param name="types">Types the resources may have; empty for any.</param>
    public string Members(SearchExpression condition, IReadOnlyList<string> types) => condition switch
    {
        AllOf all => AllMembers(all, types),
        AnyOf any => any.Parts.Count == 0 ? Nothing : string.Join(" union all ", any.Parts.Select(part => Members(part, types))),
        HasEntry entry => EntryMembers(entry),
        HasItem item => Item(item, row: null),
        IdIs ids => ids.Ids.Count == 0 ? Nothing : RowMembers(ids, types),
        UpdatedWithin updated => RowMembers(updated, types),
        RefersTo chain => ChainMembers(chain),
        ReferredBy reverse => ReverseMembers(reverse),
        _ => throw new ArgumentOutOfRangeException(nameof(condition)),
    };

    /// <summary>Parts joined into one condition that is not deep.</summary>
    public static string Joined(IEnumerable<string> parts, string with, string ifNone)
    {
        var level = parts.Select(part => $"({part})").ToArray();
        if (level.Length == 0) return ifNone;
        while (level.Length > MaxChain)
        {
            level = [.. level.Chunk(MaxChain).Select(chunk => $"({string.Join($" {with} ", chunk)})")];
        }

        return level.Length == 1 ? level[0] : $"({string.Join($" {with} ", level)})";
    }

    private const string Nothing = "select number from resource where false";

    private string EntryProbe(HasEntry entry, string row)
    {
        var alias = sql.Alias("e");
        var alternatives = values.Of(entry.Test, alias);
        if (alternatives.Count == 0) return Never;
        return $"""
            exists (select 1 from {EntryTable.Of(entry.Test).Name} {alias}
              where {alias}.number = {row}.number and {sql.In(Parameter(entry.Test, alias), entry.Parameters)} and {Joined(alternatives, "or", Never)})
            """;
    }

    // Of a resource at hand its own entries are read, unless value and resource together lead to one place.
    private string Parameter(ValueTest test, string alias)
        => Cost.IsEquality(test) ? $"{alias}.parameter" : dialect.Unindexed($"{alias}.parameter");

    private string EntryMembers(HasEntry entry)
    {
        var alias = sql.Alias("e");
        var alternatives = values.Of(entry.Test, alias);
        return alternatives.Count == 0 ? Nothing : string.Join(" union all ", alternatives.Select(alternative => $"""
            select {alias}.number from {EntryTable.Of(entry.Test).Name} {alias}
              where {sql.In($"{alias}.parameter", entry.Parameters)} and {alternative}
            """));
    }

    private string Item(HasItem item, string? row)
    {
        var aliases = item.Parts.Select(_ => sql.Alias("i")).ToArray();
        var tables = item.Parts.Select((part, index) => $"{EntryTable.Of(part.Test).Name} {aliases[index]}");
        var conditions = item.Parts.SelectMany((part, index) => new[]
        {
            sql.In(index == 0 && row is null ? $"{aliases[0]}.parameter" : Parameter(part.Test, aliases[index]), part.Parameters),
            Joined(values.Of(part.Test, aliases[index]), "or", Never),
        });
        var links = aliases.Skip(1).Select(alias => $"{alias}.number = {aliases[0]}.number and {alias}.item = {aliases[0]}.item");
        var subject = row is null ? [] : new[] { $"{aliases[0]}.number = {row}.number" };
        return $"""
            select {aliases[0]}.number from {string.Join(" cross join ", tables)}
              where {string.Join(" and ", conditions.Concat(links).Concat(subject).Select(part => $"({part})"))}
            """;
    }

    private string RowMembers(SearchExpression condition, IReadOnlyList<string> types)
    {
        var alias = sql.Alias("r");
        return $"""
            select {alias}.number from resource {alias}
              where {sql.In($"{alias}.type", Numbers(types.Count == 0 ? ResourceTypes.All : types))}
                and not {alias}.deleted and {Probe(condition, alias)}
            """;
    }

    private string AllMembers(AllOf all, IReadOnlyList<string> types)
    {
        var driver = all.Parts.First(CanList);
        var rest = all.Parts.Where(part => !ReferenceEquals(part, driver)).ToArray();
        if (rest.Length == 0) return Members(driver, types);
        var alias = sql.Alias("r");
        return $"""
            select {alias}.number from resource {alias}
              where {alias}.number in ({Members(driver, types)}) and not {alias}.deleted and {Probe(new AllOf(rest), alias)}
            """;
    }

    private string ChainProbe(RefersTo chain, string row)
    {
        var (link, target) = (sql.Alias("e"), sql.Alias("r"));
        return $"""
            exists (select 1 from reference_entry {link} cross join resource {target}
              where {link}.number = {row}.number and {sql.In($"{link}.parameter", chain.Parameters)}
                and {target}.type = {dialect.Unindexed($"{link}.target_type")} and {target}.id = {link}.target_id
                and {IsTarget(chain, target)} and {Probe(chain.Target, target)})
            """;
    }

    private string ChainMembers(RefersTo chain)
    {
        var (link, target) = (sql.Alias("e"), sql.Alias("r"));
        var condition = CanList(chain.Target)
            ? $"{target}.number in ({Members(chain.Target, chain.TargetTypes)})"
            : Probe(chain.Target, target);
        return $"""
            select {link}.number from resource {target} cross join reference_entry {link}
              where {condition} and {IsTarget(chain, target)} and {sql.In($"{link}.parameter", chain.Parameters)}
                and {link}.target_type = {target}.type and {link}.target_id = {target}.id
            """;
    }

    private string IsTarget(RefersTo chain, string target) => chain.TargetTypes.Count == 0
        ? $"not {target}.deleted"
        : $"not {target}.deleted and {sql.In($"{target}.type", Numbers(chain.TargetTypes))}";

    private string ReverseProbe(ReferredBy reverse, string row)
    {
        var (link, source) = (sql.Alias("e"), sql.Alias("r"));
        return $"""
            exists (select 1 from reference_entry {link} cross join resource {source}
              where {sql.In($"{link}.parameter", reverse.Parameters)} and {link}.target_type = {row}.type and {link}.target_id = {row}.id
                and {source}.number = {link}.number and {Probe(reverse.Source, source)})
            """;
    }

    private string ReverseMembers(ReferredBy reverse)
    {
        var (link, source, found) = (sql.Alias("e"), sql.Alias("r"), sql.Alias("r"));
        var condition = CanList(reverse.Source)
            ? $"{link}.number in ({Members(reverse.Source, [])})"
            : $"exists (select 1 from resource {source} where {source}.number = {link}.number and {Probe(reverse.Source, source)})";
        return $"""
            select {found}.number from reference_entry {link} cross join resource {found}
              where {condition} and {sql.In($"{link}.parameter", reverse.Parameters)}
                and {found}.type = {link}.target_type and {found}.id = {link}.target_id and not {found}.deleted
            """;
    }

    private static short[] Numbers(IReadOnlyList<string> types) => [.. types.Distinct().Select(ResourceTypes.Number)];
}
