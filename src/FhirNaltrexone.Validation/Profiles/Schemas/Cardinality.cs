using System.Globalization;
using System.Text.Json;
using FhirNaltrexone.Validation.Terminology;

namespace FhirNaltrexone.Validation.Profiles.Schemas;

/// <summary>Reads how often an element may be there.</summary>
internal static class Cardinality
{
    /// <summary>No limit.</summary>
    public const int Unbounded = int.MaxValue;

    /// <summary>The least number; 0 when none is given.</summary>
    public static int Min(JsonElement element)
        => element.ValueKind == JsonValueKind.Object && element.TryGetProperty("min", out var min) && min.TryGetInt32(out var number) ? number : 0;

    /// <summary>The greatest number.</summary>
    public static int Max(JsonElement element)
        => element.Text("max") is { } text && text != "*" && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : Unbounded;
}
