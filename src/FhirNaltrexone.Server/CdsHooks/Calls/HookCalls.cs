using System.Buffers;
using FhirNaltrexone.Knowledge;
using FhirNaltrexone.Server.CdsHooks.Burden;
using FhirNaltrexone.Server.CdsHooks.Cards;
using FhirNaltrexone.Server.CdsHooks.Intake;
using FhirNaltrexone.Server.Outcomes;
using FhirNaltrexone.Storage.Access;
using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Validation.Outcomes;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.CdsHooks.Calls;

/// <summary>Answers hook calls: reads the request, makes the chart, lets the rules speak, writes the cards.</summary>
internal sealed class HookCalls(
    ServiceCatalogue catalogue,
    ChartReader charts,
    CardPolicies policies,
    IOptions<CdsHooksOptions> options,
    IndexingOptions indexing,
    TimeProvider time,
    CdsHooksMetrics metrics,
    ILogger<HookCalls> logger)
{
    private const string NoHook = "none";
    private const int ExpectedAnswer = 12 * 1024;
    private const int MaxName = 256;

    /// <summary>Answers one call.</summary>
    /// <param name="id">Service id in the address.</param>
    /// <param name="context">The request.</param>
    public async Task AnswerAsync(string id, HttpContext context)
    {
        var cancellationToken = context.RequestAborted;
        if (catalogue.Find(id) is not { } service)
        {
            await OperationOutcomes.WriteAsync(context.Response, Unknown(), cancellationToken).ConfigureAwait(false);
            return;
        }

        var (json, refusal) = await JsonBody.ReadAsync(context.Request, options.Value.MaxBodyBytes, cancellationToken).ConfigureAwait(false);
        using (json)
        {
            refusal ??= await AnswerAsync(service, json!, context, cancellationToken).ConfigureAwait(false);
            if (refusal is not null)
            {
                metrics.Called(service.Id, NoHook, refusal.Status);
                logger.CallRefused(service.Id, refusal.Status, string.Join(", ", refusal.Issues.Select(issue => issue.Code).Distinct()));
                await OperationOutcomes.WriteAsync(context.Response, refusal, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async ValueTask<Refusal?> AnswerAsync(
        ICdsService service, JsonBody json, HttpContext context, CancellationToken cancellationToken)
    {
        var issues = new List<Issue>();
        if (HookRequestReader.Read(json.Root, service, issues) is not { } request)
        {
            return new(StatusCodes.Status400BadRequest, issues);
        }

        Note(request);
        var (reading, refusal) = await charts.ReadAsync(request, service, cancellationToken).ConfigureAwait(false);
        using (reading)
        {
            if (refusal is not null)
            {
                return refusal;
            }

            var now = time.GetUtcNow();
            var findings = reading!.LacksSubject ? []
                : reading.MayLackRecords ? WithheldData.Evaluate(service, request, reading, now)
                : service.Evaluate(request.Hook, reading.Chart, now);
            if (IsHopeless(request, reading, findings))
            {
                return new(StatusCodes.Status412PreconditionFailed, reading.Unread);
            }

            ReportFailures(findings);
            var shown = await policies.ApplyAsync(new(service.Id, request, now), findings, cancellationToken).ConfigureAwait(false);
            shown = CardNotes.Add(shown, reading.MayLackRecords ? [.. reading.Notices, WithheldData.Sentence] : reading.Notices);

            // Without a card nothing is disclosed.
            if (reading.Consented.Count > 0 && shown.Count > 0) AccessContext.Current?.Disclose(reading.Consented);
            Report(service, request, reading, shown);
            await WriteAsync(context.Response, shown, reading.Notices, cancellationToken).ConfigureAwait(false);
            return null;
        }
    }

    /// <summary>Patient and user are those of the EHR, whose ids may be ours as well.</summary>
    private void Note(HookRequest request)
    {
        if (AccessContext.Current is not { } access) return;
        access.Concern(ForeignName.OfPatient(request.Patient.Value, request.FhirServer, indexing.Bases));
        if (request.User is { Length: <= MaxName } user) access.Name(ForeignName.Of(user, request.FhirServer, indexing.Bases));
    }

    /// <summary>
    /// Whether nothing can be said: there is no patient, or nothing at all was read. A call about drafts that no rule has a word on, not even
    /// that data is missing, needed no data; and what is critical without any data, from the order alone, is said.
    /// </summary>
    private static bool IsHopeless(HookRequest request, ChartReading reading, IReadOnlyList<Finding> findings)
        => reading.LacksSubject
            || (reading.IsBlind
                && (findings.Count > 0 || !HookContexts.IsAboutDrafts(request.Hook))
                && !findings.Any(finding => finding.Indicator == Indicator.Critical));

    private static Task WriteAsync(HttpResponse response, IReadOnlyList<Finding> findings, IReadOnlyList<string> notices, CancellationToken cancellationToken)
    {
        var buffer = new ArrayBufferWriter<byte>(ExpectedAnswer);
        CardWriter.Write(buffer, findings, notices);
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = buffer.WrittenCount;
        return response.Body.WriteAsync(buffer.WrittenMemory, cancellationToken).AsTask();
    }

    private static Refusal Unknown()
        => new(StatusCodes.Status404NotFound, IssueCodes.NotFound, "There is no CDS service with this id; GET /cds-services lists them.");

    private void Report(ICdsService service, HookRequest request, ChartReading reading, IReadOnlyList<Finding> findings)
    {
        metrics.Called(service.Id, request.Hook, StatusCodes.Status200OK);
        logger.CallAnswered(service.Id, request.Hook, findings.Count, reading.Unread.Count);
        foreach (var finding in findings)
        {
            metrics.Sent(finding);
        }

        foreach (var issue in reading.Unread)
        {
            logger.KeyUnread(issue.Expression!, issue.Code);
        }
    }

    private void ReportFailures(IReadOnlyList<Finding> findings)
    {
        foreach (var finding in findings)
        {
            if (finding.FailureReason is { } reason)
            {
                metrics.Failed(finding);
                logger.RuleFailed(finding.Rule.Code, reason);
            }
        }
    }
}
