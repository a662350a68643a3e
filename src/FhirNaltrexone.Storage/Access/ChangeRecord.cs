using FhirNaltrexone.Storage.Audit;
using FhirNaltrexone.Storage.Resources;

namespace FhirNaltrexone.Storage.Access;

/// <summary>How the changes of one request are recorded.</summary>
/// <param name="Events">Makes the AuditEvents of some changes; may be called again when a unit of work runs again.</param>
/// <param name="Seal">Makes the fingerprints of the chain.</param>
public sealed record ChangeRecord(Func<IReadOnlyList<AuditedChange>, IReadOnlyList<ResourceWrite>> Events, AuditSeal Seal);
