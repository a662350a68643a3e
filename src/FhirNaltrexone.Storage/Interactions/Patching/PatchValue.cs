using System.Text.Json;

namespace FhirNaltrexone.Storage.Interactions.Patching;

/// <summary>A value as a part of Parameters gives it.</summary>
/// <param name="Suffix">Type as the name of a choice element ends with it: <c>Quantity</c> of <c>valueQuantity</c>; null for parts and resources.</param>
/// <param name="Plain">The value, or the resource; undefined when there is only <paramref name="Shadow"/> or parts.</param>
/// <param name="Shadow">Id and extensions of a primitive; mostly undefined.</param>
/// <param name="Parts">Elements of a value without data type; empty otherwise.</param>
internal readonly record struct PatchValue(string? Suffix, JsonElement Plain, JsonElement Shadow, IReadOnlyList<JsonElement> Parts)
{
    /// <summary>Whether there is anything.</summary>
    public bool HasContent => Plain.ValueKind != JsonValueKind.Undefined || Shadow.ValueKind != JsonValueKind.Undefined || Parts.Count > 0;

    /// <summary>The value of a part, or of none.</summary>
    /// <param name="part">An object of Parameters.parameter.part.</param>
    public static PatchValue Of(JsonElement part)
    {
        string? suffix = null;
        JsonElement plain = default, shadow = default;
        IReadOnlyList<JsonElement> parts = [];
        foreach (var member in part.EnumerateObject())
        {
            if (member.Name.StartsWith("value", StringComparison.Ordinal)) (suffix, plain) = (member.Name["value".Length..], member.Value);
            else if (member.Name.StartsWith("_value", StringComparison.Ordinal)) (suffix, shadow) = (member.Name["_value".Length..], member.Value);
            else if (member.Name == "resource") plain = member.Value;
            else if (member.Name == "part") parts = [.. member.Value.EnumerateArray()];
        }

        return new(suffix, plain, shadow, parts);
    }
}
