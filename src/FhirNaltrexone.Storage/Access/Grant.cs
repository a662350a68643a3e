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

    /// <summary>What is granted by this scope and by another one as well; null for nothing. Two queries add up to none that could be written.</summary>
    /// <param name="other">The other scope.</param>
    public Grant? And(Grant other)
    {
        var interactions = Interactions & other.Interactions;
        var isOneType = Type == other.Type || (Type is null ? Covers(other.Type!) : other.Covers(Type));
        var isOneQuery = Query is null || other.Query is null || Query == other.Query;
        return Context == other.Context && isOneType && isOneQuery && interactions != GrantedInteractions.None
            ? new(Context, Type ?? other.Type, interactions, Query ?? other.Query)
            : null;
    }
}
