using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Inputs;

/// <summary>A piece of a file: a line, a document, an entry.</summary>
internal sealed record InputItem
{
    /// <summary>Where it stands, for messages: <c>patients.ndjson:12</c>.</summary>
    public required string Place { get; init; }

    /// <summary>Number of the item in its file; rises.</summary>
    public required long Ordinal { get; init; }

    /// <summary>Bytes of the file read when the item was complete.</summary>
    public required long Position { get; init; }

    /// <summary>The resource, UTF-8 JSON or XML.</summary>
    public ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>Whether the content is XML.</summary>
    public bool IsXml { get; init; }

    /// <summary>Why there is no content.</summary>
    public Issue? Defect { get; init; }
}
