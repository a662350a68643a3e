using System.Text.Json;
using FhirNaltrexone.Knowledge;
using FhirNaltrexone.Knowledge.Charts;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Reasoning.Charts;

/// <summary>Puts a chart together from resources found: each once, with the codes of medications in the orders that refer to them.</summary>
internal static class ChartAssembly
{
    /// <summary>Makes the chart; 404 when the patient is not among the resources.</summary>
    /// <param name="patient">Logical id of the patient.</param>
    /// <param name="zone">The site's zone.</param>
    /// <param name="found">Resources of the patient or of nobody, with their addresses.</param>
    /// <param name="unread">Types that could not be read completely.</param>
    /// <param name="issues">What was left out.</param>
    public static Result<PatientChart> Make(
        string patient,
        TimeZoneInfo zone,
        List<(JsonElement Resource, string? Address)> found,
        IReadOnlyList<string> unread,
        List<Issue> issues)
    {
        if (!found.Exists(item => FhirJson.IsType(item.Resource, "Patient"u8)))
            return new Refusal(404, IssueCodes.NotFound, "There is no such patient, neither stored nor in data.", "subject");
        List<IDisposable> owned = [];
        var codes = new MedicationCodes(owned);
        foreach (var (resource, address) in found) codes.Add(resource, address);
        var resources = new ResourceList();
        foreach (var (resource, address) in found) resources.Add(codes.Resolve(resource), address);
        unread = [.. unread, .. resources.Lossy.Except(unread)];
        issues.AddRange(unread.Select(Unread));
        var chart = new Chart { Scope = patient, PatientId = patient, Zone = zone, Resources = resources.Resources, UnreadResourceTypes = unread };
        return new PatientChart(chart, issues, owned);
    }

    private static Issue Unread(string type)
        => new(IssueCodes.Incomplete, $"{type} could not be read completely: that one is absent proves nothing.") { Severity = IssueSeverity.Warning };
}
