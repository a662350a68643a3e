using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Operations.Jobs;

/// <summary>Where a job is asked for, and the answer that says so.</summary>
internal static class JobAddresses
{
    /// <summary>Path below the base URL.</summary>
    public const string Path = "_async";

    /// <summary>Address of a job.</summary>
    public static string Of(string fhirBase, string job) => $"{fhirBase}/{Path}/{job}";

    /// <summary>Address of a file of a job.</summary>
    public static string Of(string fhirBase, string job, int file) => $"{fhirBase}/{Path}/{job}/{file}.ndjson";

    /// <summary>The answer to a request that was taken in, or not.</summary>
    /// <param name="fhirBase">Base URL.</param>
    /// <param name="job">Id of the job; null when there are too many.</param>
    /// <param name="retryAfter">Seconds to wait when there are.</param>
    public static FhirAnswer Answer(string fhirBase, string? job, int retryAfter) => job is null
        ? FhirAnswer.Refused(JobQueue.TooMany) with { Headers = [new("Retry-After", $"{retryAfter}")] }
        : FhirAnswer.Of(
            new OutcomeBody([new(IssueCodes.Informational, "Taken in; Content-Location says where to ask for it.") { Severity = IssueSeverity.Information }]),
            StatusCodes.Status202Accepted) with
        {
            Headers = [new("Content-Location", Of(fhirBase, job))],
        };
}
