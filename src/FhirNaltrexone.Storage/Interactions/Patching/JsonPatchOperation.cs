using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using FhirNaltrexone.Storage.Resources;

namespace FhirNaltrexone.Storage.Interactions.Patching;

/// <summary>One operation of a JSON Patch.</summary>
/// <param name="Name">add, remove, replace, move, copy or test.</param>
/// <param name="Path">Where.</param>
/// <param name="From">Whence, for move and copy.</param>
/// <param name="Value">What, for add, replace and test; undefined otherwise.</param>
internal sealed record JsonPatchOperation(string Name, JsonPointer Path, JsonPointer? From, JsonElement Value)
{
    /// <summary>Reads an operation. Members that are not defined are ignored (RFC 6902, 3).</summary>
    /// <param name="json">A value of the array.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="defect">What is wrong with it.</param>
    /// <returns>Whether it is one.</returns>
    public static bool TryRead(
        JsonElement json, [NotNullWhen(true)] out JsonPatchOperation? operation, [NotNullWhen(false)] out string? defect)
    {
        operation = null;
        defect = Defect(json, out var name, out var path, out var from, out var value);
        if (defect is not null) return false;
        operation = new(name!, path!, from, value);
        return true;
    }

    private static string? Defect(JsonElement json, out string? name, out JsonPointer? path, out JsonPointer? from, out JsonElement value)
    {
        (name, path, from, value) = (null, null, null, default);
        if (json.ValueKind != JsonValueKind.Object) return "it is not an object";
        name = json.Text("op");
        if (name is not ("add" or "remove" or "replace" or "move" or "copy" or "test")) return "op must be add, remove, replace, move, copy or test";
        if (json.Text("path") is not { } where || !JsonPointer.TryRead(where, out path)) return "path must be a JSON pointer";
        if (name is "move" or "copy" && (json.Text("from") is not { } whence || !JsonPointer.TryRead(whence, out from))) return "from must be a JSON pointer";
        return name is "add" or "replace" or "test" && !json.TryGetProperty("value", out value) ? "there is no value" : null;
    }
}
