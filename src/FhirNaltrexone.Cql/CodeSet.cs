using System.Collections.Frozen;
using System.Runtime.InteropServices;
using System.Text.Json;
using FhirNaltrexone.Cql.Data;

namespace FhirNaltrexone.Cql;

/// <summary>The members of a value set, for membership tests that allocate nothing. Immutable and thread-safe.</summary>
public sealed class CodeSet
{
    private readonly FrozenDictionary<string, string?[]> _systemsByCode;
    private readonly FrozenDictionary<string, string?[]>.AlternateLookup<ReadOnlySpan<char>> _bySpan;

    /// <summary>Makes a set; codes without a code are left out, duplicates count once.</summary>
    public CodeSet(IEnumerable<CqlCode> codes)
    {
        Codes = [.. codes.Where(code => code.Code is not null).DistinctBy(code => (code.System, code.Code))];
        _systemsByCode = Codes.GroupBy(code => code.Code!, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.Select(code => code.System).ToArray(), StringComparer.Ordinal);
        _bySpan = _systemsByCode.GetAlternateLookup<ReadOnlySpan<char>>();
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

    /// <summary>Membership of a FHIR <c>Coding</c> straight from its JSON.</summary>
    internal bool Contains(JsonElement coding)
    {
        if (!coding.TryGetProperty("code"u8, out var code) || Systems(code) is not { } systems) return false;
        var known = coding.TryGetProperty("system"u8, out var system) && system.ValueKind == JsonValueKind.String;
        foreach (var candidate in systems)
        {
            if (known ? candidate is not null && Json.ValueEquals(system, candidate) : candidate is null) return true;
        }

        return false;
    }

    /// <summary>Membership of a FHIR <c>code</c>, which names no system.</summary>
    internal bool ContainsCode(JsonElement code) => Systems(code) is not null;

    private string?[]? Systems(JsonElement code)
    {
        if (code.ValueKind != JsonValueKind.String) return null;
        var raw = JsonMarshal.GetRawUtf8Value(code)[1..^1];
        if (raw.Length > 128 || raw.Contains((byte)'\\')) return Json.Text(code) is { } text ? _systemsByCode.GetValueOrDefault(text) : null;
        Span<char> characters = stackalloc char[128];
        return System.Text.Encoding.UTF8.TryGetChars(raw, characters, out var length) && _bySpan.TryGetValue(characters[..length], out var systems)
            ? systems
            : null;
    }
}
