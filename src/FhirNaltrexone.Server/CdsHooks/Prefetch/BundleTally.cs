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

    /// <summary>Code of the first OperationOutcome among the entries that takes the worth of the result away.</summary>
    public string? Error { get; private set; }

    /// <summary>Code of the first OperationOutcome that warns of nothing but that something was not found: harmless only where that is the whole answer.</summary>
    public string? NotFound { get; private set; }

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
                CountOutcome(resource);
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

    /// <summary>Whether there is nothing in the Bundle but what servers say of it.</summary>
    public readonly bool IsEmpty => Matches + Others + Unreadable == 0;

    private static bool IsIncluded(JsonElement entry)
        => FhirJson.Object(entry, "search"u8) is { ValueKind: JsonValueKind.Object } search && FhirJson.Text(search, "mode"u8) == "include";

    private void CountOutcome(JsonElement outcome)
    {
        switch (WeightOf(outcome))
        {
            case Weight.Lacks:
                Error ??= AnswerReader.IssueCode(outcome);
                break;
            case Weight.NotFound:
                NotFound ??= AnswerReader.IssueCode(outcome);
                break;
        }
    }

    /// <summary>
    /// A server may add hints to a complete result (FHIR R4, Search: search.mode outcome). Whatever is more than information, or tells by its code that
    /// something is missing (suppressed, incomplete, too-costly and the like), takes its worth away.
    /// </summary>
    private static Weight WeightOf(JsonElement outcome)
    {
        var issues = FhirJson.Array(outcome, "issue"u8);
        return issues.ValueKind == JsonValueKind.Array && issues.GetArrayLength() > 0 ? issues.EnumerateArray().Max(OfIssue) : Weight.Lacks;
    }

    private static Weight OfIssue(JsonElement issue) => issue.ValueKind != JsonValueKind.Object
        ? Weight.Lacks
        : (FhirJson.Text(issue, "severity"u8), FhirJson.Text(issue, "code"u8)) switch
        {
            ("information", { } code) when !Lacking.Contains(code) => Weight.None,
            ("warning", "not-found") when !NamesAPlace(issue) => Weight.NotFound,
            _ => Weight.Lacks,
        };

    // A place is a parameter of the search or a part of a resource: then it is that which was not found.
    private static bool NamesAPlace(JsonElement issue) => issue.TryGetProperty("expression"u8, out _) || issue.TryGetProperty("location"u8, out _);

    private enum Weight
    {
        None,
        NotFound,
        Lacks,
    }
}
