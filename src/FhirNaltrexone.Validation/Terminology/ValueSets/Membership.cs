using FhirNaltrexone.Validation.Terminology.CodeSystems;

namespace FhirNaltrexone.Validation.Terminology.ValueSets;

/// <summary>
/// Finds out whether one code is in value sets, without expanding them: so a set may be too large or its systems too little known to be listed, and
/// the answer for a code be known all the same. One object answers for one code.
/// </summary>
/// <param name="sets">Finds value sets.</param>
/// <param name="systems">Finds code systems.</param>
/// <param name="system">System of the code; null for any.</param>
/// <param name="code">The code.</param>
internal sealed class Membership(ValueSetCatalogue sets, CodeSystemCatalogue systems, string? system, string code)
{
    private const int MaxDepth = 64;

    private static readonly Answer<Member?> No = new(null);

    private Dictionary<ValueSetContent, Answer<Member?>>? _done;
    private int _depth;

    /// <summary>The member of the set that the code is; null when it is none.</summary>
    public Answer<Member?> In(ValueSetContent set)
    {
        if (!set.HasImports) return Evaluate(set);
        _done ??= [];
        if (_done.TryGetValue(set, out var done)) return done;
        if (_depth == MaxDepth) return Unknown("Value sets draw on each other too deeply.");
        _depth++;
        _done[set] = Unknown($"{set.Name} contains itself.");
        var answer = Evaluate(set);
        _depth--;
        return _done[set] = answer;
    }

    private Answer<Member?> Evaluate(ValueSetContent set)
    {
        var composed = Compose(set);
        return composed.IsKnown || set.Expanded is not { } expanded ? composed : Compose(expanded);
    }

    private Answer<Member?> Compose(ValueSetContent set)
    {
        var included = Any(set.Includes);
        if (included is { IsKnown: true, Value: null } || set.Excludes.Count == 0) return Use(set, included);
        var excluded = Any(set.Excludes);
        if (excluded.Value is not null) return No;
        return excluded.IsKnown ? Use(set, included) : excluded;
    }

    private static Answer<Member?> Use(ValueSetContent set, Answer<Member?> included)
        => set.IsWithoutInactive && included.Value?.IsInactive == true ? No : included;

    /// <summary>What the first part says that has the code; or else one that does not know.</summary>
    private Answer<Member?> Any(IReadOnlyList<ValueSetPart> parts)
    {
        var result = No;
        foreach (var part in parts)
        {
            var answer = Of(part);
            if (answer.Value is not null) return answer;
            if (!answer.IsKnown) result = answer;
        }

        return result;
    }

    /// <summary>What a part says: no, when one of its conditions says so; or else unknown, when one does not know.</summary>
    private Answer<Member?> Of(ValueSetPart part)
    {
        if (part.Problem is not null) return Unknown(part.Problem);
        var result = part.System is null ? No : InSystem(part, part.System);
        if (part.System is not null && result is { IsKnown: true, Value: null }) return No;
        foreach (var url in part.ValueSets)
        {
            var nested = sets.Find(url) is { } set ? In(set) : Unknown($"The value set '{url}' is not known here.");
            if (nested is { IsKnown: true, Value: null } || IsOther(result.Value, nested.Value)) return No;
            if (result.IsKnown && (result.Value is null || !nested.IsKnown)) result = nested;
        }

        return result;
    }

    /// <summary>Without a system asked for, a code may have been found in two systems; it is then not the same.</summary>
    private static bool IsOther(Member? one, Member? other) => one is not null && other is not null && one.System != other.System;

    private Answer<Member?> InSystem(ValueSetPart part, string url)
    {
        if (system is not null && system != url) return No;
        var content = part.Content(systems);
        if (part.Codes is { } codes) return codes.Find(code, content.IgnoresCase) is { } listed ? MemberOf(content, listed) : No;
        var found = content.Find(code);
        if (found.Value is not { } concept) return found.IsKnown ? No : Unknown(found.Problem);
        var passes = part.Passes(content, concept);
        if (!passes.IsKnown) return Unknown(passes.Problem);
        return passes.Value ? new(new Member(content, concept)) : No;
    }

    private static Answer<Member?> MemberOf(ICodeSystem content, ListedCode listed) => new(CodeSystemCatalogue.Member(content, listed));

    private static Answer<Member?> Unknown(string problem) => Answer<Member?>.Unknown(problem);
}
