using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Server.Rest.Negotiation;
using FhirNaltrexone.Storage.Access;
using FhirNaltrexone.Storage.Interactions;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Rest.Answers;

/// <summary>Answers interactions with one resource.</summary>
internal static class ChangeAnswer
{
    private static readonly Issue Done = new(IssueCodes.Informational, "Done.") { Severity = IssueSeverity.Information };

    /// <summary>The answer to a read.</summary>
    /// <param name="result">What became of it.</param>
    /// <param name="subset">What part of the resource is wanted.</param>
    public static FhirAnswer Read(InteractionResult result, ResourceSubset subset)
    {
        if (result.Refusal is { } refusal) return FhirAnswer.Refused(refusal) with { Version = result.Resource };
        var version = result.Resource!;
        return new()
        {
            Status = result.Status,
            Version = version,
            Body = result.Status == StatusCodes.Status304NotModified ? null : new SubsetBody(version.Key.Type, version.Json, subset),
        };
    }

    /// <summary>The answer to a change. Without a preference it is the resource (FHIR R4, http, ops).</summary>
    /// <param name="result">What became of it.</param>
    /// <param name="preference">What the client wants back.</param>
    /// <param name="isCreate">Whether a create was asked for: its answer has a Location even if the resource was there already.</param>
    public static FhirAnswer Change(InteractionResult result, ReturnPreference preference, bool isCreate = false)
    {
        if (result.Refusal is { } refusal) return FhirAnswer.Refused(refusal) with { Version = result.Resource };
        var isOutcome = preference == ReturnPreference.OperationOutcome;
        return new()
        {
            Status = result.Status == StatusCodes.Status204NoContent && isOutcome ? StatusCodes.Status200OK : result.Status,
            Version = result.Resource,
            HasLocation = isCreate || result.Status == StatusCodes.Status201Created,
            Body = isOutcome ? new OutcomeBody(result.Issues.Count > 0 ? result.Issues : [Done]) : Resource(result, preference),
        };
    }

    /// <summary>Whether whoever asked for a change of a type may be shown the resource: a right to change is none to read.</summary>
    /// <param name="type">Resource type.</param>
    public static bool MayShow(string type) => AccessContext.Current is { } access && access.Caller.ReadsWhatItChanges(type);

    private static ResourceBody? Resource(InteractionResult result, ReturnPreference preference)
        => preference == ReturnPreference.Minimal || result.Resource is not { IsDeleted: false } version || !MayShow(version.Key.Type) ? null : new ResourceBody(version.Json);
}
