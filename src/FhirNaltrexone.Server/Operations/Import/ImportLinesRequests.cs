using System.Text.Json;
using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Server.Operations.Jobs;
using FhirNaltrexone.Server.Outcomes;
using FhirNaltrexone.Storage.Jobs;
using FhirNaltrexone.Validation.Outcomes;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Operations.Import;

/// <summary><c>POST /fhir/$import</c> with lines in the body. They are stored with the job before it is answered: any replica can work on them.</summary>
internal sealed class ImportLinesRequests(
    RequestDelegate next, JobQueue queue, ServerBase address, IOptions<ImportOptions> options, IOptions<JobOptions> jobOptions)
{
    private const int PartBytes = 1024 * 1024;

    /// <summary>Whether a request is one of these.</summary>
    public static bool IsMeant(HttpRequest request)
        => HttpMethods.IsPost(request.Method)
            && request.Path.Equals($"{ServerBase.Path}/$import", StringComparison.Ordinal)
            && request.GetTypedHeaders().ContentType?.MediaType.Value is "application/fhir+ndjson" or "application/ndjson" or "application/x-ndjson";

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Headers.ContentEncoding.Count > 0)
        {
            // Packed lines are for the edge to refuse: it says how.
            await next(context).ConfigureAwait(false);
            return;
        }

        if (ImportRight.Refuse() is { } lacking)
        {
            await OperationOutcomes.WriteAsync(context.Response, lacking, context.RequestAborted).ConfigureAwait(false);
            return;
        }

        var limit = options.Value.MaxInlineBytes;
        context.Request.LiftBodyLimit();
        var parts = await PartsAsync(context, options.Value).ConfigureAwait(false);
        if (parts is null)
        {
            var refusal = new Refusal(413, IssueCodes.TooLong, $"Lines in a body have at most {limit} bytes; name a url instead.");
            await OperationOutcomes.WriteAsync(context.Response, refusal, context.RequestAborted).ConfigureAwait(false);
            return;
        }

        var request = JsonSerializer.Serialize(new ImportRequest(address.Of(context.Request), [new(null, null)]));
        var job = await queue.AddAsync(ImportWork.KindName, request, parts, context.RequestAborted).ConfigureAwait(false);
        await JobAccepted.WriteAsync(context, address.Of(context.Request), job, jobOptions.Value.RetryAfterSeconds).ConfigureAwait(false);
    }

    private static async Task<IReadOnlyList<JobChunk>?> PartsAsync(HttpContext context, ImportOptions options)
    {
        await using var reader = new ImportLineReader(context.Request.Body, options.MaxInlineBytes, TimeSpan.FromSeconds(options.SilenceSeconds));
        var parts = new List<JobChunk>();
        var lines = new List<ReadOnlyMemory<byte>>();
        long total = 0, pending = 0;
        while (true)
        {
            var (hasLine, line) = await reader.ReadAsync(context.RequestAborted).ConfigureAwait(false);
            total += line?.Length + 1 ?? 0;
            pending += line?.Length + 1 ?? 0;
            if ((hasLine && line is null) || total > options.MaxInlineBytes) return null;
            if (line is not null) lines.Add(line);
            if (lines.Count > 0 && (pending >= PartBytes || !hasLine))
            {
                parts.Add(NdjsonChunks.Make(1, parts.Count + 1, JobFileRole.Input, "ndjson", lines));
                lines.Clear();
                pending = 0;
            }

            if (!hasLine) return parts;
        }
    }
}
