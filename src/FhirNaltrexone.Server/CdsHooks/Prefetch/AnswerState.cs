namespace FhirNaltrexone.Server.CdsHooks.Prefetch;

/// <summary>What the answer to one query is worth. Resources in it count as findings in every state; only <see cref="Proof"/> shows that others do not exist.</summary>
internal enum AnswerState
{
    /// <summary>Complete and free of errors.</summary>
    Proof,

    /// <summary>There is no answer: the key is absent.</summary>
    Absent,

    /// <summary>JSON null: reported empty, unverified.</summary>
    Null,

    /// <summary>Some of the answer is here, not certainly all: a lone resource for a search, or a Bundle whose total is larger than what it holds.</summary>
    Partial,

    /// <summary>One page of several, with the address of the next.</summary>
    Paged,

    /// <summary>The query was tried and failed; an OperationOutcome says so.</summary>
    Failed,

    /// <summary>Not an answer to this query.</summary>
    Wrong,

    /// <summary>Records of its type, in this answer or beside it, do not say that they are this patient's.</summary>
    Unclear,
}
