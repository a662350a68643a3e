using FhirNaltrexone.Validation.Terminology.CodeSystems;

namespace FhirNaltrexone.Validation.Terminology.ValueSets;

/// <summary>Lists all members of value sets (FHIR R4, ValueSet.compose). One object for one call.</summary>
/// <param name="sets">Finds value sets.</param>
/// <param name="systems">Finds code systems.</param>
/// <param name="limit">Most members of a set.</param>
internal sealed class Expander(ValueSetCatalogue sets, CodeSystemCatalogue systems, int limit)
{
    private const int MaxDepth = 64;

    private readonly HashSet<ValueSetContent> _open = [];

    /// <summary>Whether a set has more members than are listed.</summary>
    public bool IsTooCostly { get; private set; }

    /// <summary>The members in their order, each once; or why they cannot be listed. Kept in the set for the next time.</summary>
    public Answer<IReadOnlyList<Member>> Expand(ValueSetContent set)
    {
        if (set.Members is { } known) return known.Value?.Count > limit ? TooCostly(set) : known;
        if (_open.Count == MaxDepth) return Unknown("Value sets draw on each other too deeply.");
        if (!_open.Add(set)) return Unknown($"{set.Name} contains itself.");
        var members = Compose(set);
        if (!members.IsKnown && !IsTooCostly && set.Expanded is { } expanded) members = Compose(expanded);
        _open.Remove(set);

        // What failed for being asked from within another set may do when asked alone.
        if (members.IsKnown || (_open.Count == 0 && !IsTooCostly)) set.Members = members;
        return members;
    }

    private Answer<IReadOnlyList<Member>> Compose(ValueSetContent set)
    {
        var members = new Dictionary<(string System, string Code), Member>();
        foreach (var part in set.Includes)
        {
            var included = Part(part);
            if (!included.IsKnown) return included;
            foreach (var member in included.Value!.Where(member => !set.IsWithoutInactive || !member.IsInactive)) members.TryAdd(Key(member), member);
            if (members.Count > limit) return TooCostly(set);
        }

        foreach (var part in set.Excludes)
        {
            var excluded = Part(part);
            if (!excluded.IsKnown) return excluded;
            foreach (var member in excluded.Value!) members.Remove(Key(member));
        }

        return new([.. members.Values]);
    }

    private Answer<IReadOnlyList<Member>> TooCostly(ValueSetContent set)
    {
        IsTooCostly = true;
        return Unknown($"{set.Name} has more than {limit} codes.");
    }

    private Answer<IReadOnlyList<Member>> Part(ValueSetPart part)
    {
        if (part.Problem is not null) return Unknown(part.Problem);
        var members = part.System is null ? default(Answer<IReadOnlyList<Member>>?) : OfSystem(part, part.Content(systems));
        foreach (var url in part.ValueSets)
        {
            if (members is { IsKnown: false }) break;
            var nested = sets.Find(url) is { } set ? Expand(set) : Unknown($"The value set '{url}' is not known here.");
            members = members is { } other && nested.IsKnown ? Both(other.Value!, nested.Value!) : nested;
        }

        return members!.Value;
    }

    private static Answer<IReadOnlyList<Member>> Both(IReadOnlyList<Member> one, IReadOnlyList<Member> other)
    {
        var keys = other.Select(Key).ToHashSet();
        return new([.. one.Where(member => keys.Contains(Key(member)))]);
    }

    private static Answer<IReadOnlyList<Member>> OfSystem(ValueSetPart part, ICodeSystem content)
    {
        if (part.Codes is { } codes)
            return new([.. codes.All.Select(listed => CodeSystemCatalogue.Member(content, listed)).OfType<Member>()]);
        if (!content.Concepts.IsKnown) return Unknown(content.Concepts.Problem);
        var members = new List<Member>();
        foreach (var concept in content.Concepts.Value!)
        {
            var passes = part.Passes(content, concept);
            if (!passes.IsKnown) return Unknown(passes.Problem);
            if (passes.Value) members.Add(new(content, concept));
        }

        return new(members);
    }

    private static (string System, string Code) Key(Member member) => (member.System, member.Code);

    private static Answer<IReadOnlyList<Member>> Unknown(string problem) => Answer<IReadOnlyList<Member>>.Unknown(problem);
}
