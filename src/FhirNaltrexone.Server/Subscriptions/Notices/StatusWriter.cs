using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using FhirNaltrexone.Server.Subscriptions.Requests;

namespace FhirNaltrexone.Server.Subscriptions.Notices;

/// <summary>
/// Writes the status of a subscription: Parameters by the profile backport-subscription-status-r4. Later drafts of the guide use another resource;
/// only this class knows.
/// </summary>
internal static partial class StatusWriter
{
    /// <summary>Writes the resource.</summary>
    /// <param name="json">Receives one object.</param>
    /// <param name="notice">What is told.</param>
    /// <param name="id">Id of the resource.</param>
    /// <param name="address">Base URL of this server.</param>
    public static void Write(Utf8JsonWriter json, Notice notice, string id, string address)
    {
        json.WriteStartObject();
        json.WriteString("resourceType", "Parameters");
        json.WriteString("id", id);
        json.WriteStartObject("meta");
        json.WriteStartArray("profile");
        json.WriteStringValue(Backport.Status);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteStartArray("parameter");
        WriteReference(json, "subscription", $"{address}/Subscription/{notice.Subscription}");
        WriteValue(json, "topic", "valueCanonical", notice.Topic);
        WriteValue(json, "status", "valueCode", SubscriptionStatuses.Code(notice.Status));
        WriteValue(json, "type", "valueCode", Code(notice.Type));
        WriteValue(json, "events-since-subscription-start", "valueString", Number(notice.EventsSinceStart));
        foreach (var one in notice.Events) WriteEvent(json, one, notice.Content, address);
        if (notice.Error is { } error) WriteError(json, error);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteEvent(Utf8JsonWriter json, NoticeEvent one, PayloadContent content, string address)
    {
        json.WriteStartObject();
        json.WriteString("name", "notification-event");
        json.WriteStartArray("part");
        WriteValue(json, "event-number", "valueString", Number(one.Event.Number));
        WriteValue(json, "timestamp", "valueInstant", Instant(one.Event.Created));
        if (content != PayloadContent.Empty) WriteReference(json, "focus", $"{address}/{one.Event.Focus}");
        foreach (var context in one.Context) WriteReference(json, "additional-context", $"{address}/{context.Key}");
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteError(Utf8JsonWriter json, string text)
    {
        json.WriteStartObject();
        json.WriteString("name", "error");
        json.WriteStartObject("valueCodeableConcept");
        json.WriteString("text", text);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter json, string name, string member, string value)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteString(member, value);
        json.WriteEndObject();
    }

    private static void WriteReference(Utf8JsonWriter json, string name, string reference)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteStartObject("valueReference");
        json.WriteString("reference", reference);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>An instant as FHIR writes it.</summary>
    public static string Instant(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    // EventNotification is event-notification.
    private static string Code(NoticeType type) => InnerCapital().Replace(type.ToString(), "-$0").ToLowerInvariant();

    [GeneratedRegex("(?<!^)[A-Z]")]
    private static partial Regex InnerCapital();
}
