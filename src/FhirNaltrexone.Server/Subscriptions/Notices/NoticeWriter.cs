using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Server.Subscriptions.Requests;
using FhirNaltrexone.Storage.Resources;

namespace FhirNaltrexone.Server.Subscriptions.Notices;

/// <summary>Writes notices as bundles (Subscriptions R5 Backport, backport-subscription-notification-r4).</summary>
internal static class NoticeWriter
{
    private const int UuidBytes = 16;

    /// <summary>The bundle of a notice, type <c>history</c>, as UTF-8 JSON: every entry has request and response.</summary>
    /// <param name="notice">What is told.</param>
    /// <param name="address">Base URL of this server.</param>
    /// <param name="now">Time of the bundle.</param>
    public static ReadOnlyMemory<byte> Write(Notice notice, string address, DateTimeOffset now) => Bundle("history", now, Sent(notice), json =>
    {
        WriteStatusEntry(json, notice, address, isSearch: false);
        if (notice.Content == PayloadContent.Empty) return;
        var told = new HashSet<ResourceKey>();
        foreach (var one in notice.Events)
        {
            // A full URL may stand in a history bundle once for each version; context only once at all.
            WriteFocus(json, one, notice.Content, address);
            told.Add(one.Event.Focus);
        }

        foreach (var context in notice.Events.SelectMany(one => one.Context).Where(context => told.Add(context.Key))) WriteContext(json, context, address);
    });

    /// <summary>The answer to <c>$status</c>, type <c>searchset</c>, as UTF-8 JSON.</summary>
    /// <param name="notices">One for each subscription.</param>
    /// <param name="address">Base URL of this server.</param>
    /// <param name="now">Time of the bundle.</param>
    public static ReadOnlyMemory<byte> WriteStatuses(IReadOnlyList<Notice> notices, string address, DateTimeOffset now)
        => Bundle("searchset", now, [], json => { foreach (var notice in notices) WriteStatusEntry(json, notice, address, isSearch: true); }, notices.Count);

    private static IEnumerable<ReadOnlyMemory<byte>> Sent(Notice notice) => notice.Content == PayloadContent.FullResource
        ? notice.Events.SelectMany(one => one.Context.Append(one.Resource)).OfType<ResourceVersion>().Where(version => !version.IsDeleted).Select(version => version.Json)
        : [];

    private static ReadOnlyMemory<byte> Bundle(
        string type, DateTimeOffset now, IEnumerable<ReadOnlyMemory<byte>> resources, Action<Utf8JsonWriter> entries, int? total = null)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteString("resourceType", "Bundle");
        json.WriteString("id", NewUuid());
        DisclosureNotes.Write(json, resources, type == "history" ? Backport.Notification : null);

        json.WriteString("type", type);
        json.WriteString("timestamp", StatusWriter.Instant(now));
        if (total is { } number) json.WriteNumber("total", number);
        if (total != 0)
        {
            json.WriteStartArray("entry");
            entries(json);
            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    private static void WriteStatusEntry(Utf8JsonWriter json, Notice notice, string address, bool isSearch)
    {
        var id = NewUuid();
        json.WriteStartObject();
        json.WriteString("fullUrl", $"urn:uuid:{id}");
        json.WritePropertyName("resource");
        StatusWriter.Write(json, notice, id, address);
        if (isSearch)
        {
            json.WriteStartObject("search");
            json.WriteString("mode", "match");
            json.WriteEndObject();
        }
        else
        {
            WriteRequest(json, "GET", $"{address}/Subscription/{notice.Subscription}/$status", "200");
        }

        json.WriteEndObject();
    }

    private static void WriteFocus(Utf8JsonWriter json, NoticeEvent one, PayloadContent content, string address)
    {
        var (method, url, status) = one.Event.Change switch
        {
            ResourceChange.Create => ("POST", one.Event.Focus.Type, "201"),
            ResourceChange.CreateAs or ResourceChange.Publish => ("PUT", one.Event.Focus.ToString(), "201"),
            ResourceChange.Delete => ("DELETE", one.Event.Focus.ToString(), "204"),
            _ => ("PUT", one.Event.Focus.ToString(), "200"),
        };
        json.WriteStartObject();
        json.WriteString("fullUrl", $"{address}/{one.Event.Focus}");
        if (content == PayloadContent.FullResource && one.Resource is { IsDeleted: false } resource)
        {
            json.WritePropertyName("resource");
            json.WriteRawValue(resource.Json.Span, skipInputValidation: true);
        }

        WriteRequest(json, method, url, status, one.Event.Version, one.Event.Created);
        json.WriteEndObject();
    }

    private static void WriteContext(Utf8JsonWriter json, ResourceVersion context, string address)
    {
        json.WriteStartObject();
        json.WriteString("fullUrl", $"{address}/{context.Key}");
        json.WritePropertyName("resource");
        json.WriteRawValue(context.Json.Span, skipInputValidation: true);
        WriteRequest(json, "GET", context.Key.ToString(), "200", context.Version, context.LastUpdated);
        json.WriteEndObject();
    }

    private static void WriteRequest(Utf8JsonWriter json, string method, string url, string status, int? version = null, DateTimeOffset? modified = null)
    {
        json.WriteStartObject("request");
        json.WriteString("method", method);
        json.WriteString("url", url);
        json.WriteEndObject();
        json.WriteStartObject("response");
        json.WriteString("status", status);
        if (version is { } number) json.WriteString("etag", $"W/\"{number}\"");
        if (modified is { } instant) json.WriteString("lastModified", StatusWriter.Instant(instant));
        json.WriteEndObject();
    }

    private static string NewUuid() => new Guid(RandomNumberGenerator.GetBytes(UuidBytes)).ToString();
}
