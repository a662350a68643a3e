using System.Collections.Concurrent;
using System.Text.Json;
using FhirNaltrexone.Validation.FhirPath;
using FhirNaltrexone.Validation.Outcomes;
using FhirNaltrexone.Validation.Profiles.Codes;
using FhirNaltrexone.Validation.Profiles.Rules;
using FhirNaltrexone.Validation.Terminology;

namespace FhirNaltrexone.Validation.Profiles.Structure;

/// <summary>Compiles constraints and bindings of element definitions, wherever they stand.</summary>
/// <param name="codes">Knows codes.</param>
internal sealed class RuleCompiler(CodeVerdicts codes)
{
    private const string MaxValueSet = "http://hl7.org/fhir/StructureDefinition/elementdefinition-maxValueSet";

    // Bound to media types, but the definition of the element allows these as well.
    private const string Formats = "CapabilityStatement.format";
    private static readonly string[] ShortFormats = ["xml", "json", "ttl"];

    // The walk itself checks the first three; dom-6 advises a narrative for every resource, which data of machines do not need.
    private static readonly HashSet<string> Omitted = new(["ele-1", "txt-1", "txt-2", "dom-6"], StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, (FhirPathExpression? Expression, string? Problem)> _expressions = new(StringComparer.Ordinal);

    /// <summary>The constraints of an element.</summary>
    /// <param name="element">An element definition.</param>
    /// <param name="known">Keys that are checked elsewhere.</param>
    public IEnumerable<IElementRule> Constraints(JsonElement element, IReadOnlySet<string> known)
        => element.Items("constraint").Where(each => !Omitted.Contains(Key(each)) && !known.Contains(Key(each)) && each.Text("expression") is not null).Select(Constraint);

    /// <summary>Keys of the constraints of an element.</summary>
    public static IEnumerable<string> Keys(JsonElement element) => element.Items("constraint").Select(Key);

    /// <summary>The binding of an element, if it demands anything.</summary>
    /// <param name="element">An element definition.</param>
    public IEnumerable<IElementRule> Bindings(JsonElement element)
    {
        if (element.Member("binding") is not { } binding) yield break;
        var valueSet = binding.Text("valueSet");
        if (valueSet is not null && binding.Text("strength") == "required")
            yield return new BindingRule(BindingStrength.Required, valueSet, codes, element.Text("path") == Formats ? ShortFormats : null);
        if (valueSet is not null && binding.Text("strength") == "extensible") yield return new BindingRule(BindingStrength.Extensible, valueSet, codes);
        foreach (var extension in binding.Items("extension").Where(each => each.Text("url") == MaxValueSet))
        {
            if ((extension.Text("valueCanonical") ?? extension.Text("valueUri")) is { } most) yield return new BindingRule(BindingStrength.Maximum, most, codes);
        }
    }

    private static string Key(JsonElement constraint) => constraint.Text("key") ?? "";

    private IElementRule Constraint(JsonElement constraint)
    {
        var text = constraint.Text("expression")!;
        var (expression, problem) = _expressions.GetOrAdd(text, Parse);
        var severity = constraint.Text("severity") == "warning" ? IssueSeverity.Warning : IssueSeverity.Error;
        return expression is null
            ? new UndecidableRule(Key(constraint), problem!)
            : new InvariantRule(Key(constraint), severity, expression, (constraint.Text("human") ?? text).TrimEnd('.'));
    }

    private static (FhirPathExpression?, string?) Parse(string text)
        => FhirPathExpression.TryParse(PublishedErrata.Correct(text), FhirPathLimits.Trusted, out var expression, out var error) ? (expression, null) : (null, error.Text);
}
