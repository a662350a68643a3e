using System.Text.Json;
using System.Text.Json.Nodes;
using FhirNaltrexone.Validation.Definitions;
using FhirNaltrexone.Validation.Outcomes;
using FhirNaltrexone.Validation.Profiles;

namespace FhirNaltrexone.Knowledge.Apply.Values;

/// <summary>Holds resources in the making to the structure of FHIR R4: elements, cardinality, types, how values are written, required codes.</summary>
internal static class DraftCheck
{
    private static readonly Validator Validator = new(DefinitionSet.Core);
    private static readonly ValidationRequest StructureOnly = new() { Depth = ValidationDepth.Structure };

    /// <summary>What is not as R4 demands; what is missing too.</summary>
    public static IReadOnlyList<Issue> Faults(JsonObject resource)
        => [.. Validator.Validate(JsonSerializer.SerializeToElement(resource), StructureOnly).Where(issue => issue.Severity <= IssueSeverity.Error)];

    /// <summary>Whether a change brought in what R4 does not allow. What is missing may still come.</summary>
    public static bool IsSpoilt(JsonObject before, JsonObject after)
        => Faults(after).Where(issue => issue.Code != IssueCodes.Required).Select(Key).Except(Faults(before).Select(Key)).Any();

    private static (string?, string?) Key(Issue issue) => (issue.MessageId, issue.Expression);
}
