namespace FhirNaltrexone.Storage.Access;

/// <summary>One scope that was granted; several add up (SMART App Launch 2.2, scopes for requesting FHIR resources).</summary>
/// <param name="Context">Whose records.</param>
/// <param name="Type">Resource type; null for all (<c>*</c>), which never means <c>AuditEvent</c>: that must be named.</param>
/// <param name="Interactions">What may be done.</param>
/// <param name="Query">Search parameters that resources must match, as written behind the question mark; null for all resources.</param>
public sealed record Grant(GrantContext Context, string? Type, GrantedInteractions Interactions, string? Query = null)
{
    private const string AuditType = "AuditEvent";

    /// <summary>Whether the grant is about a type. Who may see records of patients is not thereby an auditor.</summary>
    /// <param name="type">Resource type.</param>
    public bool Covers(string type) => Type == type || (Type is null && type != AuditType);
}
