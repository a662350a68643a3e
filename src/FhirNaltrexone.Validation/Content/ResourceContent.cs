using System.Text.Json;

namespace FhirNaltrexone.Validation.Content;

/// <summary>A resource as a client sent it, read and found well-formed. Immutable; safe to share.</summary>
/// <param name="Type">Resource type of R4.</param>
/// <param name="Id">Logical id in the content; null when there is none.</param>
/// <param name="Json">The resource as UTF-8 JSON, as received (or converted from XML), without byte order mark.</param>
/// <param name="Root">The same, parsed; valid as long as this object is.</param>
public sealed record ResourceContent(string Type, string? Id, ReadOnlyMemory<byte> Json, JsonElement Root)
{
    /// <summary>The XML that the client sent, from which the JSON was made; null when JSON was sent.</summary>
    public ReadOnlyMemory<byte>? Xml { get; init; }

    /// <summary>Whether something in the JSON was changed since.</summary>
    public bool IsEdited { get; init; }

    /// <summary>Whether the JSON is not what the client sent but was made from it: lines and columns would mean nothing to the client.</summary>
    public bool IsConverted => Xml is not null || IsEdited;
}
