using System.Text.Json;

namespace FhirNaltrexone.Knowledge.Libraries;

/// <summary>A library of an integrator, to be compiled beside those of the content.</summary>
/// <param name="Resource">The Library resource.</param>
/// <param name="Elm">Its ELM as JSON.</param>
public sealed record ForeignLibrary(JsonElement Resource, ReadOnlyMemory<byte> Elm);
