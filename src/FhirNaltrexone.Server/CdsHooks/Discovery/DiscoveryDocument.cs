using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using FhirNaltrexone.Knowledge;
using FhirNaltrexone.Server.CdsHooks.Burden;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.CdsHooks.Discovery;

/// <summary>The answer to <c>GET /cds-services</c> (CDS Hooks 2.0, Discovery): one entry for each service and hook, written once at start.</summary>
internal sealed class DiscoveryDocument
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the document for a catalogue; descriptions say which rules the site has switched off.</summary>
    public DiscoveryDocument(ServiceCatalogue catalogue, IOptions<CardOptions> cards)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            Write(json, catalogue, cards.Value);
        }

        Utf8 = buffer.WrittenMemory;
    }

    /// <summary>The document as UTF-8 JSON.</summary>
    public ReadOnlyMemory<byte> Utf8 { get; }

    private static void Write(Utf8JsonWriter json, ServiceCatalogue catalogue, CardOptions cards)
    {
        json.WriteStartObject();
        json.WriteStartArray("services");
        foreach (var service in catalogue.Services)
        {
            foreach (var hook in service.Hooks)
            {
                Write(json, service, hook, CardSettings.Describe(cards, service));
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ICdsService service, string hook, string settings)
    {
        json.WriteStartObject();
        json.WriteString("hook", hook);
        json.WriteString("id", service.Id);
        json.WriteString("title", service.Title);
        json.WriteString("description", service.Description + settings);
        if (service.Usage is { Length: > 0 } usage)
        {
            json.WriteString("usageRequirements", usage);
        }

        if (service.Prefetch(hook) is { Count: > 0 } templates)
        {
            json.WriteStartObject("prefetch");
            foreach (var template in templates)
            {
                json.WriteString(template.Key, template.Query);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
