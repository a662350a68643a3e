using System.Buffers;
using System.Globalization;
using FhirNaltrexone.Server.CdsHooks.Burden;
using FhirNaltrexone.Server.CdsHooks.Intake;
using FhirNaltrexone.Server.Outcomes;
using FhirNaltrexone.Storage;
using FhirNaltrexone.Validation.Outcomes;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.CdsHooks.Feedback;

/// <summary>Takes feedback in and lists it.</summary>
internal sealed class FeedbackPosts(
    ServiceCatalogue catalogue,
    IFeedbackStore store,
    Snoozes snoozes,
    IOptions<CdsHooksOptions> options,
    TimeProvider time,
    CdsHooksMetrics metrics,
    ILogger<FeedbackPosts> logger)
{
    private const int DefaultCount = 100;
    private const int MaxCount = 1_000;

    /// <summary>Stores the reports of one request, all or none.</summary>
    /// <param name="id">Service id in the address.</param>
    /// <param name="context">The request.</param>
    public async Task StoreAsync(string id, HttpContext context)
    {
        if (await StoreOrRefuseAsync(id, context.Request, context.RequestAborted).ConfigureAwait(false) is { } refusal)
        {
            await OperationOutcomes.WriteAsync(context.Response, refusal, context.RequestAborted).ConfigureAwait(false);
        }
    }

    /// <summary>Lists stored reports: query <c>service</c>, <c>after</c> (a sequence) and <c>count</c>.</summary>
    /// <param name="context">The request.</param>
    public async Task ListAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var service = query.TryGetValue("service", out var name) ? name.ToString() : null;
        var after = Number(query["after"], 0, long.MaxValue, 0);
        var count = Number(query["count"], 1, MaxCount, DefaultCount);
        if (after is null || count is null)
        {
            var refusal = new Refusal(
                StatusCodes.Status400BadRequest, IssueCodes.Value, $"after must be a sequence number, count a number from 1 to {MaxCount}.");
            await OperationOutcomes.WriteAsync(context.Response, refusal, context.RequestAborted).ConfigureAwait(false);
            return;
        }

        var limit = (int)count.Value;
        var found = await store.ListAsync(service, after.Value, limit + 1, context.RequestAborted).ConfigureAwait(false);
        var next = found.Count > limit ? Next(context.Request, service, found[limit - 1].Sequence, limit) : null;
        var buffer = new ArrayBufferWriter<byte>(4096);
        FeedbackListWriter.Write(buffer, found.Take(limit), next, options.Value.ListUserComments);
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = buffer.WrittenCount;
        await context.Response.Body.WriteAsync(buffer.WrittenMemory, context.RequestAborted).ConfigureAwait(false);
    }

    private async Task<Refusal?> StoreOrRefuseAsync(string id, HttpRequest request, CancellationToken cancellationToken)
    {
        if (catalogue.Find(id) is null)
        {
            return new(StatusCodes.Status404NotFound, IssueCodes.NotFound, "There is no CDS service with this id; GET /cds-services lists them.");
        }

        var (json, refusal) = await JsonBody.ReadAsync(request, options.Value.MaxBodyBytes, cancellationToken).ConfigureAwait(false);
        using (json)
        {
            if (json is null)
            {
                return refusal;
            }

            var issues = new List<Issue>();
            var reports = FeedbackReader.Read(json.Root, id, issues);
            if (issues.Count > 0)
            {
                return new(StatusCodes.Status400BadRequest, issues);
            }

            await StoreAsync(id, reports, cancellationToken).ConfigureAwait(false);
            return null;
        }
    }

    private async Task StoreAsync(string id, List<FeedbackReport> reports, CancellationToken cancellationToken)
    {
        var added = await store.AddAsync(reports, time.GetUtcNow(), cancellationToken).ConfigureAwait(false);
        for (var i = 0; i < added.Count; i++)
        {
            if (added[i])
            {
                metrics.Stored(reports[i]);
            }
        }

        await snoozes.OverriddenAsync(id, reports, cancellationToken).ConfigureAwait(false);
        logger.FeedbackStored(id, reports.Count, added.Count(isNew => isNew));
    }

    private static long? Number(string? text, long min, long max, long fallback)
    {
        if (string.IsNullOrEmpty(text))
        {
            return fallback;
        }

        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max ? number : null;
    }

    private static string Next(HttpRequest request, string? service, long after, int count)
    {
        var filter = service is null ? string.Empty : $"&service={Uri.EscapeDataString(service)}";
        return string.Create(CultureInfo.InvariantCulture, $"{request.PathBase}/cds-services/feedback?after={after}&count={count}{filter}");
    }
}
