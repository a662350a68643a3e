using System.Text.Json;
using FhirNaltrexone.Knowledge.Charts;
using FhirNaltrexone.Server.Inputs;
using FhirNaltrexone.Validation.Model;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Reasoning.Charts;

/// <summary>The resources of a Bundle that are the patient's, or no record of anybody.</summary>
internal static class BundleData
{
    private const int MaxNamed = 20;

    /// <summary>Adds them; those of other patients are left out, and said. So are those that do not say whose they are, and their type is not read in full.</summary>
    /// <param name="bundle">The Bundle.</param>
    /// <param name="patient">Logical id of the patient.</param>
    /// <param name="into">Takes the resources with their addresses.</param>
    /// <param name="issues">Takes what was left out.</param>
    /// <returns>What the Bundle proves nothing of.</returns>
    public static BundleGaps Read(JsonElement bundle, string patient, List<(JsonElement Resource, string? Address)> into, List<Issue> issues)
    {
        var isPart = IsPart(bundle, issues);
        var (entries, isUnread) = Entries(bundle, issues);
        var guard = Guard(patient, entries);
        var (foreign, unclear) = (0, 0);
        var types = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (resource, address, index) in entries)
        {
            var type = FhirJson.TypeOf(resource);
            if (guard.ForeignMember(resource, type) is not null)
            {
                if (++foreign <= MaxNamed) issues.Add(LeftOut("This resource belongs to another patient and was not read.", $"data.entry[{index}].resource"));
            }
            else if (guard.IsUnclear(resource, type, address))
            {
                types.Add(type!);
                if (++unclear <= MaxNamed) issues.Add(LeftOut("This resource does not say that it belongs to the patient, and was not read.", $"data.entry[{index}].resource"));
            }
            else
            {
                into.Add((resource, address));
            }
        }

        if (foreign > MaxNamed) issues.Add(LeftOut($"{foreign} resources belong to another patient and were not read; the first {MaxNamed} are named.", "data"));
        if (unclear > MaxNamed) issues.Add(LeftOut($"{unclear} resources do not say that they belong to the patient, and were not read; the first {MaxNamed} are named.", "data"));
        return new(isPart || isUnread, types);
    }

    private static Issue LeftOut(string text, string path) => new(IssueCodes.BusinessRule, text, path) { Severity = IssueSeverity.Warning };

    /// <summary>The resources; each entry without one that a rule can read is said, for what it holds may matter, whatever it is.</summary>
    private static (List<(JsonElement Resource, string? Address, int Index)> Found, bool IsUnread) Entries(JsonElement bundle, List<Issue> issues)
    {
        List<(JsonElement Resource, string? Address, int Index)> found = [];
        var entries = FhirJson.Array(bundle, "entry"u8);
        if (entries.ValueKind != JsonValueKind.Array)
        {
            if (!bundle.TryGetProperty("entry"u8, out _)) return (found, false);
            issues.Add(Incomplete("The entries are not a list and were not read.", "data.entry"));
            return (found, true);
        }

        var (index, unread) = (0, 0);
        foreach (var entry in entries.EnumerateArray())
        {
            var resource = FhirJson.Object(entry, "resource"u8);
            if (IsRecord(FhirJson.TypeOf(resource)))
            {
                found.Add((resource, FhirJson.Text(entry, "fullUrl"u8), index));
            }
            else if (!IsHint(resource) && ++unread <= MaxNamed)
            {
                issues.Add(Incomplete("This entry has no resource that can be read; what it stands for is not judged.", $"data.entry[{index}]"));
            }

            index++;
        }

        if (unread > MaxNamed) issues.Add(Incomplete($"{unread} entries have no resource that can be read; the first {MaxNamed} are named.", "data"));
        return (found, unread > 0);
    }

    /// <summary>No rule looks into a Bundle, and an OperationOutcome is no record.</summary>
    private static bool IsRecord(string? type) => type is not (null or "Bundle" or "OperationOutcome") && ResourceTypes.Contains(type);

    /// <summary>An OperationOutcome that takes nothing of the worth of the other entries.</summary>
    private static bool IsHint(JsonElement resource) => FhirJson.IsType(resource, "OperationOutcome"u8) && OutcomeWeights.Of(resource) == OutcomeWeight.None;

    /// <summary>Says when a Bundle is one page of a search, or tells that something was left out: no resource that is absent then proves anything.</summary>
    private static bool IsPart(JsonElement bundle, List<Issue> issues)
    {
        if (BundlePage.WhyPart(bundle) is not { } why) return false;
        issues.Add(Incomplete($"This Bundle is not all that was searched for: {why}. Send all pages; what is absent proves nothing.", "data"));
        return true;
    }

    private static Issue Incomplete(string text, string path) => new(IssueCodes.Incomplete, text, path) { Severity = IssueSeverity.Warning };

    private static PatientGuard Guard(string patient, List<(JsonElement Resource, string? Address, int Index)> entries)
    {
        var byAddress = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (resource, address, _) in entries)
        {
            if (address is not null && FhirJson.IsType(resource, "Patient"u8) && FhirJson.Text(resource, "id"u8) is { } id)
            {
                byAddress.TryAdd(address, id);
            }
        }

        return new(patient, byAddress.GetValueOrDefault);
    }
}
