using System.Text.Json;
using FhirNaltrexone.Validation.Elements;
using FhirNaltrexone.Validation.Profiles.Rules;
using FhirNaltrexone.Validation.Profiles.Snapshots;
using FhirNaltrexone.Validation.Terminology;

namespace FhirNaltrexone.Validation.Profiles.Slicing;

/// <summary>What an element definition says of the value: a fixed value, a pattern, a required value set, or these of the elements below.</summary>
internal static class ValueCondition
{
    /// <summary>The condition where a discriminator leads; null when nothing is said there.</summary>
    public static Func<FhirElement, ValidationRun, bool?>? Of(SlicePoint point)
        => point.Node is { } node ? Of(node) : (element, _) => PatternRule.Fits(element.Value, point.Value);

    private static Func<FhirElement, ValidationRun, bool?>? Of(SnapshotNode node, bool isRequired = true)
    {
        if (node.Element.Choice("fixed") is { } exact) return (element, _) => JsonElement.DeepEquals(element.Value, exact.Value);
        if (node.Element.Choice("pattern") is { } pattern) return (element, _) => PatternRule.Fits(element.Value, pattern.Value);
        return Below(node, isRequired) ?? (isRequired ? Bound(node) : null);
    }

    // Snapshots repeat the bindings of all children: of what may be left out they tell nothing apart.
    private static Func<FhirElement, ValidationRun, bool?>? Below(SnapshotNode node, bool isRequired)
    {
        var below = node.Children
            .Select(child => (child.Name, Condition: Of(child, isRequired && child.IsRequired)))
            .Where(each => each.Condition is not null)
            .ToList();
        return below.Count == 0 ? null : (element, run) => Truth.All(below.Select(each => Any(element, each.Name, each.Condition!, run)));
    }

    private static bool? Any(in FhirElement element, string name, Func<FhirElement, ValidationRun, bool?> condition, ValidationRun run)
    {
        var answers = new List<bool?>();
        foreach (var child in element.Children(name)) answers.Add(condition(child, run));
        return Truth.Any(answers);
    }

    private static Func<FhirElement, ValidationRun, bool?>? Bound(SnapshotNode node)
        => node.Element.Member("binding") is { } binding && binding.Text("strength") == "required" && binding.Text("valueSet") is { } valueSet
            ? (element, run) => run.Environment.IsMember(element, valueSet)
            : null;
}
