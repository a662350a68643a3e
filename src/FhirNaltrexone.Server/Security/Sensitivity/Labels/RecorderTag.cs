using System.Text.Json;
using FhirNaltrexone.Storage.Access;
using FhirNaltrexone.Storage.Interactions.Labels;
using FhirNaltrexone.Validation.Model;

namespace FhirNaltrexone.Server.Security.Sensitivity.Labels;

/// <summary>
/// Marks consents that may permit: those that somebody has recorded who is trusted with it. It belongs to the version; what somebody else writes over it
/// does not have it, for it may say something else.
/// </summary>
internal static class RecorderTag
{
    private const string System = $"{Systems.Own}/CodeSystem/consent-recorder";
    private const string Code = "trusted";

    private static readonly MetaLabel Mark = new("tag", System, Code, JsonSerializer.SerializeToUtf8Bytes(new { system = System, code = Code }));

    /// <summary>The rule that sets it.</summary>
    /// <param name="isTrusted">Whether consents may permit that are stored without a client of one's own.</param>
    public static LabelRule Rule(Func<bool> isTrusted) => new(
        "tag", IsOwn, content => content.Type == "Consent" && IsTrusted(AccessContext.Current?.Caller, isTrusted) ? Labelling.None with { Labels = [Mark] } : Labelling.None);

    /// <summary>Whether a Consent has it.</summary>
    public static bool IsOn(JsonElement consent) => ResourceLabels.Codings(consent, "tag").Any(tag => Protection.Coding(tag) == (System, Code));

    private static bool IsOwn(JsonElement coding) => ResourceLabels.Text(coding, "system") == System;

    private static bool IsTrusted(Caller? caller, Func<bool> isTrusted)
        => caller is { IsUnrestricted: false } ? caller.IsProgramme || caller.RecordsConsents : caller != Caller.Service && isTrusted();
}
