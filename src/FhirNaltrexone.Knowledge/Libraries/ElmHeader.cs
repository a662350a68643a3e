using System.Text.Json;
using FhirNaltrexone.Knowledge.Loading;

namespace FhirNaltrexone.Knowledge.Libraries;

/// <summary>Name and includes of an ELM library.</summary>
/// <param name="Name">Its name; empty when it has none.</param>
/// <param name="Includes">Names of the libraries it includes.</param>
internal sealed record ElmHeader(string Name, IReadOnlyList<string> Includes)
{
    /// <summary>Reads the header; null when the text is no ELM in JSON.</summary>
    public static ElmHeader? Read(ReadOnlyMemory<byte> elm)
    {
        try
        {
            using var json = JsonDocument.Parse(elm);
            if (json.RootElement.Child("library") is not { ValueKind: JsonValueKind.Object } library) return null;
            return new(
                library.Child("identifier")?.Text("id") ?? "",
                [.. (library.Child("includes") ?? default).Items("def").Select(include => include.Text("path")).OfType<string>()]);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
