using System.Text.Json;
using FhirNaltrexone.Validation.Content;
using FhirNaltrexone.Validation.Definitions;
using FhirNaltrexone.Validation.Terminology;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;
using Hl7.Fhir.Specification.Snapshot;

namespace FhirNaltrexone.Validation.Profiles.Snapshots;

/// <summary>Gives the snapshot of a StructureDefinition; one that has only a differential gets it from the generator of the SDK.</summary>
/// <param name="definitions">Where base definitions are found.</param>
internal sealed class SnapshotSource(DefinitionSet definitions)
{
    private const int LongestChain = 32;

    private static readonly FhirJsonDeserializer Reader = new(new DeserializerSettings().UsingMode(DeserializationMode.Ostrich));
    private static readonly SnapshotGeneratorSettings Settings = new() { GenerateSnapshotForExternalProfiles = true, GenerateElementIds = true };

    /// <summary>The elements of the snapshot; none when it cannot be made.</summary>
    /// <param name="definition">A StructureDefinition.</param>
    public IReadOnlyList<JsonElement> Elements(JsonElement definition)
    {
        if (definition.Member("snapshot") is { } snapshot) return [.. snapshot.Items("element")];
        return HasRoot(definition) ? Generate(definition) : [];
    }

    /// <summary>The resource of a definition as the SDK has it; null when it cannot be read.</summary>
    internal static Resource? Read(JsonElement definition)
    {
        try
        {
            var reader = new Utf8JsonReader(JsonSerializer.SerializeToUtf8Bytes(definition), new JsonReaderOptions { MaxDepth = Nesting.Resource });
            Reader.TryDeserializeResource(ref reader, out var resource, out _);
            return resource;
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException or NotSupportedException or FormatException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Whether the chain of base definitions ends at one that is here and has a snapshot: circles and gaps are left to no generator.</summary>
    private bool HasRoot(JsonElement definition)
    {
        for (var step = 0; step < LongestChain; step++)
        {
            if (definition.Text("baseDefinition") is not { } url || definitions.Find("StructureDefinition", url) is not { } above) return false;
            if (above.Member("snapshot") is not null) return true;
            definition = above;
        }

        return false;
    }

    private IReadOnlyList<JsonElement> Generate(JsonElement definition)
    {
        if (Read(definition) is not StructureDefinition structure) return [];
        try
        {
            new SnapshotGenerator(new DefinitionResolver(definitions), Settings).UpdateAsync(structure).GetAwaiter().GetResult();
            using var made = new MemoryStream();
            using (var writer = new Utf8JsonWriter(made)) FhirJsonSerializer.Default.Serialize(structure, writer, null);
            return [.. JsonDocument.Parse(made.ToArray()).RootElement.Member("snapshot")!.Value.Items("element")];
        }
        catch (Exception failure) when (failure is InvalidOperationException or NotSupportedException or ArgumentException or FormatException or JsonException)
        {
            return [];
        }
    }
}
