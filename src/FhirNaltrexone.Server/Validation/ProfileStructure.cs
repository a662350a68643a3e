using System.Runtime.InteropServices;
using System.Text.Json;
using FhirNaltrexone.Validation.Content;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Validation;

/// <summary>Looks whether profiles of others have the structure of FHIR R4 at all: the validator compiles them trusting in that.</summary>
internal static class ProfileStructure
{
    private static readonly ContentReader Reader = new();

    /// <summary>What is wrong with the profile; null for nothing, and for resources that are no profiles.</summary>
    /// <param name="definition">A definition.</param>
    public static Issue? FindDefect(JsonElement definition)
        => definition.TryGetProperty("resourceType", out var type) && type.ValueKind == JsonValueKind.String && type.ValueEquals("StructureDefinition")
            && Reader.FromJson(JsonMarshal.GetRawUtf8Value(definition).ToArray()).Issues is [var issue, ..] ? issue : null;
}
