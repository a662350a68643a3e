using System.Text.Json;

namespace FhirNaltrexone.Validation.Profiles.Formats;

/// <summary>How the values of a primitive type are written in JSON.</summary>
/// <param name="Json">Name of the JSON type: string, number, boolean.</param>
/// <param name="IsRight">Whether a literal is right: of a string its characters, else the text of the number.</param>
/// <param name="Words">What a right literal looks like, to be put behind "demands".</param>
internal sealed record PrimitiveFormat(string Json, LiteralCheck IsRight, string Words)
{
    /// <summary>Whether a value has the JSON type.</summary>
    public bool IsJsonType(JsonValueKind kind) => kind switch
    {
        JsonValueKind.String => Json == "string",
        JsonValueKind.Number => Json == "number",
        JsonValueKind.True or JsonValueKind.False => Json == "boolean",
        _ => false,
    };
}
