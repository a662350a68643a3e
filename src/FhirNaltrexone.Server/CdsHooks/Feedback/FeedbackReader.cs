using System.Globalization;
using System.Text.Json;
using FhirNaltrexone.Storage;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.CdsHooks.Feedback;

/// <summary>Reads feedback (CDS Hooks 2.0, Feedback). Unknown cards and members are accepted; every defect is told at once.</summary>
internal static class FeedbackReader
{
    private const int MaxReports = 1_000;
    private const int MaxId = 256;
    private const int MaxComment = 10_000;

    /// <summary>Reads the reports of one request.</summary>
    /// <param name="root">The JSON object.</param>
    /// <param name="service">Service they are about.</param>
    /// <param name="issues">Receives one issue for each defect; the result counts only when there is none.</param>
    public static List<FeedbackReport> Read(JsonElement root, string service, List<Issue> issues)
    {
        var reports = new List<FeedbackReport>();
        if (!root.TryGetProperty("feedback"u8, out var list) || list.ValueKind != JsonValueKind.Array || list.GetArrayLength() is 0 or > MaxReports)
        {
            issues.Add(new(IssueCodes.Required, $"feedback must be an array of 1 to {MaxReports} reports.", "feedback"));
            return reports;
        }

        var index = 0;
        foreach (var item in list.EnumerateArray())
        {
            if (Read(item, $"feedback[{index++}]", service, issues) is { } report)
            {
                reports.Add(report);
            }
        }

        return reports;
    }

    private static FeedbackReport? Read(JsonElement item, string path, string service, List<Issue> issues)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            issues.Add(new(IssueCodes.Structure, "A report must be an object.", path));
            return null;
        }

        var before = issues.Count;
        var card = RequiredText(item, "card", "the uuid of the card", path, issues);
        var outcome = ReadOutcome(item, path, issues);
        var outcomeAt = ReadInstant(item, path, issues);
        var accepted = ReadSuggestions(item, outcome, path, issues);
        var (reason, comment) = ReadOverride(item, path, issues);
        return issues.Count > before ? null : new FeedbackReport
        {
            Service = service,
            Card = card!,
            Outcome = outcome!.Value,
            OutcomeAt = outcomeAt!.Value,
            AcceptedSuggestions = accepted,
            Reason = reason,
            UserComment = comment,
        };
    }

    private static FeedbackOutcome? ReadOutcome(JsonElement item, string path, List<Issue> issues)
    {
        switch (OptionalText(item, "outcome"))
        {
            case "accepted":
                return FeedbackOutcome.Accepted;
            case "overridden":
                return FeedbackOutcome.Overridden;
            default:
                issues.Add(new(IssueCodes.Value, "outcome must be accepted or overridden.", $"{path}.outcome"));
                return null;
        }
    }

    private static DateTimeOffset? ReadInstant(JsonElement item, string path, List<Issue> issues)
    {
        var text = OptionalText(item, "outcomeTimestamp");
        var hasOffset = text is not null && text.Contains('T', StringComparison.Ordinal)
            && (text.EndsWith('Z') || text.LastIndexOfAny(['+', '-']) > text.IndexOf('T', StringComparison.Ordinal));
        if (hasOffset && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant))
        {
            return instant;
        }

        issues.Add(new(
            IssueCodes.Value, "outcomeTimestamp must be an instant with offset, such as 2026-11-22T14:00:00Z (RFC 3339).", $"{path}.outcomeTimestamp"));
        return null;
    }

    private static List<string> ReadSuggestions(JsonElement item, FeedbackOutcome? outcome, string path, List<Issue> issues)
    {
        var ids = new List<string>();
        var isList = item.TryGetProperty("acceptedSuggestions"u8, out var list) && list.ValueKind == JsonValueKind.Array;
        if (outcome == FeedbackOutcome.Accepted && (!isList || list.GetArrayLength() == 0))
        {
            issues.Add(new(IssueCodes.Required, "An accepted card needs acceptedSuggestions, each with its id.", $"{path}.acceptedSuggestions"));
        }

        for (var i = 0; isList && i < list.GetArrayLength(); i++)
        {
            var place = $"{path}.acceptedSuggestions[{i}]";
            if (list[i].ValueKind != JsonValueKind.Object)
            {
                issues.Add(new(IssueCodes.Structure, "An accepted suggestion must be an object with an id.", place));
            }
            else if (RequiredText(list[i], "id", "the uuid of the suggestion", place, issues) is { } id)
            {
                ids.Add(id);
            }
        }

        return ids;
    }

    private static (FeedbackReason? Reason, string? Comment) ReadOverride(JsonElement item, string path, List<Issue> issues)
    {
        if (!item.TryGetProperty("overrideReason"u8, out var given) || given.ValueKind == JsonValueKind.Null)
        {
            return default;
        }

        if (given.ValueKind != JsonValueKind.Object)
        {
            issues.Add(new(IssueCodes.Structure, "overrideReason must be an object.", $"{path}.overrideReason"));
            return default;
        }

        var comment = OptionalText(given, "userComment");
        if (comment?.Length > MaxComment)
        {
            issues.Add(new(IssueCodes.TooLong, $"userComment is longer than {MaxComment} characters.", $"{path}.overrideReason.userComment"));
        }

        return (ReadReason(given, $"{path}.overrideReason.reason", issues), comment);
    }

    private static FeedbackReason? ReadReason(JsonElement given, string path, List<Issue> issues)
    {
        if (!given.TryGetProperty("reason"u8, out var coding) || coding.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (coding.ValueKind != JsonValueKind.Object)
        {
            issues.Add(new(IssueCodes.Structure, "reason must be a Coding.", path));
            return null;
        }

        var code = RequiredText(coding, "code", "the code of the reason", path, issues);
        return code is null ? null : new FeedbackReason(OptionalText(coding, "system"), code, OptionalText(coding, "display"));
    }

    private static string? RequiredText(JsonElement parent, string name, string meaning, string path, List<Issue> issues)
    {
        if (OptionalText(parent, name) is { Length: <= MaxId } text)
        {
            return text;
        }

        issues.Add(new(IssueCodes.Required, $"{name} must be {meaning}, a string of at most {MaxId} characters.", $"{path}.{name}"));
        return null;
    }

    private static string? OptionalText(JsonElement parent, string name)
        => parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;
}
