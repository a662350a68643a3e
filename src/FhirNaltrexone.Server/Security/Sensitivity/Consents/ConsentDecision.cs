namespace FhirNaltrexone.Server.Security.Sensitivity.Consents;

/// <summary>
/// Decides by the consents of one patient that have a word on the very question; the newest word counts, and where nobody can tell which that is, a
/// deny. Only sensitive data need a permit. A deny more never shows more.
/// </summary>
internal static class ConsentDecision
{
    private const string Law = "42CFRPart2";

    /// <summary>
    /// Types that no consent hides unless they are labelled: who somebody is, and what they have agreed to. Else nobody could find out that a
    /// consent is to be changed. One that speaks of substance use, or that a programme has stored, is labelled and needs a permit like all that is.
    /// </summary>
    private static readonly string[] AlwaysOpen = ["Patient", "Consent"];

    /// <summary>Whether a resource may be shown, and by which consent; null where none had to permit it. Of several it is the newest.</summary>
    /// <param name="question">Who asks, why, and when.</param>
    /// <param name="resource">The resource.</param>
    /// <param name="consents">All consents of the patient that are in force.</param>
    public static (bool IsPermitted, StoredConsent? By) Decide(ConsentQuestion question, ResourceFacts resource, IReadOnlyList<StoredConsent> consents)
    {
        var match = new ProvisionMatch(question, resource);
        var isProtected = resource.Protection.IsProtected;
        if (IsOpen(resource)) return (true, null);
        var words = consents.Select(consent => (Consent: consent, Effect: consent.Of(match))).ToList();
        var denials = words.Where(word => word.Effect == Effect.Deny).Select(word => word.Consent).ToList();
        if (!isProtected && denials.Count == 0) return (true, null);
        var by = words.Where(word => Permits(word.Consent, word.Effect) && denials.All(denial => IsBefore(denial, word.Consent)))
            .Select(word => word.Consent).MaxBy(consent => consent.Signed?.From);
        return (by is not null, by);

        bool Permits(StoredConsent consent, Effect effect) => consent.IsClear && effect switch
        {
            Effect.PermitNamed => true,
            Effect.Permit => !isProtected || (consent.NamesLaw && IsOfLaw(resource, question)),
            _ => false,
        };
    }

    /// <summary>Whether a resource is shown whatever consents say.</summary>
    public static bool IsOpen(ResourceFacts resource) => !resource.Protection.IsProtected && AlwaysOpen.Contains(resource.Type);

    /// <summary>Whether a consent is surely older than another: dates may be as vague as a year.</summary>
    private static bool IsBefore(StoredConsent one, StoredConsent other) => one.Signed is { } first && other.Signed is { } second && first.To <= second.From;

    /// <summary>Whether all that is sensitive about a resource is what a consent under 42 CFR Part 2 is about.</summary>
    private static bool IsOfLaw(ResourceFacts resource, ConsentQuestion question)
        => resource.Protection.Codes.Count > 0
            && resource.Protection.Codes.All(code => LabelMatch.IsCovered(code, new(new HashSet<string> { Law }, null), question.Policy));
}
