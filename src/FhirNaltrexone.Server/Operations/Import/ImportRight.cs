using FhirNaltrexone.Storage.Access;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Operations.Import;

/// <summary>Who may ask for an import: whoever may store anything as PUT does; which lines of it is decided line by line.</summary>
internal static class ImportRight
{
    private static readonly Refusal Lacking = new(
        StatusCodes.Status403Forbidden, IssueCodes.Forbidden, "An import needs a scope with u for the types of its resources.");

    /// <summary>Why the caller under way may not; null when it may.</summary>
    public static Refusal? Refuse()
        => AccessContext.Current is { Caller: { IsUnrestricted: false } caller }
            && caller.Grants.All(grant => !grant.Interactions.HasFlag(GrantedInteractions.Update))
            ? Lacking
            : null;
}
