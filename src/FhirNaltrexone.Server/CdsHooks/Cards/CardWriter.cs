using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using FhirNaltrexone.Knowledge;
using FhirNaltrexone.Storage.Access;

namespace FhirNaltrexone.Server.CdsHooks.Cards;

/// <summary>Writes findings as cards (CDS Hooks 2.0, CDS Service Response). What has no value is left out: null and empty are forbidden.</summary>
internal static class CardWriter
{
    private const string RedisclosureExtension = "org.example.fhirnaltrexone.redisclosure";

    // Not the encoder for HTML: the answer is application/json with nosniff, and clinicians' texts stay readable.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Writes the whole answer.</summary>
    /// <param name="buffer">Takes the answer.</param>
    /// <param name="findings">The findings.</param>
    /// <param name="notices">Notices of redisclosure, for machines; none when the cards rest on no labelled record.</param>
    public static void Write(IBufferWriter<byte> buffer, IReadOnlyList<Finding> findings, IReadOnlyList<string> notices)
    {
        using var json = new Utf8JsonWriter(buffer, Options);
        json.WriteStartObject();
        json.WriteStartArray("cards"u8);
        foreach (var finding in findings)
        {
            Write(json, finding, notices);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Finding finding, IReadOnlyList<string> notices)
    {
        json.WriteStartObject();
        json.WriteString("uuid"u8, finding.Id);
        json.WriteString("summary"u8, CardText.Summary(finding.Summary));
        WriteText(json, "detail"u8, finding.Detail is { } detail ? CardText.Detail(detail) : null);
        json.WriteString("indicator"u8, Name(finding.Indicator));
        WriteSource(json, finding);
        WriteSuggestions(json, finding);
        WriteOverrideReasons(json, finding.OverrideReasons);
        WriteLinks(json, finding.Documentation);
        if (notices.Count > 0 && CardNotes.RestsOnRecords(finding)) WriteNotice(json, notices);
        json.WriteEndObject();
    }

    private static void WriteNotice(Utf8JsonWriter json, IReadOnlyList<string> notices)
    {
        json.WriteStartObject("extension"u8);
        json.WriteStartObject(RedisclosureExtension);
        json.WriteStartObject("security"u8);
        json.WriteString("system"u8, DisclosureTexts.LabelSystem);
        json.WriteString("code"u8, DisclosureTexts.Label);
        json.WriteEndObject();
        json.WriteString("text"u8, string.Join(' ', notices));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static ReadOnlySpan<byte> Name(Indicator indicator) => indicator switch
    {
        Indicator.Critical => "critical"u8,
        Indicator.Warning => "warning"u8,
        _ => "info"u8,
    };

    private static void WriteSource(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartObject("source"u8);
        json.WriteString("label"u8, finding.Documentation[0].Label);
        if (finding.Documentation[0].Url is { IsAbsoluteUri: true } url)
        {
            json.WriteString("url"u8, url.AbsoluteUri);
        }

        json.WritePropertyName("topic"u8);
        Write(json, finding.Rule);
        json.WriteEndObject();
    }

    private static void WriteSuggestions(Utf8JsonWriter json, Finding finding)
    {
        if (finding.Suggestions.Count == 0)
        {
            return;
        }

        json.WriteStartArray("suggestions"u8);
        foreach (var suggestion in finding.Suggestions)
        {
            json.WriteStartObject();
            json.WriteString("label"u8, suggestion.Label);
            json.WriteString("uuid"u8, suggestion.Id);
            WriteActions(json, suggestion.Actions);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("selectionBehavior"u8, finding.SelectionBehavior == SelectionBehavior.Any ? "any"u8 : "at-most-one"u8);
    }

    private static void WriteActions(Utf8JsonWriter json, IReadOnlyList<SuggestedAction> actions)
    {
        if (actions.Count == 0)
        {
            return;
        }

        json.WriteStartArray("actions"u8);
        foreach (var action in actions)
        {
            Write(json, action);
        }

        json.WriteEndArray();
    }

    /// <summary>A deletion names the draft, everything else carries the whole resource (CDS Hooks 2.0, Action).</summary>
    private static void Write(Utf8JsonWriter json, SuggestedAction action)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, Name(action.Type));
        json.WriteString("description"u8, action.Description);
        if (action.Type == SuggestedActionType.Delete)
        {
            WriteText(json, "resourceId"u8, action.ResourceId);
        }
        else
        {
            json.WritePropertyName("resource"u8);
            json.WriteRawValue(action.Resource.Span, skipInputValidation: true);
        }

        json.WriteEndObject();
    }

    private static ReadOnlySpan<byte> Name(SuggestedActionType type) => type switch
    {
        SuggestedActionType.Delete => "delete"u8,
        SuggestedActionType.Create => "create"u8,
        _ => "update"u8,
    };

    private static void WriteOverrideReasons(Utf8JsonWriter json, IReadOnlyList<Coding> reasons)
    {
        if (reasons.Count == 0)
        {
            return;
        }

        json.WriteStartArray("overrideReasons"u8);
        foreach (var reason in reasons)
        {
            Write(json, reason);
        }

        json.WriteEndArray();
    }

    /// <summary>The first source is that of the card; every source with an address is a link as well, so that it can be opened.</summary>
    private static void WriteLinks(Utf8JsonWriter json, IReadOnlyList<Documentation> documentation)
    {
        if (!documentation.Any(source => source.Url is { IsAbsoluteUri: true }))
        {
            return;
        }

        json.WriteStartArray("links"u8);
        foreach (var source in documentation)
        {
            if (source.Url is { IsAbsoluteUri: true } url)
            {
                json.WriteStartObject();
                json.WriteString("label"u8, source.Display ?? source.Label);
                json.WriteString("url"u8, url.AbsoluteUri);
                json.WriteString("type"u8, "absolute"u8);
                json.WriteEndObject();
            }
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Coding coding)
    {
        json.WriteStartObject();
        json.WriteString("system"u8, coding.System);
        json.WriteString("code"u8, coding.Code);
        WriteText(json, "display"u8, coding.Display);
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, ReadOnlySpan<byte> name, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            json.WriteString(name, text);
        }
    }
}
