using System.Text.Json;
using FhirNaltrexone.Knowledge.Charts;
using FhirNaltrexone.Validation.Model;

namespace FhirNaltrexone.Server.CdsHooks.Prefetch;

/// <summary>Counts what a Bundle holds, to tell whether it answers the query completely.</summary>
internal record struct BundleTally
{
    // FHIR R4, IssueType: something was not given, or not looked for.
    private static readonly string[] Lacking =
    [
        "suppressed", "incomplete", "too-costly", "too-long", "security", "login", "unknown", "expired", "forbidden", "transient", "lock-error", "no-store",
        "exception", "timeout", "throttled",
    ];

    /// <summary>Resources of the type asked for.</summary>
    public int Matches { get; private set; }

    /// <summary>Resources of another type that are not marked as included.</summary>
    public int Others { get; private set; }

    /// <summary>Entries without a resource that can be read: a Bundle within is none, nor is a type that R4 does not have.</summary>
    public int Unreadable { get; private set; }

    /// <summary>Code of the first OperationOutcome among the entries.</summary>
    public string? Error { get; private set; }

    /// <summary>Counts one entry and collects its resource.</summary>
    public void Count(JsonElement entry, string type, string place, int index, List<Found> found)
    {
        var resource = FhirJson.Object(entry, "resource"u8);
        var actual = FhirJson.TypeOf(resource);
        switch (actual)
        {
            case null or "Bundle":
                Unreadable++;
                return;
            case "OperationOutcome":
                Error ??= IsHarmless(resource) ? null : AnswerReader.IssueCode(resource);
                return;
            case { } when actual == type:
                Matches++;
                break;
            case { } when !ResourceTypes.Contains(actual):
                Unreadable++;
                break;
            default:
                Others += IsIncluded(entry) ? 0 : 1;
                break;
        }

        found.Add(new(resource, actual, entry, place, index));
    }

    /// <summary>Whether nothing is missing, if everything could be read. A read must bring its resource; a search may find nothing.</summary>
    public readonly bool IsComplete(long total, bool isRead)
        => isRead ? Matches > 0 : total <= Matches + Others && (Matches > 0 || Others == 0);

    private static bool IsIncluded(JsonElement entry)
        => FhirJson.Object(entry, "search"u8) is { ValueKind: JsonValueKind.Object } search && FhirJson.Text(search, "mode"u8) == "include";

    /// <summary>
    /// A server may add hints to a complete result (FHIR R4, Search: search.mode outcome). Whatever is more than information, or tells by its code that
    /// something is missing (suppressed, incomplete, too-costly and the like), takes its worth away.
    /// </summary>
    private static bool IsHarmless(JsonElement outcome)
    {
        var issues = FhirJson.Array(outcome, "issue"u8);
        if (issues.ValueKind != JsonValueKind.Array || issues.GetArrayLength() == 0)
        {
            return false;
        }

        foreach (var issue in issues.EnumerateArray())
        {
            if (issue.ValueKind != JsonValueKind.Object || FhirJson.Text(issue, "severity"u8) is not "information"
                || FhirJson.Text(issue, "code"u8) is not { } code || Lacking.Contains(code))
            {
                return false;
            }
        }

        return true;
    }
}
