using FhirNaltrexone.Storage.Access;

namespace FhirNaltrexone.Server.Tests.Security.Support;

/// <summary>Callers that tests act as.</summary>
internal static class Callers
{
    private const GrantedInteractions All = GrantedInteractions.Create | GrantedInteractions.Read | GrantedInteractions.Update
        | GrantedInteractions.Delete | GrantedInteractions.Search;

    public static IReadOnlyList<Grant> Everything { get; } = [new(GrantContext.System, null, All)];

    /// <summary>A clinic that falls under consents. It may choose ids, so that tests can name what they store.</summary>
    public static Caller Clinic { get; } = new() { Id = "clinic", Issuer = "clinic", IsRegistered = true, Purpose = "TREAT", Grants = Everything, ChoosesIds = true };

    /// <summary>Another one.</summary>
    public static Caller Other { get; } = Clinic with { Id = "other", Issuer = "other" };

    /// <summary>A programme under 42 CFR Part 2.</summary>
    public static Caller Programme { get; } = Clinic with { Id = "programme", Issuer = "programme", IsProgramme = true };
}
