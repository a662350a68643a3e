using System.Text.Json;

namespace FhirNaltrexone.Validation.Profiles.Rules;

/// <summary>A value of a definition as it is shown in messages: short.</summary>
internal static class Shown
{
    private const int MaxLength = 200;

    /// <summary>The value as JSON, cut off when it is long.</summary>
    public static string Of(JsonElement value) => value.GetRawText() is { Length: > MaxLength } text ? text[..MaxLength] + "…" : value.GetRawText();
}
