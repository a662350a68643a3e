using System.Text.Json;

namespace FhirNaltrexone.Knowledge.Loading;

/// <summary>Reads FHIR JSON leniently: what is absent or of another kind is null or empty, and the caller decides whether that is a problem.</summary>
internal static class JsonReading
{
    public static string? Text(this JsonElement element, string name)
        => element.Child(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    public static JsonElement? Child(this JsonElement element, string name)
        => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : null;

    public static IEnumerable<JsonElement> Items(this JsonElement element, string name)
        => element.Child(name) is { } list ? list.Items() : [];

    public static IEnumerable<JsonElement> Items(this JsonElement list)
        => list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : [];

    /// <summary>The first coding of a CodeableConcept.</summary>
    public static Coding? FirstCoding(this JsonElement concept)
    {
        foreach (var coding in concept.Items("coding"))
        {
            return coding.AsCoding();
        }

        return null;
    }

    public static Coding? AsCoding(this JsonElement coding)
        => coding.Text("system") is { } system && coding.Text("code") is { } code ? new Coding(system, code, coding.Text("display")) : null;
}
