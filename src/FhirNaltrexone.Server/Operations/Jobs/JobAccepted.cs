using FhirNaltrexone.Server.Outcomes;

namespace FhirNaltrexone.Server.Operations.Jobs;

/// <summary>The answer to a request taken in, for those who write to HTTP themselves.</summary>
internal static class JobAccepted
{
    /// <summary>Writes the answer.</summary>
    /// <param name="context">The request.</param>
    /// <param name="fhirBase">Base URL.</param>
    /// <param name="job">Id of the job; null when there are too many.</param>
    /// <param name="retryAfter">Seconds to wait when there are.</param>
    public static Task WriteAsync(HttpContext context, string fhirBase, string? job, int retryAfter)
    {
        if (job is null)
        {
            context.Response.Headers.RetryAfter = $"{retryAfter}";
            return OperationOutcomes.WriteAsync(context.Response, JobQueue.TooMany, context.RequestAborted);
        }

        context.Response.StatusCode = StatusCodes.Status202Accepted;
        context.Response.Headers.ContentLocation = JobAddresses.Of(fhirBase, job);
        return Task.CompletedTask;
    }
}
