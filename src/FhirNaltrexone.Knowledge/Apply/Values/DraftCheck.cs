using System.Text.Json;
using System.Text.Json.Nodes;
using FhirNaltrexone.Validation.Definitions;
using FhirNaltrexone.Validation.Outcomes;
using FhirNaltrexone.Validation.Profiles;

namespace FhirNaltrexone.Knowledge.Apply.Values;

/// <summary>
/// Holds a resource in the making to the structure of FHIR R4: elements, cardinality, types, how values are written, required codes. It remembers what
/// it found last, for a resource is looked at after each change.
/// </summary>
/// <param name="resource">The resource before the first change.</param>
internal sealed class DraftCheck(JsonObject resource)
{
    private static readonly Validator Validator = new(DefinitionSet.Core);
    private static readonly ValidationRequest StructureOnly = new() { Depth = ValidationDepth.Structure };

    private HashSet<(string?, string?)>? _faults;

    /// <summary>What is not as R4 demands; what is missing too.</summary>
    public static IReadOnlyList<Issue> Faults(JsonObject resource)
        => [.. Validator.Validate(JsonSerializer.SerializeToElement(resource), StructureOnly).Where(issue => issue.Severity <= IssueSeverity.Error)];

    /// <summary>Whether a change brought in what R4 does not allow; if not, it counts as made. What is missing may still come.</summary>
    public bool IsSpoilt(JsonObject changed)
    {
        _faults ??= [.. Faults(resource).Select(Key)];
        var faults = Faults(changed);
        if (faults.Any(issue => issue.Code != IssueCodes.Required && !_faults.Contains(Key(issue)))) return true;
        _faults = [.. faults.Select(Key)];
        return false;
    }

    private static (string?, string?) Key(Issue issue) => (issue.MessageId, issue.Expression);
}
