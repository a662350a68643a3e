using System.Text.Json.Nodes;

namespace FhirNaltrexone.Knowledge.Apply;

/// <summary>What applying gave.</summary>
/// <param name="Resource">CarePlan, or the resource of an ActivityDefinition; null when there is a fault.</param>
/// <param name="Fault">Why the definition cannot be applied at all; null when it was.</param>
public sealed record ApplyResult(JsonObject? Resource, ApplyIssue? Fault);
