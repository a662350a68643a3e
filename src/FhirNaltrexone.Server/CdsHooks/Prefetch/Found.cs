using System.Text.Json;
using FhirNaltrexone.Knowledge.Charts;

namespace FhirNaltrexone.Server.CdsHooks.Prefetch;

/// <summary>A resource and where it was found.</summary>
/// <param name="Resource">A JSON object with a resourceType.</param>
/// <param name="Type">Its resourceType; null when it has none.</param>
/// <param name="Entry">The Bundle entry around it; undefined when it stood alone.</param>
/// <param name="Place">Path of the value it was found in.</param>
/// <param name="Index">Position in the Bundle; -1 when it stood alone.</param>
internal readonly record struct Found(JsonElement Resource, string? Type, JsonElement Entry, string Place, int Index)
{
    /// <summary>JSON path of the resource, for issues.</summary>
    public string Path => Index < 0 ? Place : $"{Place}.entry[{Index}].resource";

    /// <summary>Whether it is an order that names its medication by reference.</summary>
    public bool HasOpenMedication => Type is { } type && type.StartsWith("Medication", StringComparison.Ordinal) && MedicationCopies.IsOpen(Resource);

    /// <summary>Address of the resource, when the entry says it.</summary>
    public string? FullUrl => Entry.ValueKind == JsonValueKind.Object ? FhirJson.Text(Entry, "fullUrl"u8) : null;
}
