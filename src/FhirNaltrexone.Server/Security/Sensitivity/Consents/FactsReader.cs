using System.Text.Json;
using FhirNaltrexone.Server.Security.Sensitivity.Labels;
using FhirNaltrexone.Server.Security.Sensitivity.Policy;
using FhirNaltrexone.Storage.Indexing;

namespace FhirNaltrexone.Server.Security.Sensitivity.Consents;

/// <summary>Reads what consents ask of a resource.</summary>
/// <param name="labeller">Knows the policy.</param>
/// <param name="indexing">The bases and the time zone of this server.</param>
internal sealed class FactsReader(Labeller labeller, IndexingOptions indexing)
{
    private const string Medication = "Medication";

    /// <summary>Medications elsewhere whose codes say what a resource is about.</summary>
    /// <param name="resource">The resource.</param>
    public string? MedicationOf(JsonElement resource)
        => resource.TryGetProperty("medicationReference", out var reference) && ResourceLabels.Text(reference, "reference") is { Length: > 0 } text && text[0] != '#'
            ? Normal(text)
            : null;

    /// <summary>Reads the facts.</summary>
    /// <param name="type">Resource type.</param>
    /// <param name="id">Logical id; null for none.</param>
    /// <param name="resource">The resource.</param>
    /// <param name="medication">The medication of <see cref="MedicationOf"/>; null for none, or when nobody has it.</param>
    public ResourceFacts Read(string type, string? id, JsonElement resource, JsonElement? medication)
    {
        var aliases = labeller.Policy.Aliases;
        var content = CodedContent.Of(resource, aliases);
        if (medication is { } drug) content = content.With(CodedContent.Of(drug, aliases));
        var labels = LabelsOf(type, resource, content);
        var protection = Protection.Of(labels, labeller.Policy);
        return new()
        {
            Type = type,
            Reference = $"{type}/{id}",
            Protection = protection,
            Labels = protection.IsOfPart2 ? [.. labels.Where(label => label is { System: not null, Code: not null }).Select(label => (label.System!, label.Code!)).Distinct()] : [],
            Holder = HolderTag.Of(resource),
            Patients = PatientNames.Of(content, indexing.Bases),
            Codes = content.Codes,
            HasUnknownCodes = medication is null && MedicationOf(resource) is not null,
            Time = DataTime.OfResource(resource, indexing.TimeZone),
            References = References(content),
        };
    }

    /// <summary>How sensitive a resource is, and nothing else of it.</summary>
    /// <param name="type">Resource type.</param>
    /// <param name="resource">The resource.</param>
    public Protection ProtectionOf(string type, JsonElement resource)
        => Protection.Of(LabelsOf(type, resource, CodedContent.Of(resource, labeller.Policy.Aliases)), labeller.Policy);

    /// <summary>Whether a resource falls under 42 CFR Part 2: what its labels say, unless the policy has rules that say so of what a resource is about.</summary>
    /// <param name="type">Resource type.</param>
    /// <param name="resource">The resource.</param>
    public bool IsOfPart2(string type, JsonElement resource)
        => labeller.RulesTellPart2 ? ProtectionOf(type, resource).IsOfPart2 : Protection.Of(WrittenLabels(resource), labeller.Policy).IsOfPart2;

    /// <summary>References of a resource in the one form that is compared.</summary>
    public HashSet<string> References(JsonElement resource) => References(CodedContent.Of(resource, labeller.Policy.Aliases));

    private HashSet<string> References(CodedContent content) => content.References.Where(text => text[0] != '#').Select(Normal).ToHashSet(StringComparer.Ordinal);

    // What the policy of today says counts as well: the labels may be older than it, or come from elsewhere.
    private List<(string? System, string? Code)> LabelsOf(string type, JsonElement resource, CodedContent content)
    {
        List<(string? System, string? Code)> labels = [.. WrittenLabels(resource)];
        if (type != Medication && labeller.IsOfPatient(type, resource, content))
            labels.AddRange(labeller.ByRule(type, resource, content).Select(label => ((string?)label.System, (string?)label.Code)));
        return labels;
    }

    private static IEnumerable<(string? System, string? Code)> WrittenLabels(JsonElement resource)
        => ResourceLabels.Nested(resource).SelectMany(ResourceLabels.Security).Concat(ResourceLabels.Security(resource)).Select(Protection.Coding);

    private string Normal(string reference)
    {
        var target = ReferenceTarget.Parse(reference, indexing.Bases);
        return target.Type is null ? target.Id : $"{target.Type}/{target.Id}";
    }
}
