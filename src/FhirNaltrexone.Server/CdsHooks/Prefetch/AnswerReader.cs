using System.Text.Json;
using FhirNaltrexone.Knowledge.Charts;
using FhirNaltrexone.Server.Inputs;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.CdsHooks.Prefetch;

/// <summary>Classifies the answer to a query, whoever gave it, and collects the resources in it.</summary>
internal static class AnswerReader
{
    private const string WrapperSuccess = "2";

    /// <summary>Reads the value of a prefetch key or the body of a FHIR server's answer.</summary>
    /// <param name="value">The value.</param>
    /// <param name="type">Resource type the query asks for.</param>
    /// <param name="isRead">True for a read by id, which a single resource answers completely.</param>
    /// <param name="place">Path of the value, for issues.</param>
    /// <param name="found">
    /// Receives every resource in the answer but errors. What it holds already counts as earlier pages of the same answer.
    /// </param>
    public static Answer Read(JsonElement value, string type, bool isRead, string place, List<Found> found) => value.ValueKind switch
    {
        JsonValueKind.Null => new(AnswerState.Null),
        JsonValueKind.Object when FhirJson.TypeOf(value) is { } actual => ReadResource(value, actual, type, isRead, place, found),
        JsonValueKind.Object => Unwrap(value, type, isRead, place, found),
        JsonValueKind.Array => ReadList(value, place, found),
        _ => new(AnswerState.Wrong),
    };

    private static Answer ReadResource(JsonElement value, string actual, string type, bool isRead, string place, List<Found> found)
    {
        switch (actual)
        {
            case "Bundle":
                return ReadBundle(value, type, isRead, place, found);
            case "OperationOutcome":
                return new(AnswerState.Failed, IssueCode(value));
        }

        found.Add(new(value, actual, default, place, -1));
        return new(actual != type ? AnswerState.Wrong : isRead ? AnswerState.Proof : AnswerState.Partial);
    }

    /// <summary>The wrapper of the 1.0 drafts: response with a status, and the resource.</summary>
    private static Answer Unwrap(JsonElement value, string type, bool isRead, string place, List<Found> found)
    {
        var status = FhirJson.Object(value, "response"u8) is { ValueKind: JsonValueKind.Object } response
            && response.TryGetProperty("status"u8, out var text) ? text.ToString() : string.Empty;
        var resource = FhirJson.Object(value, "resource"u8);
        return status.StartsWith(WrapperSuccess, StringComparison.Ordinal) && FhirJson.TypeOf(resource) is { } actual
            ? ReadResource(resource, actual, type, isRead, place + ".resource", found)
            : new(AnswerState.Wrong);
    }

    private static Answer ReadList(JsonElement list, string place, List<Found> found)
    {
        var index = 0;
        foreach (var item in list.EnumerateArray())
        {
            if (FhirJson.TypeOf(item) is { } actual and not ("OperationOutcome" or "Bundle"))
            {
                found.Add(new(item, actual, default, $"{place}[{index}]", -1));
            }

            index++;
        }

        return new(AnswerState.Wrong);
    }

    private static Answer ReadBundle(JsonElement bundle, string type, bool isRead, string place, List<Found> found)
    {
        var tally = default(BundleTally);
        var earlier = found.Count;
        var index = 0;
        var entries = FhirJson.Array(bundle, "entry"u8);
        if (entries.ValueKind == JsonValueKind.Array)
        {
            foreach (var entry in entries.EnumerateArray())
            {
                tally.Count(entry, type, place, index++, found);
            }
        }

        if (tally.Error is { } code)
        {
            return new(AnswerState.Failed, code);
        }

        var total = BundlePage.Total(bundle);
        var hasGaps = tally.Unreadable > 0 || total is null || BundlePage.MayLack(bundle)
            || (bundle.TryGetProperty("entry"u8, out _) && entries.ValueKind != JsonValueKind.Array);
        var link = BundlePage.Link(bundle, "next");
        if (tally.NotFound is { } warning && (hasGaps || isRead || link is not null || total > 0 || earlier > 0 || !tally.IsEmpty))
        {
            return new(AnswerState.Failed, warning);
        }

        if (link is { } next)
        {
            return new(AnswerState.Paged, Next: next, HasGaps: hasGaps);
        }

        if (hasGaps)
        {
            return new(AnswerState.Partial);
        }

        // What pages before this one had included is no match that the total counts.
        return new(tally.IsComplete(total!.Value - found.Take(earlier).Count(one => one.Type == type && !one.IsIncluded), isRead) ? AnswerState.Proof
            : tally.Matches == 0 && tally.Others > 0 ? AnswerState.Wrong
            : AnswerState.Partial);
    }

    /// <summary>Code of the first issue, kept only when it looks like a code: it goes into our own answer.</summary>
    internal static string IssueCode(JsonElement outcome)
    {
        var issues = FhirJson.Array(outcome, "issue"u8);
        if (issues.ValueKind == JsonValueKind.Array && issues.GetArrayLength() > 0 && issues[0].ValueKind == JsonValueKind.Object
            && FhirJson.Text(issues[0], "code"u8) is { Length: <= 32 } code && code.All(c => char.IsAsciiLetterLower(c) || c == '-'))
        {
            return code;
        }

        return IssueCodes.Processing;
    }
}
