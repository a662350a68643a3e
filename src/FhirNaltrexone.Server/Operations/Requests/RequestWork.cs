using System.Text.Json;
using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Server.Operations.Jobs;
using FhirNaltrexone.Storage.Jobs;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Operations.Requests;

/// <summary>Answers a stored request by sending it through the server as if it had just come, and keeps the answer.</summary>
internal sealed class RequestWork(ServerPipeline pipeline, IJobStore jobs, IServiceScopeFactory scopes) : IJobWork
{
    /// <summary>The kind of these jobs.</summary>
    public const string KindName = "request";

    private const int AnswerFile = 2;
    private const string Begun = "{\"begun\":true}";

    private static readonly string[] KeptHeaders = ["Location", "ETag", "Last-Modified"];

    private static readonly Refusal Unknown = new(
        500, IssueCodes.Exception, "The process stopped while it was at it; whether anything was changed is not known. Look before asking again.");

    public string Kind => KindName;

    public async Task<JobOutcome> RunAsync(JobRun run, CancellationToken cancellationToken)
    {
        var request = JsonSerializer.Deserialize<StoredRequest>(run.Job.Request)!;
        var send = await pipeline.GetAsync(cancellationToken).ConfigureAwait(false);
        var body = await jobs.ReadChunkAsync(run.Job.Id, 1, 1, cancellationToken).ConfigureAwait(false);
        if (request.IsOnceOnly)
        {
            if (run.Job.Checkpoint is not null) return JobOutcome.Failed(Unknown);
            await run.SaveAsync(new() { Checkpoint = Begun, Progress = "begun" }, cancellationToken).ConfigureAwait(false);

            // From here on it is done to the end, even if the process is asked to stop.
            cancellationToken = CancellationToken.None;
        }

        var (answer, bytes) = await SendAsync(send, request, body is null ? [] : NdjsonChunks.Unpack(body), cancellationToken).ConfigureAwait(false);
        if (bytes.Length > 0)
        {
            var chunk = NdjsonChunks.Make(AnswerFile, 1, JobFileRole.Output, "answer", [bytes]);
            await run.SaveAsync(new() { Checkpoint = Begun, Progress = "answered", Chunks = [chunk] }, cancellationToken).ConfigureAwait(false);
        }

        return JobOutcome.Done(JsonSerializer.Serialize(answer));
    }

    private async Task<(StoredAnswer Answer, byte[] Body)> SendAsync(
        RequestDelegate send, StoredRequest request, byte[] body, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        using var written = new MemoryStream();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider, RequestAborted = cancellationToken };
        context.Features.Set(AnsweredLater.Mark);
        Fill(context.Request, request, body);
        context.Response.Body = written;
        await send(context).ConfigureAwait(false);
        await context.Response.CompleteAsync().ConfigureAwait(false);
        var headers = KeptHeaders.Where(name => context.Response.Headers.ContainsKey(name))
            .ToDictionary(name => name, name => context.Response.Headers[name].ToString());
        return (new(context.Response.StatusCode, headers, written.Length > 0), written.ToArray());
    }

    private static void Fill(HttpRequest http, StoredRequest request, byte[] body)
    {
        http.Method = request.Method;
        http.Scheme = request.Scheme;
        http.Host = new(request.Host);
        http.PathBase = request.PathBase;
        http.Path = request.Path;
        http.QueryString = new(WithoutFormat(request.Query));
        foreach (var (name, value) in request.Headers) http.Headers[name] = value;
        http.Headers.Accept = "application/fhir+json";
        http.Body = new MemoryStream(body);
        http.ContentLength = body.Length;
    }

    /// <summary>The answer becomes a part of a Bundle in JSON.</summary>
    private static string WithoutFormat(string query)
    {
        var parts = query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(part => !part.StartsWith("_format=", StringComparison.Ordinal) && !part.StartsWith("_pretty=", StringComparison.Ordinal)).ToList();
        return parts.Count == 0 ? string.Empty : "?" + string.Join('&', parts);
    }
}
