using System.Text.Encodings.Web;
using System.Text.Json;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Sql;
using FhirNaltrexone.Validation.Model;

namespace FhirNaltrexone.Storage.Sqlite;

/// <summary>SQLite: lists travel as JSON, since a statement takes 32,766 values at most.</summary>
internal sealed class SqliteDialect : SqlDialect
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static SqliteDialect Instance { get; } = new();

    public override SqlText Texts { get; } = new("Sqlite");

    public override int? IndexedLength => null;

    public override object Array<T>(IReadOnlyCollection<T> values) => JsonSerializer.Serialize(values, Json);

    public override string In(string column, string array) => $"{column} in (select value from json_each({array}))";

    public override string Keys(SqlBuilder sql, IReadOnlyCollection<ResourceKey> keys, string alias)
    {
        object[][] pairs = [.. keys.Select(key => new object[] { ResourceTypes.Number(key.Type), key.Id })];
        var array = sql.Value(JsonSerializer.Serialize(pairs, Json));
        return $"(select value ->> 0 as type, value ->> 1 as id from json_each({array})) {alias}";
    }

    public override string Indexed(string column) => column;

    public override string Unindexed(string column) => $"+{column}";

    public override string InOrder(string order) => string.Empty;

    public override string Contains(string text, string part) => $"instr({text}, {part}) > 0";
}
