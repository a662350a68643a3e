using System.Text.Json;
using FhirNaltrexone.Validation.Elements;
using FhirNaltrexone.Validation.Profiles.Messages;
using FhirNaltrexone.Validation.Profiles.Rules;
using FhirNaltrexone.Validation.Terminology;

namespace FhirNaltrexone.Validation.Profiles.References;

/// <summary>The target of a reference conforms to one of the profiles allowed, when it is here; it stands where it is allowed to stand.</summary>
/// <param name="profiles">Canonicals of the profiles; empty for any.</param>
/// <param name="places">Where targets may be: contained, referenced, bundled; empty for anywhere.</param>
internal sealed class TargetRule(IReadOnlyList<string> profiles, IReadOnlyList<string> places) : IElementRule
{
    /// <summary>The rule of a type of an element; null when the element of the type it constrains says the same.</summary>
    public static TargetRule? Of(JsonElement type, IEnumerable<JsonElement> known)
    {
        var (profiles, places) = (type.Texts("targetProfile").ToList(), type.Texts("aggregation").ToList());
        var old = known.Where(each => each.Text("code") == "Reference").SelectMany(each => each.Texts("targetProfile")).ToHashSet(StringComparer.Ordinal);
        return places.Count == 0 && (profiles.Count == 0 || old.SetEquals(profiles)) ? null : new(profiles, places);
    }

    public void Check(in FhirElement element, ValidationRun run)
    {
        if (element.Type.Name != "Reference" || element.Value.ValueKind != JsonValueKind.Object) return;
        var text = element.Value.Text("reference");
        var target = text is null ? null : run.Resolver.Find(run.Scope, text);
        if (text is not null) CheckPlace(text, target, element, run);
        if (profiles.Count > 0 && (target?.Resource.Type ?? ReferenceText.NamedType(element.Value)) is { } type) CheckTarget(type, target, element, run);
    }

    private void CheckPlace(string text, ResourceScope? target, in FhirElement element, ValidationRun run)
    {
        if (places.Count == 0) return;
        var place = text.StartsWith('#') ? "contained" : target is not null && ReferenceResolver.FindInBundle(run.Scope, ReferenceText.Parse(text)) is not null ? "bundled" : "referenced";
        if (!places.Contains(place)) run.Report(ValidationMessages.WrongPlace, element.Value, string.Join(", ", places));
    }

    private void CheckTarget(ElementType type, ResourceScope? target, in FhirElement element, ValidationRun run)
    {
        var fitting = profiles.Where(profile => run.Environment.Profiles.Find(profile) is not { Type: { } own } || type.Is(own.Name)).ToList();
        if (fitting.Count == 0)
        {
            run.Report(ValidationMessages.WrongTarget, element.Value, string.Join(", ", profiles));
            return;
        }

        if (target is not null && !fitting.Any(profile => Conforms(target, profile, run)))
            run.Report(ValidationMessages.TargetDoesNotConform, element.Value, string.Join(", ", fitting));
    }

    private static bool Conforms(ResourceScope target, string profile, ValidationRun run)
    {
        var outer = run.Enter(target);
        var conforms = run.Profiles.Conforms(target.Resource, profile);
        run.Leave(outer);
        return conforms is not false;
    }
}
