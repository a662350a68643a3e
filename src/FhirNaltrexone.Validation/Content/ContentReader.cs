using System.Text.Json;
using FhirNaltrexone.Validation.Definitions;
using FhirNaltrexone.Validation.Model;
using FhirNaltrexone.Validation.Outcomes;
using FhirNaltrexone.Validation.Profiles;

namespace FhirNaltrexone.Validation.Content;

/// <summary>
/// Reads a resource from what a client sent. First come the guards, which keep out what could harm the process or a database; then, unless switched
/// off, the structure of FHIR R4: elements, cardinality, types, literals and required codes. Profiles and invariants are not looked at.
/// </summary>
/// <param name="isStructureChecked">Whether the structure is checked.</param>
public sealed class ContentReader(bool isStructureChecked = true)
{
    private const int MaxIdLength = 64;

    private static readonly Validator Structure = new(DefinitionSet.Core);
    private static readonly ValidationRequest StructureOnly = new() { Depth = ValidationDepth.Structure, MaxIssues = 50 };

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = Nesting.Resource };

    /// <summary>Reads JSON.</summary>
    /// <param name="json">UTF-8; a byte order mark is skipped. The bytes are kept, so they must not change afterwards.</param>
    public ContentReading FromJson(ReadOnlyMemory<byte> json)
    {
        var text = json.Span.StartsWith("\uFEFF"u8) ? json[3..] : json;
        return Checked(Guard(text));
    }

    /// <summary>Reads XML and turns it into JSON.</summary>
    /// <param name="xml">An XML document; its declaration or byte order mark says the encoding.</param>
    public ContentReading FromXml(ReadOnlyMemory<byte> xml)
    {
        if (XmlGuard.FindDefect(xml) is { } defect) return ContentReading.Bad([defect]);
        var (json, issues) = FhirXml.ToJson(xml, isStructureChecked);
        if (issues.Count > 0) return ContentReading.Bad(issues);
        var reading = Guard(json, isConverted: true);
        return Checked(reading with { Content = reading.Content is { } content ? content with { Xml = xml } : null });
    }

    /// <summary>Reads JSON or XML past the guards, but leaves the structure unchecked: for batches, whose entries are checked one by one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isXml">Whether it is XML.</param>
    public static ContentReading Unchecked(ReadOnlyMemory<byte> text, bool isXml)
    {
        var reader = new ContentReader(isStructureChecked: false);
        return isXml ? reader.FromXml(text) : reader.FromJson(text);
    }

    /// <summary>Defects in the structure of content read unchecked; none when the structure is not checked here.</summary>
    /// <param name="content">The content.</param>
    /// <param name="expression">FHIRPath of the content within what it is part of; null when it stands alone.</param>
    public IReadOnlyList<Issue> Check(ResourceContent content, string? expression = null)
    {
        if (!isStructureChecked) return [];
        var issues = Structure.Validate(content, StructureOnly with { Within = expression });
        return [.. issues.Where(issue => issue.Severity == IssueSeverity.Error)];
    }

    private ContentReading Checked(ContentReading reading)
        => reading.Content is { } content && Check(content) is { Count: > 0 } issues ? ContentReading.Bad(issues) : reading;

    private static ContentReading Guard(ReadOnlyMemory<byte> text, bool isConverted = false)
    {
        var issues = JsonGuard.Check(text.Span, isConverted);
        if (issues.Count > 0) return ContentReading.Bad(issues);
        var root = JsonDocument.Parse(text, Options).RootElement;
        return RefuseType(root) ?? RefuseId(root) ?? ContentReading.Good(new(
            root.GetProperty("resourceType").GetString()!, root.TryGetProperty("id", out var id) ? id.GetString() : null, text, root));
    }

    private static ContentReading? RefuseType(JsonElement root)
    {
        if (!root.TryGetProperty("resourceType", out var type))
        {
            return Bad(IssueCodes.Required, "There is no resourceType: send one FHIR R4 resource.", "resourceType");
        }

        if (type.ValueKind != JsonValueKind.String) return Bad(IssueCodes.Structure, "resourceType must be a string.", "resourceType");
        return ResourceTypes.Contains(type.GetString()!)
            ? null
            : Bad(IssueCodes.NotSupported, "resourceType names no resource type of FHIR R4; case matters.", "resourceType");
    }

    private static ContentReading? RefuseId(JsonElement root)
        => !root.TryGetProperty("id", out var id) || (id.ValueKind == JsonValueKind.String && IsId(id.GetString()!))
            ? null
            : Bad(IssueCodes.Value, "The id must be 1 to 64 letters, digits, hyphens and dots.", $"{root.GetProperty("resourceType").GetString()}.id");

    private static bool IsId(string text)
        => text.Length is > 0 and <= MaxIdLength && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '.');

    private static ContentReading Bad(string code, string text, string expression) => ContentReading.Bad([new Issue(code, text, expression)]);
}
