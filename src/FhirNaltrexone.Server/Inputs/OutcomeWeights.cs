using System.Text.Json;
using FhirNaltrexone.Knowledge.Charts;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Inputs;

/// <summary>
/// Weighs OperationOutcomes. A server may add hints to a complete result (FHIR R4, Search: search.mode outcome). Whatever is more than information, or tells
/// by its code that something is missing (suppressed, incomplete, too-costly and the like), takes its worth away.
/// </summary>
internal static class OutcomeWeights
{
    // FHIR R4, IssueType: something was not given, or not looked for.
    private static readonly string[] Lacking =
    [
        IssueCodes.Suppressed, IssueCodes.Incomplete, IssueCodes.TooCostly, IssueCodes.TooLong,
        IssueCodes.Security, IssueCodes.Login, IssueCodes.Unknown, IssueCodes.Expired, IssueCodes.Forbidden,
        IssueCodes.Transient, IssueCodes.LockError, IssueCodes.NoStore, IssueCodes.Exception, IssueCodes.Timeout, IssueCodes.Throttled,
    ];

    /// <summary>The weight of its gravest issue; one without issues says nothing that can be relied on.</summary>
    public static OutcomeWeight Of(JsonElement outcome)
    {
        var issues = FhirJson.Array(outcome, "issue"u8);
        return issues.ValueKind == JsonValueKind.Array && issues.GetArrayLength() > 0 ? issues.EnumerateArray().Max(OfIssue) : OutcomeWeight.Lacks;
    }

    private static OutcomeWeight OfIssue(JsonElement issue) => issue.ValueKind != JsonValueKind.Object
        ? OutcomeWeight.Lacks
        : (FhirJson.Text(issue, "severity"u8), FhirJson.Text(issue, "code"u8)) switch
        {
            ("information", { } code) when !Lacking.Contains(code) => OutcomeWeight.None,
            ("warning", IssueCodes.NotFound) when !NamesAPlace(issue) => OutcomeWeight.NotFound,
            _ => OutcomeWeight.Lacks,
        };

    // A place is a parameter of the search or a part of a resource: then it is that which was not found.
    private static bool NamesAPlace(JsonElement issue) => issue.TryGetProperty("expression"u8, out _) || issue.TryGetProperty("location"u8, out _);
}
