using System.Text.Json;

namespace FhirNaltrexone.Server.Conformance.Running;

/// <summary>Something a script can name: a fixture, a request, an answer.</summary>
/// <param name="Headers">Headers of a request or answer; names in any case.</param>
/// <param name="Body">Its bytes as sent or received.</param>
/// <param name="Resource">The resource in it; null when there is none.</param>
internal sealed record Document(IReadOnlyDictionary<string, string> Headers, ReadOnlyMemory<byte> Body, JsonElement? Resource)
{
    private static readonly IReadOnlyDictionary<string, string> NoHeaders = new Dictionary<string, string>();

    /// <summary>A resource without anything around it.</summary>
    public static Document Of(JsonElement resource) => new(NoHeaders, System.Text.Encoding.UTF8.GetBytes(resource.GetRawText()), resource);

    /// <summary>A header; null when it is missing.</summary>
    public string? Header(string name) => Headers.GetValueOrDefault(name);
}
