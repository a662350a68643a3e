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
    private const string EpicRoot = "urn:oid:1.2.840.114350.1.13.";
    private const string EpicMessages = ".7.2.657369";
    private const string EpicNotFound = "4101";

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
            ("warning", IssueCodes.Processing) when !NamesAPlace(issue) && IsCodedNotFound(issue) => OutcomeWeight.NotFound,
            _ => OutcomeWeight.Lacks,
        };

    // Epic warns so of every search without a result, in a code system of its own that bears the number of the installation. A further coding would say
    // something else besides.
    private static bool IsCodedNotFound(JsonElement issue)
        => FhirJson.Object(issue, "details"u8) is { ValueKind: JsonValueKind.Object } details
            && FhirJson.Array(details, "coding"u8) is { ValueKind: JsonValueKind.Array } codings
            && codings.GetArrayLength() == 1
            && codings[0].ValueKind == JsonValueKind.Object
            && FhirJson.Text(codings[0], "code"u8) == EpicNotFound
            && FhirJson.Text(codings[0], "system"u8) is { } system
            && system.StartsWith(EpicRoot, StringComparison.Ordinal) && system.EndsWith(EpicMessages, StringComparison.Ordinal);

    // A place is a parameter of the search or a part of a resource: then it is that which was not found.
    private static bool NamesAPlace(JsonElement issue) => issue.TryGetProperty("expression"u8, out _) || issue.TryGetProperty("location"u8, out _);
}
