namespace FhirNaltrexone.Server.Security.Sensitivity.Consents;

/// <summary>
/// Decides by the consents of one patient. Every consent in force can deny; only the newest can permit, and only sensitive data need it. A deny more
/// never shows more.
/// </summary>
internal static class ConsentDecision
{
    private const string Law = "42CFRPart2";

    /// <summary>
    /// Types that no consent hides unless they are labelled: who somebody is, and what they have agreed to. Else nobody could find out that a
    /// consent is to be changed.
    /// </summary>
    private static readonly string[] AlwaysOpen = ["Patient", "Consent"];

    /// <summary>Whether a resource may be shown.</summary>
    /// <param name="question">Who asks, why, and when.</param>
    /// <param name="resource">The resource.</param>
    /// <param name="consents">All consents of the patient that are in force.</param>
    public static bool IsPermitted(ConsentQuestion question, ResourceFacts resource, IReadOnlyList<StoredConsent> consents)
    {
        var match = new ProvisionMatch(question, resource);
        var isProtected = resource.Protection.IsProtected;
        if (!isProtected && AlwaysOpen.Contains(resource.Type)) return true;
        if (consents.Any(consent => consent.Of(match) == Effect.Deny)) return false;
        if (!isProtected) return true;
        return Newest(consents) is { IsClear: true } newest && newest.Of(match) switch
        {
            Effect.PermitNamed => true,
            Effect.Permit => newest.NamesLaw && IsOfLaw(resource, question),
            _ => false,
        };
    }

    /// <summary>The newest consent; null when there is none, or when nobody can tell which it is.</summary>
    private static StoredConsent? Newest(IReadOnlyList<StoredConsent> consents)
    {
        if (consents is [var only]) return only;
        if (consents.Count == 0 || consents.Any(consent => consent.Signed is null)) return null;
        var newest = consents.MaxBy(consent => consent.Signed!.Value.From)!;
        return consents.All(consent => consent == newest || consent.Signed!.Value.To <= newest.Signed!.Value.From) ? newest : null;
    }

    /// <summary>Whether all that is sensitive about a resource is what a consent under 42 CFR Part 2 is about.</summary>
    private static bool IsOfLaw(ResourceFacts resource, ConsentQuestion question)
        => resource.Protection.Codes.Count > 0
            && resource.Protection.Codes.All(code => LabelMatch.IsCovered(code, new(new HashSet<string> { Law }, null), question.Policy));
}
