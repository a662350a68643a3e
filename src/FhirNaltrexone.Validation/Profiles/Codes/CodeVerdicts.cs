using System.Collections.Concurrent;
using System.Text.Json;
using FhirNaltrexone.Validation.Terminology;

namespace FhirNaltrexone.Validation.Profiles.Codes;

/// <summary>
/// Asks the terminology, and remembers codes that are right: resources name the same few codes again and again. It remembers a limited number, and
/// nothing that is wrong, so that clients cannot make it grow. Thread-safe.
/// </summary>
/// <param name="terminology">Knows codes.</param>
internal sealed class CodeVerdicts(TerminologyService terminology)
{
    private const int Most = 8_192;

    private static readonly CodeCheck Right = new(CodeVerdict.Yes);

    private readonly ConcurrentDictionary<(string Place, CodeQuestion Code), bool> _right = new();
    private int _count;

    /// <summary>Whether a code is in a value set.</summary>
    /// <param name="valueSet">Canonical of the value set.</param>
    /// <param name="code">The code.</param>
    public CodeCheck In(string valueSet, CodeQuestion code)
        => _right.ContainsKey((valueSet, code)) ? Right : Remember(valueSet, code, terminology.Validate(valueSet, code));

    /// <summary>Whether a code is in a value set that stands in a resource of its own, such as a contained one.</summary>
    /// <param name="valueSet">The ValueSet.</param>
    /// <param name="code">The code.</param>
    public CodeCheck In(JsonElement valueSet, CodeQuestion code) => terminology.Validate(valueSet, code);

    /// <summary>Whether a code is in its system, and its display is one of the code's. Of systems that are not here only codes that value sets name are known.</summary>
    /// <param name="code">The code; its system must be given.</param>
    public CodeCheck InSystem(CodeQuestion code)
        => _right.ContainsKey((string.Empty, code)) ? Right : Remember(string.Empty, code, terminology.ValidateInSystem(code));

    /// <summary>Whether a code is the same as another one or above it; those of different systems never are. Null when that cannot be told.</summary>
    public bool? Subsumes(CodeQuestion upper, CodeQuestion lower)
    {
        if (upper.System is not { Length: > 0 } system || lower.System is not { Length: > 0 } other) return null;
        if (system != other) return false;
        if (upper.Code == lower.Code) return true;
        return terminology.Subsumes(system, upper.Code, lower.Code, upper.Version).Value is { } relation ? relation is "subsumes" or "equivalent" : null;
    }

    private CodeCheck Remember(string place, CodeQuestion code, CodeCheck check)
    {
        if (check is { Verdict: CodeVerdict.Yes, IsDisplayWrong: false } && _count < Most && _right.TryAdd((place, code), true)) Interlocked.Increment(ref _count);
        return check;
    }
}
