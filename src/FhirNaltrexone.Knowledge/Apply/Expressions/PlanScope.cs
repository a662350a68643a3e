using System.Text.Json;
using FhirNaltrexone.Knowledge.Libraries;

namespace FhirNaltrexone.Knowledge.Apply.Expressions;

/// <summary>What the expressions of one definition may name.</summary>
/// <param name="Definition">The definition itself: <c>%definition</c> of FHIRPath.</param>
/// <param name="Libraries">Its libraries.</param>
internal sealed record PlanScope(JsonElement Definition, IReadOnlyList<KnowledgeLibrary> Libraries);
