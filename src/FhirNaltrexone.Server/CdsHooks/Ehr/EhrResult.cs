using FhirNaltrexone.Server.CdsHooks.Prefetch;

namespace FhirNaltrexone.Server.CdsHooks.Ehr;

/// <summary>What a query to the FHIR server brought, all pages together.</summary>
/// <param name="IsComplete">Whether it proves that nothing else is on file.</param>
/// <param name="Found">The resources; also those of an incomplete answer.</param>
/// <param name="Failure">Code of what went wrong; null when complete.</param>
internal sealed record EhrResult(bool IsComplete, IReadOnlyList<Found> Found, string? Failure);
