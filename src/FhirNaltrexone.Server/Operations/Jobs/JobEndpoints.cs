using System.Globalization;
using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Server.Outcomes;
using FhirNaltrexone.Storage.Access;
using FhirNaltrexone.Storage.Jobs;
using FhirNaltrexone.Validation.Outcomes;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Operations.Jobs;

/// <summary>Where clients ask for jobs, fetch files and cancel (Bulk Data 2.0; asynchronous requests).</summary>
internal static class JobEndpoints
{
    private static readonly Refusal NotFound = new(StatusCodes.Status404NotFound, IssueCodes.NotFound, "There is no such job; it may have been cancelled or have expired.");

    private static readonly Refusal Lost = new(StatusCodes.Status403Forbidden, IssueCodes.Forbidden, "The scopes of the caller no longer allow what the job was asked for.");

    /// <summary>Maps the addresses.</summary>
    public static void MapJobs(this IEndpointRouteBuilder routes)
    {
        var jobs = routes.MapGroup($"{ServerBase.Path}/{JobAddresses.Path}/{{job}}").WithTags("FHIR").RequireCors(FhirCors.Policy).AddEndpointFilter(RefusalsAsync);
        jobs.MapGet("/", StatusAsync).WithSummary("Tells how far a job is, or its result.")
            .Responds(
                ("200", "The result.", ["application/json", "application/fhir+json"]), ("202", "Not done yet.", []),
                ("default", "An OperationOutcome.", ["application/fhir+json"]));
        jobs.MapDelete("/", CancelAsync).WithSummary("Cancels a job, or removes its files.").Answers(202);
        jobs.MapGet("/{file:int}.ndjson", FileAsync).WithSummary("A file of a job, as lines of JSON.")
            .Responds(("200", "Lines of resources.", ["application/fhir+ndjson"]), ("default", "An OperationOutcome.", ["application/fhir+json"]));
    }

    private static async Task<object?> StatusAsync(
        string job, HttpContext context, IJobStore store, IEnumerable<IJobAnswer> answers, IOptions<JobOptions> options)
    {
        var found = await FindAsync(job, store, context).ConfigureAwait(false);
        switch (found?.State)
        {
            case JobState.Queued or JobState.Active:
                context.Response.StatusCode = StatusCodes.Status202Accepted;
                context.Response.Headers["X-Progress"] = found.Progress ?? "waiting";
                context.Response.Headers.RetryAfter = $"{options.Value.RetryAfterSeconds}";
                return null;
            case JobState.Completed:
                var answer = answers.Single(each => each.Kind == found.Kind);
                var files = await store.FilesAsync(job, context.RequestAborted).ConfigureAwait(false);
                if (!files.Where(file => file.Role != JobFileRole.Input).All(file => MayHave(answer, found, file))) return Lost;
                context.Response.Headers.Expires = found.Expires!.Value.ToString("R", CultureInfo.InvariantCulture);
                await answer.WriteAsync(context, found).ConfigureAwait(false);
                return null;
            case JobState.Failed:
                return JobFailure.Read(found.Result!);
            default:
                return NotFound;
        }
    }

    private static async Task<object?> CancelAsync(string job, HttpContext context, IJobStore store, IOptions<JobOptions> options, TimeProvider clock)
    {
        if (await FindAsync(job, store, context).ConfigureAwait(false) is null) return NotFound;
        if (!await store.CancelAsync(job, clock.GetUtcNow() + options.Value.Keep, context.RequestAborted).ConfigureAwait(false)) return NotFound;
        context.Response.StatusCode = StatusCodes.Status202Accepted;
        return null;
    }

    private static async Task<object?> FileAsync(string job, int file, HttpContext context, IJobStore store, IEnumerable<IJobAnswer> answers, TimeProvider clock)
    {
        var found = await FindAsync(job, store, context).ConfigureAwait(false);
        var files = found?.State == JobState.Completed ? await store.FilesAsync(job, context.RequestAborted).ConfigureAwait(false) : [];
        if (files.FirstOrDefault(each => each.File == file && each.Role != JobFileRole.Input) is not { } wanted) return NotFound;
        if (!MayHave(answers.Single(answer => answer.Kind == found!.Kind), found!, wanted)) return Lost;
        await JobFileBody.WriteAsync(context, store, clock, job, wanted).ConfigureAwait(false);
        return null;
    }

    private static bool MayHave(IJobAnswer answer, Job job, JobFile file) => AccessContext.Current is { } access && answer.MayHave(access.Caller, job, file);

    /// <summary>To strangers a job looks as if it were not there.</summary>
    private static async Task<Job?> FindAsync(string id, IJobStore store, HttpContext context)
        => await store.FindAsync(id, context.RequestAborted).ConfigureAwait(false) is { } job && JobCallers.MayAsk(job) ? job : null;

    private static async ValueTask<object?> RefusalsAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        if (await next(invocation).ConfigureAwait(false) is Refusal refusal)
        {
            await OperationOutcomes.WriteAsync(invocation.HttpContext.Response, refusal, invocation.HttpContext.RequestAborted).ConfigureAwait(false);
        }

        return Results.Empty;
    }
}
