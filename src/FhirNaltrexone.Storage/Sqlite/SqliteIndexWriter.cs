using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Sql;
using FhirNaltrexone.Validation.Model;

namespace FhirNaltrexone.Storage.Sqlite;

/// <summary>Writes the index entries of resources.</summary>
internal sealed class SqliteIndexWriter(SqliteWriteScope scope)
{
    private static readonly string[] Kinds = ["token", "string", "reference", "date", "number", "quantity", "uri", "words", "position"];

    private readonly SqliteSession _session = scope.Session;

    /// <summary>Removes all entries of a resource.</summary>
    public void Delete(long number)
    {
        foreach (var kind in Kinds) _session.Named($"{kind}-delete").Bind(1, number).Run();
    }

    /// <summary>Removes all entries of several resources: for each kind one look, where most have none.</summary>
    public void Delete(IReadOnlyCollection<long> numbers)
    {
        var array = $"[{string.Join(',', numbers)}]";
        foreach (var kind in Kinds) _session.Composed($"delete from {kind}_entry where number in (select value from json_each($1))").Bind(1, array).Run();
    }

    /// <summary>Adds the entries of a resource that has none.</summary>
    public void Insert(long number, IndexEntries entries)
    {
        if (entries.Tokens.Count > 0) Tokens(number, entries.Tokens);
        if (entries.Strings.Count > 0) Strings(number, entries.Strings);
        if (entries.References.Count > 0) References(number, entries.References);
        if (entries.Dates.Count > 0) Dates(number, entries.Dates);
        if (entries.Numbers.Count > 0) Numbers(number, entries.Numbers);
        if (entries.Quantities.Count > 0) Quantities(number, entries.Quantities);
        if (entries.Uris.Count > 0) Uris(number, entries.Uris);
        if (entries.Words.Count > 0) Words(number, entries.Words);
        if (entries.Positions.Count > 0) Positions(number, entries.Positions);
    }

    private void Tokens(long number, IReadOnlyList<TokenEntry> entries)
    {
        var insert = _session.Named("token-insert");
        foreach (var entry in entries)
        {
            insert.Bind(1, number).Bind(2, (long)entry.Parameter).Bind(3, BoundedText.Of(entry.Code))
                .Bind(4, (long)scope.SystemOf(entry.System)).Bind(5, (long)entry.Item).Run();
        }
    }

    private void Strings(long number, IReadOnlyList<StringEntry> entries)
    {
        var insert = _session.Named("string-insert");
        for (var ordinal = 0; ordinal < entries.Count; ordinal++)
        {
            var entry = entries[ordinal];
            insert.Bind(1, number).Bind(2, (long)entry.Parameter).Bind(3, (long)ordinal)
                .Bind(4, entry.Folded).Bind(5, entry.Exact).Bind(6, (long)entry.Item).Run();
        }
    }

    private void References(long number, IReadOnlyList<ReferenceEntry> entries)
    {
        var insert = _session.Named("reference-insert");
        for (var ordinal = 0; ordinal < entries.Count; ordinal++)
        {
            var entry = entries[ordinal];
            insert.Bind(1, number).Bind(2, (long)entry.Parameter).Bind(3, (long)ordinal)
                .Bind(4, entry.TargetType is null ? 0L : ResourceTypes.Number(entry.TargetType)).Bind(5, BoundedText.Of(entry.TargetId))
                .Bind(6, entry.TargetVersion).Bind(7, entry.TargetCanonicalVersion).Bind(8, (long)entry.Item).Run();
        }
    }

    private void Dates(long number, IReadOnlyList<DateEntry> entries)
    {
        var insert = _session.Named("date-insert");
        foreach (var entry in entries)
        {
            insert.Bind(1, number).Bind(2, (long)entry.Parameter).Bind(3, entry.From).Bind(4, entry.To).Bind(5, (long)entry.Item).Run();
        }
    }

    private void Numbers(long number, IReadOnlyList<NumberEntry> entries)
    {
        var insert = _session.Named("number-insert");
        foreach (var entry in entries)
        {
            insert.Bind(1, number).Bind(2, (long)entry.Parameter).Bind(3, entry.Low.Text).Bind(4, entry.High.Text).Bind(5, (long)entry.Item).Run();
        }
    }

    private void Quantities(long number, IReadOnlyList<QuantityEntry> entries)
    {
        var insert = _session.Named("quantity-insert");
        foreach (var entry in entries)
        {
            insert.Bind(1, number).Bind(2, (long)entry.Parameter).Bind(3, entry.Low.Text).Bind(4, entry.High.Text).Bind(5, (long)entry.Kind)
                .Bind(6, (long)scope.SystemOf(entry.System)).Bind(7, BoundedText.Of(entry.Unit)).Bind(8, (long)entry.Item).Run();
        }
    }

    private void Uris(long number, IReadOnlyList<UriEntry> entries)
    {
        var insert = _session.Named("uri-insert");
        for (var ordinal = 0; ordinal < entries.Count; ordinal++)
        {
            var entry = entries[ordinal];
            insert.Bind(1, number).Bind(2, (long)entry.Parameter).Bind(3, (long)ordinal).Bind(4, entry.Value).Bind(5, (long)entry.Item).Run();
        }
    }

    private void Words(long number, IReadOnlyList<WordsEntry> entries)
    {
        var insert = _session.Named("words-insert");
        for (var ordinal = 0; ordinal < entries.Count; ordinal++)
        {
            insert.Bind(1, number).Bind(2, (long)entries[ordinal].Parameter).Bind(3, (long)ordinal).Bind(4, entries[ordinal].Words).Run();
        }
    }

    private void Positions(long number, IReadOnlyList<PositionEntry> entries)
    {
        var insert = _session.Named("position-insert");
        for (var ordinal = 0; ordinal < entries.Count; ordinal++)
        {
            var entry = entries[ordinal];
            insert.Bind(1, number).Bind(2, (long)entry.Parameter).Bind(3, (long)ordinal)
                .Bind(4, entry.Latitude).Bind(5, entry.Longitude).Run();
        }
    }
}
