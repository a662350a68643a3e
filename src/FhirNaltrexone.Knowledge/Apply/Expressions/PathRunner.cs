using System.Globalization;
using System.Text.Json;
using FhirNaltrexone.Cql;
using FhirNaltrexone.Knowledge.Charts;
using FhirNaltrexone.Validation.FhirPath;
using FhirNaltrexone.Validation.Outcomes;
using Element = FhirNaltrexone.Validation.Elements.FhirElement;

namespace FhirNaltrexone.Knowledge.Apply.Expressions;

/// <summary>
/// Evaluates FHIRPath about the patient. Variables: <c>%patient</c> and <c>%subject</c>, <c>%encounter</c>, <c>%practitioner</c>,
/// <c>%organization</c> as far as they are known, and <c>%definition</c>, the definition itself.
/// </summary>
internal sealed class PathRunner
{
    private const int MaxSteps = 2_000_000;

    private readonly ApplyRequest _request;
    private readonly Element _patient;
    private readonly Dictionary<string, FhirPathValue> _variables = new(StringComparer.Ordinal);
    private readonly FhirPathBudget _budget = new(MaxSteps);
    private Dictionary<string, JsonElement>? _byReference;

    public PathRunner(ApplyRequest request)
    {
        _request = request;
        var patient = request.Chart.Resources.FirstOrDefault(resource => FhirJson.IsType(resource, "Patient"u8));
        if (patient.ValueKind == JsonValueKind.Object)
        {
            _patient = Element.Root(patient);
            _variables["patient"] = _variables["subject"] = FhirPathValue.Of(_patient);
        }

        foreach (var (name, resource) in request.Context) _variables[name] = FhirPathValue.Of(Element.Root(resource));
    }

    /// <summary>Evaluates a text.</summary>
    public ExpressionResult Evaluate(string text, PlanScope scope)
    {
        if (!_patient.Exists) return ExpressionResult.Failed(IssueCodes.Incomplete, "the patient is not known");
        if (!FhirPathExpression.TryParse(text, FhirPathLimits.Client, out var expression, out var error))
            return ExpressionResult.Failed(IssueCodes.Invalid, $"it is no FHIRPath: {error.Text}");
        _variables["definition"] = FhirPathValue.Of(Element.Root(scope.Definition));
        var result = expression.Evaluate(_patient, Context());
        return result.Error is { } fault
            ? ExpressionResult.Failed(IssueCodes.Exception, $"its FHIRPath fails: {fault.Text}")
            : ExpressionResult.Of(result.Values.Count switch
            {
                0 => null,
                1 => Value(result.Values[0]),
                _ => result.Values.Select(Value).ToArray(),
            });
    }

    private FhirPathContext Context() => new()
    {
        Resource = _patient,
        Now = TimeZoneInfo.ConvertTime(_request.Now, _request.Chart.Zone),
        Resolve = reference => ByReference().TryGetValue(reference, out var found) ? Element.Root(found) : null,
        Budget = _budget,
        Variables = _variables,
    };

    private Dictionary<string, JsonElement> ByReference()
    {
        if (_byReference is not null) return _byReference;
        _byReference = new(StringComparer.Ordinal);
        foreach (var resource in _request.Chart.Resources)
        {
            if (FhirJson.KeyOf(resource) is { } key) _byReference.TryAdd(key, resource);
        }

        return _byReference;
    }

    /// <summary>As CQL would have it, so that there is one way on from here.</summary>
    private object? Value(FhirPathValue value) => value.Kind switch
    {
        FhirPathKind.Boolean => value.Boolean,
        FhirPathKind.Integer => value.Integer,
        FhirPathKind.Decimal => value.Number,
        FhirPathKind.Element => Value(value.Element),
        FhirPathKind.Date => value.ToString().Split('-') is [var year, var month, var day]
            ? new CqlDate(Number(year), Number(month), Number(day))
            : value.ToString(),
        FhirPathKind.DateTime => CqlDateTime.TryParse(value.ToString(), _request.Chart.Zone.GetUtcOffset(_request.Now)),
        FhirPathKind.None => null,
        _ => value.ToString(),
    };

    private static object? Value(Element element) => element.Value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Undefined => null,
        _ => new Cql.FhirElement(element.Value, element.Type.Name),
    };

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}
