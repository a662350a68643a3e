using System.Globalization;
using System.Text.Json;
using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Search.Parameters;

namespace FhirNaltrexone.Storage.Tests.Indexing;

/// <summary>Entries of one resource, readable: one text for each entry of a name.</summary>
internal sealed class Extracted(IndexEntries entries, string type)
{
    private static readonly IndexExtractor Extractor = new(SearchParameterSet.Core, new IndexingOptions { Bases = ["https://ours.example.org/fhir", "http://localhost:5080/fhir/"] });

    public IndexEntries Entries => entries;

    public static Extracted From(string json) => From(json, Extractor);

    public static Extracted From(string json, IndexExtractor extractor)
    {
        using var document = JsonDocument.Parse(json);
        var type = document.RootElement.GetProperty("resourceType").GetString()!;
        return new(extractor.Extract(type, document.RootElement), type);
    }

    /// <summary>A resource of a type with the members given.</summary>
    public static Extracted Of(string type, string members) => From($$"""{"resourceType":"{{type}}",{{members}}}""");

    public string[] Tokens(string code) => [.. entries.Tokens.Where(entry => entry.Parameter == Key(code)).Select(entry => Of(entry.Item, $"{entry.System}|{entry.Code}"))];

    public string[] Strings(string code) => [.. entries.Strings.Where(entry => entry.Parameter == Key(code)).Select(entry => Of(entry.Item, $"{entry.Folded} ({entry.Exact})"))];

    public string[] References(string code) => [.. entries.References.Where(entry => entry.Parameter == Key(code)).Select(entry => Of(
        entry.Item,
        $"{(entry.TargetType is null ? "" : entry.TargetType + "/")}{entry.TargetId}{(entry.TargetVersion is null ? "" : $" v{entry.TargetVersion}")}{(entry.TargetCanonicalVersion is null ? "" : $" |{entry.TargetCanonicalVersion}")}"))];

    public string[] Dates(string code) => [.. entries.Dates.Where(entry => entry.Parameter == Key(code)).Select(entry => Of(entry.Item, $"{Instant(entry.From)} {Instant(entry.To)}"))];

    public string[] Quantities(string code) => [.. entries.Quantities.Where(entry => entry.Parameter == Key(code)).Select(entry => Of(
        entry.Item, $"{entry.Kind} {Number(entry.Low)}..{Number(entry.High)} {entry.System}|{entry.Unit}"))];

    public string[] Numbers(string code) => [.. entries.Numbers.Where(entry => entry.Parameter == Key(code)).Select(entry => Of(entry.Item, $"{Number(entry.Low)}..{Number(entry.High)}"))];

    public string[] Uris(string code) => [.. entries.Uris.Where(entry => entry.Parameter == Key(code)).Select(entry => entry.Value)];

    public string? Words(string code) => entries.Words.Where(entry => entry.Parameter == Key(code)).Select(entry => entry.Words).SingleOrDefault();

    public bool IsMarkedPresent(string code) => Tokens(code + ":present") is ["|present"];

    private static string Of(short item, string text) => item == 0 ? text : $"{item}: {text}";

    /// <summary>The sortable text is undone by search: decimals of tests are few.</summary>
    private static string Number(SortableDecimal value)
    {
        if (value == SortableDecimal.Least) return "-∞";
        if (value == SortableDecimal.Greatest) return "∞";
        var text = value.Text;
        if (text == "1") return "0";
        var isNegative = text[0] == '0';
        if (isNegative) text = string.Concat(text[1..^1].Select(digit => (char)('0' + ('9' - digit))).Prepend('2'));
        var digits = decimal.Parse("0." + text[3..], CultureInfo.InvariantCulture);
        for (var exponent = int.Parse(text[1..3], CultureInfo.InvariantCulture) - 40; exponent != 0; exponent -= Math.Sign(exponent)) digits = exponent > 0 ? digits * 10 : digits / 10;
        return (isNegative ? -digits : digits).ToString("G29", CultureInfo.InvariantCulture);
    }

    private static string Instant(long milliseconds) => milliseconds switch
    {
        long.MinValue => "-∞",
        long.MaxValue => "∞",
        _ => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).ToString("yyyy-MM-ddTHH:mm:ss.FFF", CultureInfo.InvariantCulture),
    };

    private int Key(string code) => ParameterKey.Of(type, code);
}
