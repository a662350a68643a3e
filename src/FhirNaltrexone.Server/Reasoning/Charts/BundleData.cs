using System.Text.Json;
using FhirNaltrexone.Knowledge.Charts;
using FhirNaltrexone.Server.Inputs;
using FhirNaltrexone.Validation.Model;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Reasoning.Charts;

/// <summary>The resources of a Bundle that are the patient's or nobody's.</summary>
internal static class BundleData
{
    private const int MaxNamed = 20;

    // No rule looks into a Bundle, and an OperationOutcome tells that records are missing.
    private static readonly string[] Unread = ["Bundle", "OperationOutcome"];

    /// <summary>Adds them; those of other patients are left out, and said.</summary>
    /// <param name="bundle">The Bundle.</param>
    /// <param name="patient">Logical id of the patient.</param>
    /// <param name="into">Takes the resources with their addresses.</param>
    /// <param name="issues">Takes what was left out.</param>
    public static void Read(JsonElement bundle, string patient, List<(JsonElement Resource, string? Address)> into, List<Issue> issues)
    {
        var entries = Entries(bundle, issues);
        var guard = Guard(patient, entries);
        var foreign = 0;
        foreach (var (resource, address, index) in entries)
        {
            if (guard.ForeignMember(resource) is null)
            {
                into.Add((resource, address));
            }
            else if (++foreign <= MaxNamed)
            {
                issues.Add(new(IssueCodes.BusinessRule, "This resource belongs to another patient and was not read.", $"data.entry[{index}].resource")
                {
                    Severity = IssueSeverity.Warning,
                });
            }
        }

        if (foreign > MaxNamed)
        {
            issues.Add(new(IssueCodes.BusinessRule, $"{foreign} resources belong to another patient and were not read; the first {MaxNamed} are named.", "data")
            {
                Severity = IssueSeverity.Warning,
            });
        }
    }

    /// <summary>The resources; each entry without one that a rule can read is said, for what it holds may matter.</summary>
    private static List<(JsonElement Resource, string? Address, int Index)> Entries(JsonElement bundle, List<Issue> issues)
    {
        List<(JsonElement Resource, string? Address, int Index)> found = [];
        var entries = FhirJson.Array(bundle, "entry"u8);
        if (entries.ValueKind != JsonValueKind.Array)
        {
            if (bundle.TryGetProperty("entry"u8, out _)) issues.Add(Incomplete("The entries are not a list and were not read.", "data.entry"));
            return found;
        }

        var (index, unread) = (0, 0);
        foreach (var entry in entries.EnumerateArray())
        {
            var resource = FhirJson.Object(entry, "resource"u8);
            if (FhirJson.TypeOf(resource) is { } type && ResourceTypes.Contains(type) && !Unread.Contains(type))
            {
                found.Add((resource, FhirJson.Text(entry, "fullUrl"u8), index));
            }
            else if (++unread <= MaxNamed)
            {
                issues.Add(Incomplete("This entry has no resource that can be read; what it stands for is not judged.", $"data.entry[{index}]"));
            }

            index++;
        }

        if (unread > MaxNamed) issues.Add(Incomplete($"{unread} entries have no resource that can be read; the first {MaxNamed} are named.", "data"));
        return found;
    }

    /// <summary>Says when a Bundle is one page of a search, or tells that something was left out: no resource that is absent then proves anything.</summary>
    /// <param name="bundle">The Bundle.</param>
    /// <param name="issues">Takes why.</param>
    /// <returns>Whether it may lack resources.</returns>
    public static bool IsPart(JsonElement bundle, List<Issue> issues)
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
