using System.Text.Json;
using FhirNaltrexone.Storage.Indexing.Paths;

namespace FhirNaltrexone.Storage.Indexing;

/// <summary>One extraction at work: gathers the entries of a resource, for the parameter whose keys are set.</summary>
internal sealed class Extraction(IndexingOptions options, PathContext context)
{
    private readonly DistinctList<TokenEntry> _tokens = new();
    private readonly DistinctList<StringEntry> _strings = new();
    private readonly DistinctList<ReferenceEntry> _references = new();
    private readonly DistinctList<DateEntry> _dates = new();
    private readonly DistinctList<NumberEntry> _numbers = new();
    private readonly DistinctList<QuantityEntry> _quantities = new();
    private readonly DistinctList<UriEntry> _uris = new();
    private readonly DistinctList<PositionEntry> _positions = new();
    private readonly List<WordsEntry> _words = [];
    private int _derived;

    public IndexingOptions Options => options;

    public PathContext Context => context;

    public EntryKeys Keys { get; private set; } = new(0);

    public short Item { get; private set; }

    /// <summary>Contained resources, by id, that references of the parameter at hand point to.</summary>
    public Dictionary<string, JsonElement> ContainedFound { get; } = new(StringComparer.Ordinal);

    /// <summary>Number of entries so far.</summary>
    public int Count => _tokens.Count + _strings.Count + _references.Count + _dates.Count + _numbers.Count + _quantities.Count + _uris.Count + _positions.Count;

    /// <summary>Number of entries under the parameters' own keys, without derived ones.</summary>
    public int MainCount => Count - _derived;

    public bool IsOverLimit => Count > options.EntryLimit;

    /// <summary>What is added from now on belongs to these keys.</summary>
    public void Begin(EntryKeys keys, short item = 0)
    {
        (Keys, Item) = (keys, item);
        _tokens.Begin();
        _strings.Begin();
        _references.Begin();
        _dates.Begin();
        _numbers.Begin();
        _quantities.Begin();
        _uris.Begin();
        _positions.Begin();
    }

    public void Token(string? code, string? system)
    {
        if (code is null && system is null) return;
        _tokens.Add(new(Keys.Main, code is null ? "" : IndexText.Token(code), system is null ? "" : IndexText.Uri(system), Item));
    }

    public void OfType(string code, string system) => Derived(Keys.OfType, code, system);

    public void Identifier(string? value, string? system)
    {
        if (value is not null || system is not null) Derived(Keys.Identifier, value ?? "", system ?? "");
    }

    public void Present() => Derived(Keys.Present, "present", "");

    /// <summary>The text that goes with a code or reference.</summary>
    public void Text(string? text)
    {
        if (text is null || Keys.Text is not { } key) return;
        var before = _strings.Count;
        _strings.Add(new(key, IndexText.Folded(text), IndexText.Exact(text), Item));
        _derived += _strings.Count - before;
    }

    public void String(string? text)
    {
        if (text is not null) _strings.Add(new(Keys.Main, IndexText.Folded(text), IndexText.Exact(text), Item));
    }

    /// <summary>A later part of a text, found by its own beginning; <c>:exact</c> still means the whole.</summary>
    public void Part(string part, string whole) => _strings.Add(new(Keys.Main, IndexText.Folded(part), IndexText.Exact(whole), Item));

    public void Reference(ReferenceTarget target) => _references.Add(new(Keys.Main, target.Type, target.Id, target.Version, null, Item));

    public void Canonical(string url, string? version) => _references.Add(new(Keys.Main, null, IndexText.Uri(url), null, version is null ? null : IndexText.Token(version), Item));

    public void Date(long from, long to) => _dates.Add(new(Keys.Main, from, Math.Max(from, to), Item));

    public void Number(decimal low, decimal high) => _numbers.Add(new(Keys.Main, SortableDecimal.From(low), SortableDecimal.From(high), Item));

    public void NumberFrom(decimal? low, decimal? high) => _numbers.Add(new(
        Keys.Main,
        low is { } from ? SortableDecimal.From(from) : SortableDecimal.Least,
        high is { } to ? SortableDecimal.From(to) : SortableDecimal.Greatest,
        Item));

    public void Quantity(SortableDecimal low, SortableDecimal high, QuantityUnit kind, string system, string unit)
        => _quantities.Add(new(Keys.Main, low, high, kind, IndexText.Uri(system), IndexText.Exact(unit), Item));

    public void Uri(string uri) => _uris.Add(new(Keys.Main, IndexText.Uri(uri), Item));

    public void Position(double latitude, double longitude) => _positions.Add(new(Keys.Main, latitude, longitude));

    public void Words(int key, string words) => _words.Add(new(key, words));

    public void Contained(string id, JsonElement resource) => ContainedFound.TryAdd(id, resource);

    /// <summary>Where the lists end now, for <see cref="Undo"/>.</summary>
    public int[] Mark() => [_tokens.Count, _strings.Count, _references.Count, _dates.Count, _numbers.Count, _quantities.Count, _uris.Count];

    /// <summary>Takes back what was added since.</summary>
    public void Undo(int[] mark)
    {
        _tokens.CutTo(mark[0]);
        _strings.CutTo(mark[1]);
        _references.CutTo(mark[2]);
        _dates.CutTo(mark[3]);
        _numbers.CutTo(mark[4]);
        _quantities.CutTo(mark[5]);
        _uris.CutTo(mark[6]);
    }

    public IndexEntries Entries() => new()
    {
        Tokens = _tokens.All,
        Strings = _strings.All,
        References = _references.All,
        Dates = _dates.All,
        Numbers = _numbers.All,
        Quantities = _quantities.All,
        Uris = _uris.All,
        Words = _words,
        Positions = _positions.All,
        IsOverLimit = IsOverLimit,
    };

    private void Derived(int? key, string code, string system)
    {
        if (key is not { } known) return;
        var before = _tokens.Count;
        _tokens.Add(new(known, IndexText.Token(code), IndexText.Uri(system), Item));
        _derived += _tokens.Count - before;
    }
}
