using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Xml;
using FhirNaltrexone.Validation.Outcomes;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;

namespace FhirNaltrexone.Validation.Content;

/// <summary>Turns resources from JSON to XML and back. Decimals keep their digits and exponents as they are written.</summary>
public static class FhirXml
{
    // Where the SDK gives up instead of naming a defect, such as at an element within a number.
    private static readonly Issue Unreadable = new(IssueCodes.Structure, "The resource cannot be read: an element has a form that FHIR XML does not know.");

    private static readonly DeserializerSettings AsItIs = new DeserializerSettings().UsingMode(DeserializationMode.Ostrich);
    private static readonly FhirJsonDeserializer JsonReader = new(AsItIs);
    private static readonly FhirXmlDeserializer Lenient = new(AsItIs);
    private static readonly FhirXmlDeserializer Strict = new(new DeserializerSettings().UsingMode(DeserializationMode.Strict));
    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) };

    /// <summary>The XML of a resource.</summary>
    /// <param name="json">A resource this server has stored or made.</param>
    /// <param name="isPretty">Whether it is indented.</param>
    public static ReadOnlyMemory<byte> FromJson(ReadOnlySpan<byte> json, bool isPretty = false)
    {
        var hidden = WrittenDecimals.Hide(ref json);
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = Nesting.Answer });
        JsonReader.TryDeserializeResource(ref reader, out var resource, out _);
        using var stream = new MemoryStream(json.Length + 1024);
        using (var writer = XmlWriter.Create(stream, isPretty ? new XmlWriterSettings { Encoding = Settings.Encoding, Indent = true } : Settings))
        {
            FhirXmlSerializer.Default.Serialize(resource!, writer, null, null);
        }

        var xml = stream.GetBuffer().AsMemory(0, (int)stream.Length);
        return hidden?.Restore(xml) ?? xml;
    }

    /// <summary>The JSON of a resource in XML.</summary>
    /// <param name="xml">A text that has passed the guard.</param>
    /// <param name="isStructureChecked">Whether the structure is checked.</param>
    internal static (ReadOnlyMemory<byte> Json, IReadOnlyList<Issue> Issues) ToJson(ReadOnlyMemory<byte> xml, bool isStructureChecked)
    {
        using var reader = WrittenDecimals.Read(xml, out var hidden);
        try
        {
            var isGood = (isStructureChecked ? Strict : Lenient).TryDeserializeResource(reader, out var resource, out var defects);
            var issues = isGood ? [] : StructureIssues.Of(defects, resource?.TypeName ?? "Resource");
            if (resource is null || (isStructureChecked && issues.Count > 0)) return (default, issues);
            var json = Json(resource);
            return (hidden?.Restore(json) ?? json, []);
        }
        catch (Exception failure) when (failure is NotSupportedException or InvalidOperationException or FormatException or ArgumentException or XmlException)
        {
            return (default, [Unreadable]);
        }
    }

    private static ReadOnlyMemory<byte> Json(Resource resource)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { MaxDepth = Nesting.Answer }))
        {
            FhirJsonSerializer.Default.Serialize(resource, writer, null);
        }

        return buffer.WrittenMemory;
    }
}
