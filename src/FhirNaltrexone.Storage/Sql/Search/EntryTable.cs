using FhirNaltrexone.Storage.Search.Expressions;

namespace FhirNaltrexone.Storage.Sql.Search;

/// <summary>Table of a kind of index entries, and the column results are sorted by.</summary>
/// <param name="Name">Table.</param>
/// <param name="SortColumn">Column; empty where nothing can be sorted by.</param>
/// <param name="IsSortedByNumber">Whether the column holds integers.</param>
internal sealed record EntryTable(string Name, string SortColumn, bool IsSortedByNumber = false)
{
    private static readonly EntryTable[] Tables =
    [
        new("token_entry", "code"), new("string_entry", "folded"), new("reference_entry", "target_id"),
        new("date_entry", "low", IsSortedByNumber: true), new("number_entry", "low"), new("quantity_entry", "low"),
        new("uri_entry", "value"), new("words_entry", string.Empty), new("position_entry", string.Empty),
    ];

    /// <summary>Names of all tables.</summary>
    public static IEnumerable<string> Names => Tables.Select(table => table.Name);

    public static EntryTable Of(EntryKind kind) => Tables[(int)kind];

    public static EntryTable Of(ValueTest test) => Of(test switch
    {
        AnyValue any => any.Kind,
        TokenTest => EntryKind.Token,
        StringTest => EntryKind.String,
        ReferenceTest or OtherReferenceTest => EntryKind.Reference,
        DateTest => EntryKind.Date,
        NumberTest => EntryKind.Number,
        QuantityTest => EntryKind.Quantity,
        UriTest => EntryKind.Uri,
        WordsTest => EntryKind.Words,
        NearTest => EntryKind.Position,
        _ => throw new ArgumentOutOfRangeException(nameof(test)),
    });
}
