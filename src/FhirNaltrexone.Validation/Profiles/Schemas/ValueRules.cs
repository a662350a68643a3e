using System.Text.Json;
using FhirNaltrexone.Validation.Elements;
using FhirNaltrexone.Validation.Profiles.References;
using FhirNaltrexone.Validation.Profiles.Rules;
using FhirNaltrexone.Validation.Profiles.Snapshots;
using FhirNaltrexone.Validation.Profiles.Structure;
using FhirNaltrexone.Validation.Terminology;

namespace FhirNaltrexone.Validation.Profiles.Schemas;

/// <summary>Compiles what an element of a profile says of values: types, fixed values, patterns, bounds, bindings, constraints.</summary>
/// <param name="bases">Element definitions of the types.</param>
/// <param name="rules">Compiles constraints and bindings.</param>
/// <param name="snapshots">Gives snapshots of other profiles.</param>
internal sealed class ValueRules(BaseElements bases, RuleCompiler rules, SnapshotCatalogue snapshots)
{
    /// <summary>The rules of the root of a profile.</summary>
    public IEnumerable<IElementRule> OfRoot(JsonElement element, ElementType type)
        => type.IsBackbone ? Of(element, default) : [.. Values(element, default), .. rules.Constraints(element, RuleCompiler.Identities(bases.Root(type)).ToHashSet(StringComparer.Ordinal))];

    /// <summary>The rules of another element.</summary>
    /// <param name="element">The element of the profile.</param>
    /// <param name="known">What the type says of the element; undefined when it does not know it.</param>
    public IEnumerable<IElementRule> Of(JsonElement element, JsonElement known)
        => [.. Types(element, known), .. Values(element, known), .. Bindings(element, known), .. rules.Constraints(element, Known(element, known))];

    private static IEnumerable<IElementRule> Types(JsonElement element, JsonElement inType)
    {
        var (mine, theirs) = (element.Items("type").ToList(), inType.Items("type").ToList());
        var codes = mine.Select(type => type.Text("code")!).ToHashSet(StringComparer.Ordinal);
        if (codes.Count > 0 && theirs.Count > 0 && !codes.IsSupersetOf(theirs.Select(type => type.Text("code")!))) yield return new TypeRule([.. codes]);
        foreach (var type in mine)
        {
            var known = theirs.Where(each => each.Text("code") == type.Text("code")).SelectMany(TypeProfiles.Of).ToHashSet(StringComparer.Ordinal);
            if (TypeProfiles.Of(type).ToList() is { Count: > 0 } profiles && !known.SetEquals(profiles)) yield return new TypeProfileRule(type.Text("code")!, profiles);
            if (type.Text("code") == "Reference" && TargetRule.Of(type, theirs) is { } rule) yield return rule;
        }
    }

    private static IEnumerable<IElementRule> Values(JsonElement element, JsonElement known)
    {
        if (New(element, known, "fixed") is { } exact) yield return new FixedRule(exact);
        if (New(element, known, "pattern") is { } pattern) yield return new PatternRule(pattern);
        if (New(element, known, "minValue") is { } least) yield return new BoundRule(least, isMin: true);
        if (New(element, known, "maxValue") is { } most) yield return new BoundRule(most, isMin: false);
        if (element.TryGetProperty("maxLength", out var length) && length.TryGetInt32(out var characters)) yield return new LengthRule(characters);
    }

    private static JsonElement? New(JsonElement element, JsonElement known, string name)
        => element.Choice(name) is { } value && (known.Choice(name) is not { } old || !JsonElement.DeepEquals(value.Value, old.Value)) ? value.Value : null;

    private IEnumerable<IElementRule> Bindings(JsonElement element, JsonElement known)
        => known.Member("binding") is { } old && element.Member("binding") is { } mine && Plain(mine) == Plain(old)
            ? RuleCompiler.MaxValueSets(mine).Except(RuleCompiler.MaxValueSets(old)).Select(rules.Maximum)
            : rules.Bindings(element);

    private static (string?, string?) Plain(JsonElement binding) => (binding.Text("strength"), binding.Text("valueSet")?.Split('|')[0]);

    /// <summary>
    /// The constraints that the type of an element has itself, or the profile of the type: snapshots repeat them, but they are about the
    /// element alone, whatever it stands in.
    /// </summary>
    private HashSet<string> Known(JsonElement element, JsonElement known)
    {
        var profiles = element.Items("type").SelectMany(TypeProfiles.Of).Select(snapshots.Find).OfType<SnapshotNode>();
        var types = element.Items("type").Select(type => TypeCatalogue.Core.Find(type.Text("code") ?? "")).OfType<ElementType>();
        return
        [
            .. RuleCompiler.Identities(known), .. profiles.SelectMany(profile => RuleCompiler.Identities(profile.Element)),
            .. types.Where(type => !type.IsBackbone).SelectMany(type => RuleCompiler.Identities(bases.Root(type))),
        ];
    }
}
