using System.Globalization;
using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Search.Parameters;

namespace FhirNaltrexone.Storage.Tests.Search.Requests;

/// <summary>Index entries written by hand, under the names of the parameters of one type.</summary>
internal sealed class Entries(string type)
{
    private readonly List<TokenEntry> _tokens = [];
    private readonly List<StringEntry> _strings = [];
    private readonly List<ReferenceEntry> _references = [];
    private readonly List<DateEntry> _dates = [];
    private readonly List<NumberEntry> _numbers = [];
    private readonly List<QuantityEntry> _quantities = [];
    private readonly List<UriEntry> _uris = [];
    private readonly List<WordsEntry> _words = [];
    private readonly List<PositionEntry> _positions = [];

    public string Type => type;

    public Entries Token(string code, string value, string system = "", short item = 0)
    {
        _tokens.Add(new TokenEntry(Key(code), value.ToLowerInvariant(), system, item));
        return this;
    }

    public Entries String(string code, string text, short item = 0)
    {
        _strings.Add(new StringEntry(Key(code), TextFolding.Fold(text), text, item));
        return this;
    }

    /// <summary>A reference to <c>Type/id</c>, <c>Type/id/_history/version</c> or, with a colon, a URL.</summary>
    public Entries Reference(string code, string target, string? canonicalVersion = null)
    {
        var parts = target.Split('/');
        _references.Add(target.Contains(':')
            ? new ReferenceEntry(Key(code), null, target, null, canonicalVersion)
            : new ReferenceEntry(Key(code), parts[0], parts[1], parts.Length > 2 ? int.Parse(parts[3], CultureInfo.InvariantCulture) : null));
        return this;
    }

    /// <summary>A span of time; null for an open end.</summary>
    public Entries Date(string code, string? from, string? to, short item = 0)
    {
        _dates.Add(new DateEntry(Key(code), from is null ? long.MinValue : Instant(from), to is null ? long.MaxValue : Instant(to), item));
        return this;
    }

    public Entries Number(string code, decimal value)
    {
        _numbers.Add(new NumberEntry(Key(code), SortableDecimal.From(value), SortableDecimal.From(value)));
        return this;
    }

    public Entries Quantity(string code, decimal value, QuantityUnit kind, string system, string unit, short item = 0)
    {
        _quantities.Add(new QuantityEntry(Key(code), SortableDecimal.From(value), SortableDecimal.From(value), kind, system, unit, item));
        return this;
    }

    public Entries Uri(string code, string value)
    {
        _uris.Add(new UriEntry(Key(code), value));
        return this;
    }

    public Entries Words(string code, string words)
    {
        _words.Add(new WordsEntry(Key(code), words));
        return this;
    }

    public Entries Position(string code, double latitude, double longitude)
    {
        _positions.Add(new PositionEntry(Key(code), latitude, longitude));
        return this;
    }

    public IndexEntries Build() => new()
    {
        Tokens = _tokens,
        Strings = _strings,
        References = _references,
        Dates = _dates,
        Numbers = _numbers,
        Quantities = _quantities,
        Uris = _uris,
        Words = _words,
        Positions = _positions,
    };

    private static long Instant(string utc)
        => DateTimeOffset.Parse(utc, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).ToUnixTimeMilliseconds();

    private int Key(string code) => ParameterKey.Of(type, code);
}
