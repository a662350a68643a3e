using FhirNaltrexone.Server.CdsHooks.Ehr;
using FhirNaltrexone.Server.CdsHooks.Prefetch;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.CdsHooks.Calls;

/// <summary>Says why a prefetch key could not be read and what would help.</summary>
internal static class UnreadKeys
{
    /// <summary>The issue for one key.</summary>
    public static Issue Explain(OpenQuery query, EhrDenial denial)
    {
        var text = $"Key '{query.Template.Key}' {Prefetch(query)}; {Ehr(query, denial)}. Send the answer to {query.Template.Query}.";
        return new(query.EhrFailure ?? query.Answer.IssueCode ?? IssueCodes.Required, text, $"prefetch.{query.Template.Key}");
    }

    private static string Prefetch(OpenQuery query) => query.Answer.State switch
    {
        AnswerState.Absent => "is not in prefetch",
        AnswerState.Null => "is null in prefetch",
        AnswerState.Failed => $"holds an OperationOutcome ({query.Answer.IssueCode})",
        AnswerState.Paged => "is only the first page of several",
        AnswerState.Partial => "is not certainly the complete answer",
        AnswerState.Unclear => "has records of its type with it that do not say that they are this patient's",
        _ => "does not hold an answer to its query",
    };

    private static string Ehr(OpenQuery query, EhrDenial denial) => denial switch
    {
        EhrDenial.NotNamed => "the call names no fhirServer",
        EhrDenial.BadAddress => "fhirServer is not a usable address",
        EhrDenial.NotListed => "this service is not configured to call the fhirServer named",
        EhrDenial.BadAuthorization => "fhirAuthorization is incomplete, expired or for another patient",
        _ when query.EhrFailure is { } code => $"reading it from fhirServer failed ({code})",
        _ => "it was not asked for again at fhirServer",
    };
}
