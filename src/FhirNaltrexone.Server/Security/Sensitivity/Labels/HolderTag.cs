using System.Text.Json;
using FhirNaltrexone.Storage.Access;
using FhirNaltrexone.Storage.Interactions.Labels;
using FhirNaltrexone.Validation.Content;
using FhirNaltrexone.Validation.Model;

namespace FhirNaltrexone.Server.Security.Sensitivity.Labels;

/// <summary>
/// Tells who holds a record of a patient: whoever wrote it first. Whoever changes it later does not come to hold it, for then a consent could not be
/// revoked; but what a programme under 42 CFR Part 2 writes over a record of no programme is the programme's from then on.
/// </summary>
internal static class HolderTag
{
    private const string System = $"{Systems.Own}/sid/record-holder";

    /// <summary>The rule that sets it.</summary>
    /// <param name="labeller">Knows what a record of a patient is.</param>
    public static LabelRule Rule(Func<Labeller> labeller) => new("tag", IsOwn, content => Label(labeller(), content));

    /// <summary>Who holds a resource; null for nobody, or nobody known.</summary>
    public static string? Of(JsonElement resource)
    {
        foreach (var tag in ResourceLabels.Codings(resource, "tag").Where(IsOwn)) return ResourceLabels.Text(tag, "code");
        return null;
    }

    private static bool IsOwn(JsonElement coding) => ResourceLabels.Text(coding, "system") == System;

    private static Labelling Label(Labeller labeller, ResourceContent content)
    {
        var caller = AccessContext.Current?.Caller;
        var taken = new Labelling(
            caller?.Holder is { } holder && labeller.IsOfPatient(content.Type, content.Root)
                ? [new("tag", System, holder, JsonSerializer.SerializeToUtf8Bytes(new { system = System, code = holder }))]
                : [],
            _ => false);
        var kept = Labelling.None with { Keeps = _ => true };
        return taken with { Over = version => caller?.IsProgramme == true && !LabelJson.IsOfProgramme(version) ? taken : kept };
    }
}
