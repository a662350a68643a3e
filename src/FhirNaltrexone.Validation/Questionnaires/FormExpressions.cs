using System.Text.Json;
using FhirNaltrexone.Validation.Elements;
using FhirNaltrexone.Validation.FhirPath;
using FhirNaltrexone.Validation.Terminology;

namespace FhirNaltrexone.Validation.Questionnaires;

/// <summary>
/// Evaluates the expressions that a questionnaire has about its response (Structured Data Capture): FHIRPath with <c>%resource</c> for the response,
/// <c>%questionnaire</c>, and the variables of the questionnaire. Other languages are not evaluated, and that is said.
/// </summary>
public sealed class FormExpressions
{
    private const string Variable = "http://hl7.org/fhir/StructureDefinition/variable";
    private const string Sdc = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-";
    private const int MaxVariables = 50;

    private static readonly FhirPathError OtherLanguage = new(0, "The expression is not FHIRPath.");

    private readonly FhirElement _response;
    private readonly Dictionary<string, IReadOnlyList<FhirPathValue>> _variables = new(StringComparer.Ordinal);
    private readonly FhirPathContext _context;
    private readonly Weights _weights;

    internal FormExpressions(Form form, JsonElement response, FhirPathContext surroundings)
    {
        _response = FhirElement.Root(response);
        _weights = new(form);
        _variables["questionnaire"] = [FhirPathValue.Of(FhirElement.Root(form.Source))];
        _context = new()
        {
            Resource = _response,
            RootResource = _response,
            Now = surroundings.Now,
            Resolve = surroundings.Resolve,
            MemberOf = surroundings.MemberOf,
            ConformsTo = surroundings.ConformsTo,
            Budget = surroundings.Budget,
            Collections = _variables,
            WeightOf = _weights.Of,
        };
        foreach (var extension in form.Source.Items("extension").Where(one => one.Text("url") == Variable).Take(MaxVariables)) Define(extension);
    }

    /// <summary>What an item's calculatedExpression gives; null when it has none.</summary>
    public FhirPathResult? Calculated(FormItem item)
        => item.Extension(Sdc + "calculatedExpression").Select(extension => extension.Member("valueExpression")).FirstOrDefault() is { } expression
            ? Evaluate(expression, _response)
            : null;

    /// <summary>Evaluates FHIRPath about a part of the response.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="focus">What it is about: the response, or one of its items or other elements.</param>
    public FhirPathResult Evaluate(string expression, in FhirElement focus)
        => FhirPathExpression.TryParse(expression, FhirPathLimits.Client, out var parsed, out var error) ? parsed.Evaluate(focus, _context) : new([], error);

    /// <summary>An occurrence of an item as an element.</summary>
    public static FhirElement ElementOf(ResponseNode node)
        => node.Parent is null ? FhirElement.Root(node.Source) : new(node.Source, default, TypeCatalogue.Core.Get("QuestionnaireResponse.item"));

    /// <summary>Whether an item's enableWhenExpression is met: true when it has none, null when it cannot be told.</summary>
    internal bool? EnableWhen(FormItem item, ResponseNode parent)
    {
        if (item.Extension(Sdc + "enableWhenExpression").Select(extension => extension.Member("valueExpression")).FirstOrDefault() is not { } expression) return true;
        var result = Evaluate(expression, ElementOf(parent));
        return result.Error is null && result.Values is [var value] ? value.Boolean ?? ReadBoolean(value) : null;
    }

    private static bool? ReadBoolean(FhirPathValue value) => value.Kind == FhirPathKind.Element
        ? value.Element.Value.ValueKind switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => null }
        : null;

    private FhirPathResult Evaluate(JsonElement expression, in FhirElement focus)
        => expression.Text("language") == "text/fhirpath" && expression.Text("expression") is { } text ? Evaluate(text, focus) : new([], OtherLanguage);

    // One that cannot be evaluated is not there; expressions that use it then fail and say so.
    private void Define(JsonElement extension)
    {
        if (extension.Member("valueExpression") is not { } expression || expression.Text("name") is not { } name) return;
        var result = Evaluate(expression, _response);
        if (result.Error is null) _variables[name] = result.Values;
    }
}
