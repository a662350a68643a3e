using FhirNaltrexone.Server.Security.Sensitivity.Labels;
using FhirNaltrexone.Server.Security.Sensitivity.Policy;

namespace FhirNaltrexone.Server.Security.Sensitivity.Consents;

/// <summary>
/// Whether the labels of a provision are about a resource (FHIR R4, Consent.provision.securityLabel: subsumption, and a high-water mark for
/// confidentiality). A permit must reach every sensitivity of the resource; a deny needs one, and reaches the more confidential too.
/// </summary>
internal static class LabelMatch
{
    /// <summary>For a permit.</summary>
    /// <param name="named">Labels of the provision.</param>
    /// <param name="resource">Those of the resource.</param>
    /// <param name="policy">What labels stand for.</param>
    public static Match Permits(Protection named, Protection resource, SensitivityPolicy policy)
    {
        var isLevelReached = named.Level is { } level && resource.EffectiveLevel <= level;
        if (resource.Codes.Count == 0) return isLevelReached ? Match.Yes : Match.No;
        var reached = resource.Codes.Count(code => IsCovered(code, named, policy));
        if (reached == resource.Codes.Count && (named.Level is null || isLevelReached)) return Match.Yes;
        return reached > 0 || isLevelReached ? Match.Unknown : Match.No;
    }

    /// <summary>For a deny.</summary>
    /// <param name="named">Labels of the provision.</param>
    /// <param name="resource">Those of the resource.</param>
    /// <param name="policy">What labels stand for.</param>
    public static Match Denies(Protection named, Protection resource, SensitivityPolicy policy)
    {
        if (resource.EffectiveLevel >= named.Level) return Match.Yes;
        if (resource.Codes.Any(code => IsCovered(code, named, policy))) return Match.Yes;

        // What is only known to be of a wider kind may be of the kind that is denied.
        return named.Codes.Any(code => IsCovered(code, resource, policy)) ? Match.Unknown : Match.No;
    }

    /// <summary>Whether a sensitivity is one of those named, or below one.</summary>
    public static bool IsCovered(string code, Protection named, SensitivityPolicy policy)
        => named.Codes.Any(one => one == code || (policy.Covers.TryGetValue(one, out var covered) && covered.Contains(code)));
}
