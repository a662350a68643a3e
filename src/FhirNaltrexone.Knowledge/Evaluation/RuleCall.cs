using System.Text.Encodings.Web;
using System.Text.Json;
using FhirNaltrexone.Cql;

namespace FhirNaltrexone.Knowledge.Evaluation;

/// <summary>
/// One service call as its rules see it: evaluates defines so that no failure of one rule reaches another, and remembers the first failure of
/// the current rule. Not safe for concurrent use.
/// </summary>
internal sealed class RuleCall(string service, Chart chart, CqlEvaluation evaluation)
{
    private string _rule = string.Empty;
    private JsonEncodedText? _patientReference;

    public Chart Chart => chart;

    /// <summary><c>Patient/id</c>, ready to be written between quotes.</summary>
    public JsonEncodedText PatientReference => _patientReference ??= JsonEncodedText.Encode($"Patient/{chart.PatientId}", JavaScriptEncoder.UnsafeRelaxedJsonEscaping);

    /// <summary>Reason class and place of the first failure in the current rule; free of health information.</summary>
    public string? Failure { get; private set; }

    public void BeginRule(string code)
    {
        _rule = code;
        Failure = null;
    }

    public Guid Id(string? kind, string? text, string? detail = null) => StableId.Of(chart.Scope, service, _rule, kind, text, detail);

    public void Fail(string reason, CqlDefine define, string? locator = null)
        => Failure ??= locator is null ? $"{reason} at {define}" : $"{reason} at {define} [{locator}]";

    /// <summary>The value of a define; null also when it failed, and <see cref="Failure"/> then says so.</summary>
    public object? Evaluate(CqlDefine define)
    {
        try
        {
            return evaluation.Evaluate(define);
        }
        catch (CqlException e)
        {
            Fail("runtime-error", define, e.Problems[0].Locator);
        }
#pragma warning disable CA1031 // A defect in the engine must cost one rule, visibly, and never the warnings of all the others.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Fail($"defect-{e.GetType().Name}", define);
        }

        return null;
    }

    /// <summary>Three-valued conjunction: one false decides; otherwise anything but true leaves it undecided.</summary>
    public bool? AllTrue(CqlDefine[] conditions)
    {
        bool? result = true;
        foreach (var condition in conditions)
        {
            switch (Evaluate(condition))
            {
                case true:
                    break;
                case false:
                    return false;
                case null:
                    Fail("null-result", condition);
                    result = null;
                    break;
                default:
                    Fail("not-boolean", condition);
                    result = null;
                    break;
            }
        }

        return result;
    }
}
