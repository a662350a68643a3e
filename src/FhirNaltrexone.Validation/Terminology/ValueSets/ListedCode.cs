using System.Text.Json;

namespace FhirNaltrexone.Validation.Terminology.ValueSets;

/// <summary>A code that a value set lists.</summary>
/// <param name="Code">Code.</param>
/// <param name="Display">Display within the value set; null for that of the code system.</param>
/// <param name="Source">The element of the resource, with its designations.</param>
internal sealed record ListedCode(string Code, string? Display, JsonElement Source)
{
    /// <summary>The display and the designations the value set gives.</summary>
    public IEnumerable<string> Displays()
        => Source.Items("designation").Select(one => one.Text("value")).Prepend(Display).OfType<string>();
}
