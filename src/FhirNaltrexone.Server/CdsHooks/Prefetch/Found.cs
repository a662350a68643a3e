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
    public bool HasOpenMedication => IsOfMedication && MedicationCopies.IsOpen(Resource);

    /// <summary>Whether it is an order that refers to a medication somewhere else.</summary>
    public bool HasMedicationElsewhere => IsOfMedication && MedicationCopies.ReferenceElsewhere(Resource) is not null;

    /// <summary>Whether the server put it beside what was asked for: the total does not count it.</summary>
    public bool IsIncluded
        => FhirJson.Object(Entry, "search"u8) is { ValueKind: JsonValueKind.Object } search && FhirJson.Text(search, "mode"u8) == "include";

    /// <summary>Address of the resource, when the entry says it.</summary>
    public string? FullUrl => Entry.ValueKind == JsonValueKind.Object ? FhirJson.Text(Entry, "fullUrl"u8) : null;

    private bool IsOfMedication => Type is { } type && type.StartsWith("Medication", StringComparison.Ordinal);
}
