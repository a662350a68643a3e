using System.Runtime.InteropServices;
using System.Xml;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Validation.Content;

/// <summary>
/// Walks an XML text before anything else reads it: readers of FHIR go one call deeper with each element, and some thousands of levels would
/// overflow the stack and end the process.
/// </summary>
internal static class XmlGuard
{
    /// <summary>A reader that resolves nothing and knows no document type.</summary>
    /// <param name="xml">The text.</param>
    public static XmlReader Reader(ReadOnlyMemory<byte> xml) => XmlReader.Create(Stream(xml), new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    });

    /// <summary>Why the text must not be read; null when it may.</summary>
    /// <param name="xml">The text.</param>
    public static Issue? FindDefect(ReadOnlyMemory<byte> xml)
    {
        using var reader = Reader(xml);
        try
        {
            while (reader.Read())
            {
                if (reader.Depth >= Nesting.Resource) return TooDeep(reader as IXmlLineInfo);
            }

            return null;
        }
        catch (XmlException error)
        {
            return new(IssueCodes.Structure, $"The text is not well-formed XML without document type (line {error.LineNumber}, column {error.LinePosition}).");
        }
    }

    private static Issue TooDeep(IXmlLineInfo? place) => new(
        IssueCodes.Structure, $"Elements are nested deeper than {Nesting.Resource} levels (line {place?.LineNumber}, column {place?.LinePosition}).");

    private static MemoryStream Stream(ReadOnlyMemory<byte> xml)
        => MemoryMarshal.TryGetArray(xml, out var segment)
            ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false)
            : new MemoryStream(xml.ToArray(), writable: false);
}
