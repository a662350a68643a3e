using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.CdsHooks.Prefetch;

/// <summary>The answer to one query, classified.</summary>
/// <param name="State">What it is worth.</param>
/// <param name="IssueCode">For <see cref="AnswerState.Failed"/>: the code of the OperationOutcome.</param>
/// <param name="Next">For <see cref="AnswerState.Paged"/>: address of the next page, as sent.</param>
/// <param name="HasGaps">For <see cref="AnswerState.Paged"/>: whether this page may lack something, which no further page makes good.</param>
internal readonly record struct Answer(AnswerState State, string? IssueCode = null, string? Next = null, bool HasGaps = false)
{
    /// <summary>Whether the query may be put to the FHIR server: a client that tried and failed for good is not asked again behind its back.</summary>
    public bool MayBeAskedAgain => State switch
    {
        AnswerState.Proof => false,
        AnswerState.Failed => IssueCode is IssueCodes.Transient or IssueCodes.Timeout or IssueCodes.Incomplete or IssueCodes.Exception
            or IssueCodes.LockError or IssueCodes.NoStore or IssueCodes.Throttled,
        _ => true,
    };
}
