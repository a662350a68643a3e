using FhirNaltrexone.Validation.Elements;
using FhirNaltrexone.Validation.Profiles.Messages;
using FhirNaltrexone.Validation.Profiles.Schemas;
using FhirNaltrexone.Validation.Profiles.Slicing;

namespace FhirNaltrexone.Validation.Profiles;

/// <summary>Walks through what a profile says beyond its type, and looks only at the elements of which it says something.</summary>
/// <param name="run">The validation.</param>
internal sealed class ProfileWalk(ValidationRun run)
{
    /// <summary>Checks an element; the path is at it.</summary>
    /// <param name="profile">Canonical of the profile.</param>
    /// <param name="rules">What it says of the element.</param>
    /// <param name="element">The element.</param>
    public void Element(string profile, ElementRules rules, in FhirElement element)
    {
        foreach (var rule in rules.Rules) rule.Check(element, run);
        Below(profile, rules, element);
    }

    private void Below(string profile, ElementRules rules, in FhirElement element)
    {
        foreach (var child in rules.Children) Children(profile, child, element);
    }

    private void Children(string profile, ElementRules rules, in FhirElement parent)
    {
        if (run.IsOver) return;
        var items = Collect(parent, rules);
        Count(rules, items.Count, profile, parent);
        foreach (var item in items) Enter(parent, item, profile, rules);
        if (rules.Slicing is { } slicing) new SliceWalk(this, run, profile).Check(slicing, items, parent);
    }

    /// <summary>Goes down to an item and checks it.</summary>
    public void Enter(in FhirElement parent, in ProfiledItem item, string profile, ElementRules rules)
    {
        run.Path.Push(item.Name, item.Index, parent.Type, item.Element);
        foreach (var rule in rules.Rules) rule.Check(item.Element, run);

        // What is said of a resource is said by the one it stands in, and expressions see that one; what is said of its elements is about itself.
        var outer = item.Element.Type.IsResource ? run.Enter(run.InnerScope()) : run.Scope;
        Below(profile, rules, item.Element);
        run.Leave(outer);
        run.Path.Pop();
    }

    /// <summary>Checks how many elements there are.</summary>
    /// <param name="rules">What is said of them.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="source">What says so.</param>
    /// <param name="parent">The element above.</param>
    public void Count(ElementRules rules, int count, string source, in FhirElement parent)
    {
        if (count < rules.Min) run.ReportChild(rules.Name, ValidationMessages.TooFew, ValidationRun.At(parent), rules.Min, source);
        if (count > rules.Max) run.ReportChild(rules.Name, ValidationMessages.TooMany, ValidationRun.At(parent), rules.Max, source);
    }

    private static List<ProfiledItem> Collect(in FhirElement parent, ElementRules rules)
    {
        var items = new List<ProfiledItem>();
        var (children, index) = (parent.Children(rules.Name), 0);
        while (children.MoveNext())
        {
            var place = children.Definition!.IsList ? index++ : ElementPath.Single;
            if (rules.TypeName is null || children.Current.Type.Name == rules.TypeName) items.Add(new(children.Current, rules.Name, place));
        }

        return items;
    }
}
