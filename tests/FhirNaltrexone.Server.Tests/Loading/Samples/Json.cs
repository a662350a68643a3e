using System.Globalization;
using System.Text.Json;

namespace FhirNaltrexone.Server.Tests.Loading.Samples;

/// <summary>Reads what tests look for in resources.</summary>
internal static class Json
{
    /// <summary>The value at a path of member names and positions, such as <c>dosage.site.coding.0.code</c>; null when there is none.</summary>
    public static JsonElement? At(this JsonElement element, string path)
    {
        foreach (var step in path.Split('.'))
        {
            if (int.TryParse(step, CultureInfo.InvariantCulture, out var index)) element = element[index];
            else if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(step, out element)) return null;
        }

        return element;
    }

    public static string? Text(this JsonElement element, string path) => element.At(path) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    public static DateTimeOffset Instant(this JsonElement element, string path)
        => DateTimeOffset.Parse(element.Text(path)!, CultureInfo.InvariantCulture);

    /// <summary>All objects in a resource, itself included.</summary>
    public static IEnumerable<JsonElement> Objects(this JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => [element, .. element.EnumerateObject().SelectMany(member => member.Value.Objects())],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Objects),
        _ => [],
    };
}
