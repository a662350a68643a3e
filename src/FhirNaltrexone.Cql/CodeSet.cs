using System.Collections.Frozen;

namespace FhirNaltrexone.Cql;

/// <summary>The members of a value set, for membership tests that allocate nothing. Immutable and thread-safe.</summary>
public sealed class CodeSet
{
    private readonly FrozenDictionary<string, string?[]> _systemsByCode;

    /// <summary>Makes a set; codes without a code are left out, duplicates count once.</summary>
    public CodeSet(IEnumerable<CqlCode> codes)
    {
        Codes = [.. codes.Where(code => code.Code is not null).DistinctBy(code => (code.System, code.Code))];
        _systemsByCode = Codes.GroupBy(code => code.Code!, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.Select(code => code.System).ToArray(), StringComparer.Ordinal);
    }

    /// <summary>Number of distinct members.</summary>
    public int Count => Codes.Count;

    /// <summary>The members.</summary>
    public IReadOnlyList<CqlCode> Codes { get; }

    /// <summary>True when the code of exactly this system is a member; a code without system matches only a member without one.</summary>
    public bool Contains(string? system, string? code) =>
        code is not null && _systemsByCode.TryGetValue(code, out var systems) && Array.IndexOf(systems, system) >= 0;

    /// <summary>True when any system has this code in the set: the meaning of a bare string in a value set.</summary>
    internal bool ContainsCode(string code) => _systemsByCode.ContainsKey(code);
}
