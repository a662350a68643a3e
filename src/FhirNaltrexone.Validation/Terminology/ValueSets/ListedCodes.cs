namespace FhirNaltrexone.Validation.Terminology.ValueSets;

/// <summary>The codes that a part of a value set lists; of several entries for a code the first counts.</summary>
internal sealed class ListedCodes
{
    private readonly Dictionary<string, ListedCode> _codes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ListedCode> _anyCase = new(StringComparer.OrdinalIgnoreCase);

    public ListedCodes(IEnumerable<ListedCode> codes)
    {
        foreach (var code in codes)
        {
            if (_codes.TryAdd(code.Code, code)) _anyCase.TryAdd(code.Code, code);
        }
    }

    /// <summary>All, in their order.</summary>
    public IReadOnlyCollection<ListedCode> All => _codes.Values;

    public ListedCode? Find(string code, bool ignoresCase)
        => _codes.TryGetValue(code, out var found) || (ignoresCase && _anyCase.TryGetValue(code, out found)) ? found : null;
}
