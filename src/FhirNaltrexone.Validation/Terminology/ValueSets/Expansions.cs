using System.Text.Json;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Validation.Terminology.ValueSets;

/// <summary>Makes what clients see of the members of a value set.</summary>
internal static class Expansions
{
    private const int Unprocessable = 422;
    private const int MaxDepth = 40;

    /// <summary>Chooses, pages and nests.</summary>
    public static Result<Expansion> Of(ValueSetContent set, Expander expander, ExpansionRequest request)
    {
        var members = expander.Expand(set);
        if (!members.IsKnown)
            return new Refusal(Unprocessable, expander.IsTooCostly ? IssueCodes.TooCostly : IssueCodes.NotSupported, members.Problem);
        var chosen = Chosen(members.Value!, request);
        var isWhole = request is { Filter: null, Offset: null, Count: null };
        IReadOnlyList<ExpandedCode> codes = request.IsNested && isWhole
            ? Nest(chosen)
            : [.. chosen.Skip(request.Offset ?? 0).Take(request.Count ?? int.MaxValue).Select(member => Code(member, []))];
        return new Expansion(set.Source, chosen.Count, codes);
    }

    private static List<Member> Chosen(IReadOnlyList<Member> members, ExpansionRequest request)
    {
        var words = request.Filter?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
        return [.. members.Where(member =>
            !(request.IsActiveOnly && member.IsInactive) && !(request.IsWithoutAbstract && member.IsAbstract) && Array.TrueForAll(words, word => Has(member, word)))];
    }

    private static bool Has(Member member, string word) => member.Displays().Prepend(member.Code).Any(text => StartsAWord(text, word));

    private static bool StartsAWord(string text, string word)
    {
        for (var index = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); index >= 0; index = text.IndexOf(word, index + 1, StringComparison.OrdinalIgnoreCase))
        {
            if (index == 0 || !char.IsLetterOrDigit(text[index - 1])) return true;
        }

        return false;
    }

    /// <summary>Puts each code below the first code above it that is here; codes of circles, and those too deep, come at the top.</summary>
    private static List<ExpandedCode> Nest(List<Member> members)
    {
        var byKey = members.ToDictionary(member => (member.System, member.Code));
        var children = members.ToLookup(member => ParentOf(member, byKey));
        var done = new HashSet<Member>();
        var top = children[null].Select(member => Below(member, children, done, MaxDepth)).ToList();
        top.AddRange(members.Where(member => !done.Contains(member)).Select(member => Below(member, children, done, MaxDepth)));
        return top;
    }

    private static Member? ParentOf(Member member, Dictionary<(string System, string Code), Member> members)
        => member.Concept?.Parents.Select(parent => members.GetValueOrDefault((member.System, parent.Code))).FirstOrDefault(parent => parent is not null);

    private static ExpandedCode Below(Member member, ILookup<Member?, Member> children, HashSet<Member> done, int depth)
    {
        done.Add(member);
        if (depth == 0) return Code(member, []);
        return Code(member, [.. children[member].Where(child => !done.Contains(child)).Select(child => Below(child, children, done, depth - 1))]);
    }

    private static ExpandedCode Code(Member member, IReadOnlyList<ExpandedCode> below) => new(member.System, member.Version, member.Code, member.Display)
    {
        IsAbstract = member.IsAbstract,
        IsInactive = member.IsInactive,
        Designations = [.. Designations(member)],
        Contains = below,
    };

    private static IEnumerable<JsonElement> Designations(Member member)
        => (member.Listed?.Source.Items("designation") ?? []).Concat(member.Concept?.Source.Items("designation") ?? []);
}
