using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Sql;
using FhirNaltrexone.Validation.Model;

namespace FhirNaltrexone.Storage.PostgreSql;

/// <summary>PostgreSQL: lists travel as arrays.</summary>
internal sealed class PostgreSqlDialect : SqlDialect
{
    // As in the migrations.
    private const int IndexedCharacters = 200;

    public static PostgreSqlDialect Instance { get; } = new();

    public override SqlText Texts { get; } = new("PostgreSql");

    public override int? IndexedLength => IndexedCharacters;

    public override object Array<T>(IReadOnlyCollection<T> values) => values.ToArray();

    public override string In(string column, string array) => $"{column} = any({array})";

    public override string Keys(SqlBuilder sql, IReadOnlyCollection<ResourceKey> keys, string alias)
    {
        var types = sql.Value(keys.Select(key => ResourceTypes.Number(key.Type)).ToArray());
        var ids = sql.Value(keys.Select(key => key.Id).ToArray());
        return $"unnest({types}, {ids}) as {alias} (type, id)";
    }

    public override string Indexed(string column) => $"left({column}, {IndexedCharacters})";

    public override string Unindexed(string column) => column;

    // The offset keeps the planner from taking the subquery apart: from low estimates it would conclude that to sort everything is cheaper.
    public override string InOrder(string order) => $" order by {order} offset 0";

    public override string Contains(string text, string part) => $"strpos({text}, {part}) > 0";
}
