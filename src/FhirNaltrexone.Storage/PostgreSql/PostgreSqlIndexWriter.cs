using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Sql;
using FhirNaltrexone.Validation.Model;

namespace FhirNaltrexone.Storage.PostgreSql;

/// <summary>Statements that write the index entries of many resources: one for each kind, its columns as arrays.</summary>
internal sealed class PostgreSqlIndexWriter(IReadOnlyDictionary<string, int> systems)
{
    private static readonly string[] Kinds = ["token", "string", "reference", "date", "number", "quantity", "uri", "words", "position"];

    /// <summary>Code systems the entries name.</summary>
    public static IReadOnlyCollection<string> SystemsOf(IEnumerable<IndexEntries> entries)
    {
        var urls = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            foreach (var token in entry.Tokens) urls.Add(token.System);
            foreach (var quantity in entry.Quantities) urls.Add(quantity.System);
        }

        return urls;
    }

    /// <summary>Removes all entries of resources.</summary>
    public static IEnumerable<SqlStatement> Delete(long[] numbers)
        => numbers.Length == 0 ? [] : Kinds.Select(kind => Named($"{kind}-delete", numbers));

    /// <summary>Adds entries of resources that have none.</summary>
    public IEnumerable<SqlStatement> Insert(IReadOnlyList<(long Number, IndexEntries Entries)> resources)
    {
        var tokens = Rows(resources, entries => entries.Tokens);
        if (tokens.Length > 0) yield return Tokens(tokens);
        var strings = Rows(resources, entries => entries.Strings);
        if (strings.Length > 0) yield return Strings(strings);
        var references = Rows(resources, entries => entries.References);
        if (references.Length > 0) yield return References(references);
        var dates = Rows(resources, entries => entries.Dates);
        if (dates.Length > 0) yield return Dates(dates);
        var numbers = Rows(resources, entries => entries.Numbers);
        if (numbers.Length > 0) yield return Numbers(numbers);
        var quantities = Rows(resources, entries => entries.Quantities);
        if (quantities.Length > 0) yield return Quantities(quantities);
        var uris = Rows(resources, entries => entries.Uris);
        if (uris.Length > 0) yield return Uris(uris);
        var words = Rows(resources, entries => entries.Words);
        if (words.Length > 0) yield return Words(words);
        var positions = Rows(resources, entries => entries.Positions);
        if (positions.Length > 0) yield return Positions(positions);
    }

    private SqlStatement Tokens(Row<TokenEntry>[] rows) => Named(
        "token-insert", Of(rows, row => row.Number), Of(rows, row => row.Entry.Parameter), Of(rows, row => BoundedText.Of(row.Entry.Code)),
        Of(rows, row => systems[row.Entry.System]), Of(rows, row => row.Entry.Item));

    private static SqlStatement Strings(Row<StringEntry>[] rows) => Named(
        "string-insert", Of(rows, row => row.Number), Of(rows, row => row.Entry.Parameter), Of(rows, row => row.Ordinal),
        Of(rows, row => row.Entry.Folded), Of(rows, row => row.Entry.Exact), Of(rows, row => row.Entry.Item));

    private static SqlStatement References(Row<ReferenceEntry>[] rows) => Named(
        "reference-insert", Of(rows, row => row.Number), Of(rows, row => row.Entry.Parameter), Of(rows, row => row.Ordinal),
        Of(rows, row => row.Entry.TargetType is null ? (short)0 : ResourceTypes.Number(row.Entry.TargetType)),
        Of(rows, row => BoundedText.Of(row.Entry.TargetId)), Of(rows, row => row.Entry.TargetVersion),
        Of(rows, row => row.Entry.TargetCanonicalVersion), Of(rows, row => row.Entry.Item));

    private static SqlStatement Dates(Row<DateEntry>[] rows) => Named(
        "date-insert", Of(rows, row => row.Number), Of(rows, row => row.Entry.Parameter), Of(rows, row => row.Entry.From),
        Of(rows, row => row.Entry.To), Of(rows, row => row.Entry.Item));

    private static SqlStatement Numbers(Row<NumberEntry>[] rows) => Named(
        "number-insert", Of(rows, row => row.Number), Of(rows, row => row.Entry.Parameter), Of(rows, row => row.Entry.Low.Text),
        Of(rows, row => row.Entry.High.Text), Of(rows, row => row.Entry.Item));

    private SqlStatement Quantities(Row<QuantityEntry>[] rows) => Named(
        "quantity-insert", Of(rows, row => row.Number), Of(rows, row => row.Entry.Parameter), Of(rows, row => row.Entry.Low.Text),
        Of(rows, row => row.Entry.High.Text), Of(rows, row => (short)row.Entry.Kind), Of(rows, row => systems[row.Entry.System]),
        Of(rows, row => BoundedText.Of(row.Entry.Unit)), Of(rows, row => row.Entry.Item));

    private static SqlStatement Uris(Row<UriEntry>[] rows) => Named(
        "uri-insert", Of(rows, row => row.Number), Of(rows, row => row.Entry.Parameter), Of(rows, row => row.Ordinal),
        Of(rows, row => row.Entry.Value), Of(rows, row => row.Entry.Item));

    private static SqlStatement Words(Row<WordsEntry>[] rows) => Named(
        "words-insert", Of(rows, row => row.Number), Of(rows, row => row.Entry.Parameter), Of(rows, row => row.Ordinal),
        Of(rows, row => row.Entry.Words));

    private static SqlStatement Positions(Row<PositionEntry>[] rows) => Named(
        "position-insert", Of(rows, row => row.Number), Of(rows, row => row.Entry.Parameter), Of(rows, row => row.Ordinal),
        Of(rows, row => row.Entry.Latitude), Of(rows, row => row.Entry.Longitude));

    private static Row<T>[] Rows<T>(IReadOnlyList<(long Number, IndexEntries Entries)> resources, Func<IndexEntries, IReadOnlyList<T>> list)
        => [.. resources.SelectMany(resource => list(resource.Entries).Select((entry, ordinal) => new Row<T>(resource.Number, ordinal, entry)))];

    private static TColumn[] Of<T, TColumn>(Row<T>[] rows, Func<Row<T>, TColumn> column) => Array.ConvertAll(rows, row => column(row));

    private static SqlStatement Named(string name, params object[] values) => new(PostgreSqlDialect.Instance.Texts.Query(name), values);

    private readonly record struct Row<T>(long Number, int Ordinal, T Entry);
}
