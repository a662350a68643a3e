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

    // The walk itself checks the first three, and SimpleQuantity says sqty-1 by cardinality too; dom-6 advises a narrative for every resource, which
    // data of machines do not need.
    private static readonly HashSet<string> Omitted = new(["ele-1 error", "txt-1 error", "txt-2 error", "sqty-1 error", "dom-6 warning"], StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, (FhirPathExpression? Expression, string? Problem)> _expressions = new(StringComparer.Ordinal);

    /// <summary>The constraints of an element.</summary>
    /// <param name="element">An element definition.</param>
    /// <param name="known">Identities of those that are checked elsewhere.</param>
    public IEnumerable<IElementRule> Constraints(JsonElement element, IReadOnlySet<string> known)
        => element.Items("constraint").Where(each => !Omitted.Contains(Weight(each)) && !known.Contains(Identity(each)) && each.Text("expression") is not null).Select(Constraint);

    /// <summary>
    /// What makes the constraints of an element the same as others: key, severity and expression, whatever its white space. Profiles use keys again for
    /// something else, or make an error of what was advice.
    /// </summary>
    public static IEnumerable<string> Identities(JsonElement element) => element.Items("constraint").Select(Identity);

    /// <summary>The binding of an element, if it demands anything.</summary>
    /// <param name="element">An element definition.</param>
    public IEnumerable<IElementRule> Bindings(JsonElement element)
    {
        if (element.Member("binding") is not { } binding) yield break;
        var valueSet = binding.Text("valueSet");
        if (valueSet is not null && binding.Text("strength") == "required")
            yield return new BindingRule(BindingStrength.Required, valueSet, codes, element.Text("path") == Formats ? ShortFormats : null);
        if (valueSet is not null && binding.Text("strength") == "extensible") yield return new BindingRule(BindingStrength.Extensible, valueSet, codes);
        foreach (var most in MaxValueSets(binding)) yield return Maximum(most);
    }

    /// <summary>Canonicals of the value sets beyond which a binding allows no code.</summary>
    public static IEnumerable<string> MaxValueSets(JsonElement binding)
        => binding.Items("extension").Where(each => each.Text("url") == MaxValueSet).Select(each => each.Text("valueCanonical") ?? each.Text("valueUri")).OfType<string>();

    /// <summary>The rule that no code stands outside a value set.</summary>
    public IElementRule Maximum(string valueSet) => new BindingRule(BindingStrength.Maximum, valueSet, codes);

    private static string Key(JsonElement constraint) => constraint.Text("key") ?? "";

    private static string Weight(JsonElement constraint) => $"{Key(constraint)} {constraint.Text("severity")}";

    private static string Identity(JsonElement constraint) => $"{Weight(constraint)} {string.Concat((constraint.Text("expression") ?? "").Split((char[]?)null))}";

    private IElementRule Constraint(JsonElement constraint)
    {
        var text = constraint.Text("expression")!;
        var (expression, problem) = _expressions.GetOrAdd(text, Parse);
        var severity = constraint.Text("severity") == "warning" ? IssueSeverity.Warning : IssueSeverity.Error;
        return expression is null
            ? new UndecidableRule(Key(constraint), severity, problem!)
            : new InvariantRule(Key(constraint), severity, expression, (constraint.Text("human") ?? text).TrimEnd('.'));
    }

    private static (FhirPathExpression?, string?) Parse(string text)
        => FhirPathExpression.TryParse(PublishedErrata.Correct(text), FhirPathLimits.Trusted, out var expression, out var error) ? (expression, null) : (null, error.Text);
}
