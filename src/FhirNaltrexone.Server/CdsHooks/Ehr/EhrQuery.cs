using FhirNaltrexone.Server.CdsHooks.Prefetch;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.CdsHooks.Ehr;

/// <summary>Runs one query against the FHIR server of a call and follows its pages.</summary>
internal static class EhrQuery
{
    /// <summary>Runs a query.</summary>
    /// <param name="session">The call's reading.</param>
    /// <param name="address">Relative query, or the address of the next page.</param>
    /// <param name="type">Resource type it asks for.</param>
    /// <param name="isRead">True for a read by id.</param>
    /// <param name="earlier">What pages before this one held; empty for a whole query.</param>
    /// <param name="maxPages">Most pages followed.</param>
    public static async Task<EhrResult> RunAsync(
        EhrSession session, string address, string type, bool isRead, IReadOnlyList<Found> earlier, int maxPages)
    {
        var found = new List<Found>(earlier);
        var hasGaps = false;
        for (var page = 0; page < maxPages; page++)
        {
            if (session.Access.Resolve(address) is not { } uri)
            {
                return Incomplete(IssueCodes.Security);
            }

            var (root, failure) = await session.GetAsync(uri).ConfigureAwait(false);
            if (failure is not null)
            {
                return Incomplete(failure);
            }

            var answer = AnswerReader.Read(root, type, isRead, "fhirServer", found);
            switch (answer.State)
            {
                case AnswerState.Proof:
                    return hasGaps ? Incomplete(IssueCodes.Incomplete) : new(true, New(), null);
                case AnswerState.Paged:
                    hasGaps |= answer.HasGaps;
                    address = answer.Next!;
                    break;
                default:
                    return Incomplete(answer.IssueCode ?? IssueCodes.Incomplete);
            }
        }

        return Incomplete(IssueCodes.TooCostly);

        EhrResult Incomplete(string code) => new(false, New(), code);

        List<Found> New() => found[earlier.Count..];
    }
}
