using System.Text.Json;
using FhirNaltrexone.Knowledge;
using FhirNaltrexone.Knowledge.Charts;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Reasoning.Evaluation;

/// <summary>
/// What a client gives to the parameters of the libraries: drafts and appointments that rules look at besides the chart. Thresholds are not among
/// them: they are the site's, checked at start, and must not differ from call to call.
/// </summary>
internal static class EvaluateContext
{
    private const string Where = "parameters";

    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        ["Draft Medication Requests"] = "MedicationRequest",
        ["Draft Service Requests"] = "ServiceRequest",
        ["Context Appointments"] = "Appointment",
    };

    /// <summary>A chart with what a client gives.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="parameters">Parameters named as in CQL; null for none.</param>
    /// <param name="issues">Takes what is wrong with them.</param>
    public static Chart With(Chart chart, JsonElement? parameters, List<Issue> issues)
    {
        if (parameters is not { } given || !given.TryGetProperty("parameter", out var list) || list.ValueKind != JsonValueKind.Array) return chart;
        var guard = new PatientGuard(chart.PatientId, _ => null);
        List<(string Type, JsonElement Resource)> found = [];
        foreach (var parameter in list.EnumerateArray())
        {
            var name = parameter.TryGetProperty("name", out var member) && member.ValueKind == JsonValueKind.String ? member.GetString()! : "";
            if (Read(name, parameter, guard, issues) is { } resource) found.Add((Types[name], resource));
        }

        return chart with
        {
            DraftOrders = [.. found.Where(one => one.Type != "Appointment").Select(one => one.Resource)],
            Appointments = [.. found.Where(one => one.Type == "Appointment").Select(one => one.Resource)],
        };
    }

    private static JsonElement? Read(string name, JsonElement parameter, PatientGuard guard, List<Issue> issues)
    {
        var problem = !Types.TryGetValue(name, out var type) ? $"Only {string.Join(", ", Types.Keys)} can be given for one call; thresholds are settings of the site."
            : !parameter.TryGetProperty("resource", out var found) || !found.TryGetProperty("resourceType", out var actual) || !actual.ValueEquals(type)
                ? $"The parameter \"{name}\" takes resources of type {type}."
            : guard.ForeignMember(found) is { } member ? $"A {type} belongs to another patient: see its {member}."
            : null;
        if (problem is null) return parameter.GetProperty("resource");
        issues.Add(new(type is null ? IssueCodes.NotSupported : IssueCodes.Value, problem, Where));
        return null;
    }
}
