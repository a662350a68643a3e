using System.Text.Json;
using FhirNaltrexone.Knowledge.Libraries;

namespace FhirNaltrexone.Server.Reasoning.Applying;

/// <summary>A definition with everything it leads to.</summary>
/// <param name="Root">The definition.</param>
/// <param name="Definitions">Finds a definition by type and canonical.</param>
/// <param name="Libraries">Finds a library by canonical.</param>
/// <param name="Needs">What its libraries read of a patient.</param>
/// <param name="Hooks">The hooks at which their defines may have another value that matters than outside of hooks.</param>
internal sealed record DefinitionClosure(
    JsonElement Root,
    Func<string, string, JsonElement?> Definitions,
    Func<string, KnowledgeLibrary?> Libraries,
    IReadOnlyList<DataNeeds> Needs,
    IReadOnlyList<string> Hooks);
