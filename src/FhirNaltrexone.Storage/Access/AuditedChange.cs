using FhirNaltrexone.Storage.Resources;

namespace FhirNaltrexone.Storage.Access;

/// <summary>A change that has to be recorded.</summary>
/// <param name="Version">The version made; the newest one when a history was purged.</param>
/// <param name="Before">The version before; null when there was none.</param>
public sealed record AuditedChange(ResourceVersion Version, ResourceVersion? Before);
