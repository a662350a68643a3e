using System.Buffers;
using System.Globalization;
using System.Text.Json;
using FhirNaltrexone.Storage;

namespace FhirNaltrexone.Server.CdsHooks.Feedback;

/// <summary>Writes a page of stored feedback in the shape it was sent in, with its service and the instant it came in.</summary>
internal static class FeedbackListWriter
{
    /// <summary>Writes a page.</summary>
    /// <param name="buffer">Receives UTF-8 JSON.</param>
    /// <param name="page">The reports.</param>
    /// <param name="next">Address of the next page; null on the last.</param>
    /// <param name="withComments">Whether to show what clinicians wrote.</param>
    public static void Write(IBufferWriter<byte> buffer, IEnumerable<StoredFeedback> page, string? next, bool withComments)
    {
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteStartArray("feedback");
        foreach (var stored in page)
        {
            Write(json, stored, withComments);
        }

        json.WriteEndArray();
        WriteText(json, "next", next);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, StoredFeedback stored, bool withComments)
    {
        var report = stored.Report;
        json.WriteStartObject();
        json.WriteNumber("sequence", stored.Sequence);
        json.WriteString("service", report.Service);
        json.WriteString("card", report.Card);
        json.WriteString("outcome", report.Outcome == FeedbackOutcome.Accepted ? "accepted" : "overridden");
        WriteSuggestions(json, report.AcceptedSuggestions);
        WriteOverride(json, report.Reason, withComments ? report.UserComment : null);
        json.WriteString("outcomeTimestamp", Instant(report.OutcomeAt));
        json.WriteString("receivedAt", Instant(stored.ReceivedAt));
        json.WriteEndObject();
    }

    private static void WriteSuggestions(Utf8JsonWriter json, IReadOnlyList<string> ids)
    {
        if (ids.Count == 0)
        {
            return;
        }

        json.WriteStartArray("acceptedSuggestions");
        foreach (var id in ids)
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteOverride(Utf8JsonWriter json, FeedbackReason? reason, string? comment)
    {
        if (reason is null && comment is null)
        {
            return;
        }

        json.WriteStartObject("overrideReason");
        if (reason is not null)
        {
            json.WriteStartObject("reason");
            WriteText(json, "system", reason.System);
            json.WriteString("code", reason.Code);
            WriteText(json, "display", reason.Display);
            json.WriteEndObject();
        }

        WriteText(json, "userComment", comment);
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }

    private static string Instant(DateTimeOffset instant)
        => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
}
