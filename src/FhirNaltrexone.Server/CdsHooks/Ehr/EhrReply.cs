using System.Text.Json;

namespace FhirNaltrexone.Server.CdsHooks.Ehr;

/// <summary>What the FHIR server answered to one request: a document, or the code of what went wrong.</summary>
/// <param name="Document">The JSON; whoever asked disposes of it.</param>
/// <param name="Failure">A code of FHIR R4 IssueType; null when there is a document.</param>
internal readonly record struct EhrReply(JsonDocument? Document, string? Failure);
