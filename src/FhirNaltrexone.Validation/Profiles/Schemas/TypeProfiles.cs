using System.Text.Json;
using FhirNaltrexone.Validation.Terminology;

namespace FhirNaltrexone.Validation.Profiles.Schemas;

/// <summary>
/// Reads to which profiles an element of a type must conform. An extension can name one element of a profile: it is put behind the canonical as a
/// fragment.
/// </summary>
internal static class TypeProfiles
{
    private const string ProfileElement = "http://hl7.org/fhir/StructureDefinition/elementdefinition-profile-element";

    /// <summary>Canonicals of the profiles.</summary>
    /// <param name="type">A type of an element definition.</param>
    public static IEnumerable<string> Of(JsonElement type)
    {
        var companions = type.Items("_profile").ToList();
        return type.Texts("profile").Select((url, index) => index < companions.Count && Element(companions[index]) is { } element ? $"{url}#{element}" : url);
    }

    private static string? Element(JsonElement companion)
        => companion.Items("extension").FirstOrDefault(each => each.Text("url") == ProfileElement) is { ValueKind: JsonValueKind.Object } extension
            ? extension.Text("valueString")
            : null;
}
