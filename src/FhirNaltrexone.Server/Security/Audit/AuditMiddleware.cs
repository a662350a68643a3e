using System.Text;
using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Server.Security.Edges;
using FhirNaltrexone.Storage;
using FhirNaltrexone.Storage.Access;
using FhirNaltrexone.Storage.Interactions;
using Microsoft.AspNetCore.Http.Features;

namespace FhirNaltrexone.Server.Security.Audit;

/// <summary>
/// Stands before all doors that show or change something, and before those who decide who may pass: each answer is recorded before it goes out, and a
/// request whose record cannot be stored fails.
/// </summary>
internal sealed class AuditMiddleware(RequestDelegate next, AuditTrail trail)
{
    private const string IfNoneExist = "If-None-Exist";

    private const string Calls = "/cds-services";

    private static readonly string[] Doors = [ServerBase.Path, Calls, "/connect", "/token"];

    public Task InvokeAsync(HttpContext context) => IsRecorded(context.Request) ? RecordAsync(context) : next(context);

    private static bool IsRecorded(HttpRequest request)
        => Array.Exists(Doors, door => request.Path.StartsWithSegments(door, StringComparison.OrdinalIgnoreCase))
            && !HttpMethods.IsOptions(request.Method)
            && !request.Path.StartsWithSegments($"{ServerBase.Path}/metadata", StringComparison.OrdinalIgnoreCase)
            && !request.Path.StartsWithSegments($"{ServerBase.Path}/.well-known", StringComparison.OrdinalIgnoreCase);

    private async Task RecordAsync(HttpContext context)
    {
        var trace = new AccessTrace();
        trace.Begin();
        var request = await ReadAsync(context).ConfigureAwait(false);
        AuditTrail.Begin(request);
        context.Features.Set(request);
        var (isBegun, isRecorded) = (false, false);
        async Task RecordOnceAsync(int status, CancellationToken cancellationToken)
        {
            if (isRecorded) return;
            isBegun = true;
            if (IsToBeRecorded(context, request, trace, status))
            {
                Task WriteAsync(CancellationToken token) => trail.RecordAsync(request, trace, status, token);
                await (IsCall(context) ? Patience.WaitAsync(WriteAsync, cancellationToken) : WriteAsync(cancellationToken)).ConfigureAwait(false);
            }
            else if (trace.Token is { } token) await token.UseAsync(cancellationToken).ConfigureAwait(false);
            isRecorded = true;
        }

        Task BeforeAsync(CancellationToken cancellationToken) => RecordOnceAsync(context.Response.StatusCode, cancellationToken);

        trace.Record = RecordOnceAsync;
        var inner = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        context.Features.Set<IHttpResponseBodyFeature>(new AuditedResponse(inner, BeforeAsync));
        try
        {
            await next(context).ConfigureAwait(false);
            await BeforeAsync(context.RequestAborted).ConfigureAwait(false);
            await context.Response.BodyWriter.FlushAsync(context.RequestAborted).ConfigureAwait(false);
        }
        catch (Exception error) when (!isBegun && !(error is OperationCanceledException && context.RequestAborted.IsCancellationRequested))
        {
            // Answered further out. Whoever went away was shown nothing.
            await RecordOnceAsync(StatusOf(error), context.RequestAborted).ConfigureAwait(false);
            throw;
        }
        finally
        {
            context.Features.Set(inner);
        }
    }

    private static int StatusOf(Exception error) => error switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        StorageException failure => StorageRefusals.Of(failure.Code).Status,
        _ => StatusCodes.Status500InternalServerError,
    };

    /// <summary>
    /// A change that was made has its record already, and needs none for the look at what it changed; all else has none yet, a change of nothing as well.
    /// </summary>
    private static bool IsToBeRecorded(HttpContext http, AuditedRequest request, AccessTrace trace, int status)
        => !RefusalLimit.IsOneOfMany(http)
            && (request.Interaction.Action is not ('C' or 'U' or 'D')
                || status >= StatusCodes.Status400BadRequest
                || trace.Context is not { HasRecordedChange: true } context
                || context.Consented.Count > 0
                || context.Disclosed.Any(version => version.Key.ToString() != request.Resource));

    /// <summary>Who prescribes waits for it.</summary>
    private static bool IsCall(HttpContext context) => context.Request.Path.StartsWithSegments(Calls, StringComparison.OrdinalIgnoreCase);

    private static async ValueTask<AuditedRequest> ReadAsync(HttpContext context)
    {
        var http = context.Request;
        var interaction = AuditedInteraction.Of(http.Method, http.Path.Value!);
        return new(
            interaction,
            context.Connection.RemoteIpAddress?.ToString(),
            context.TraceIdentifier,
            interaction is { Action: 'E' } ? $"{http.Method} {http.Path}{http.QueryString}" : Criteria(interaction, http),
            interaction.Resource)
        {
            Form = interaction is { Action: 'E' } ? await FormAsync(http).ConfigureAwait(false) : null,
        };
    }

    /// <summary>A change by criteria tells by itself whether anything meets them.</summary>
    private static string? Criteria(AuditedInteraction interaction, HttpRequest http)
    {
        if (interaction.Action is not ('C' or 'U' or 'D')) return null;
        var criteria = http.Headers[IfNoneExist].ToString();
        if (criteria.Length > 0) return $"{http.Method} {http.Path}\n{IfNoneExist}: {criteria}";
        return interaction.Resource is null && http.QueryString.HasValue ? $"{http.Method} {http.Path}{http.QueryString}" : null;
    }

    /// <summary>A search by POST says in its form what it looks for, however it is sent. One that is refused for its form looks for nothing.</summary>
    private static async ValueTask<string?> FormAsync(HttpRequest http)
    {
        if (!http.HasFormContentType || !http.Path.StartsWithSegments(ServerBase.Path, StringComparison.OrdinalIgnoreCase)) return null;

        // Whatever it says stays in memory: the file that buffering would make is nowhere told of.
        http.EnableBuffering(BodyReader.LongestForm + 1, BodyReader.LongestForm + 1);
        var (form, refusal) = await BodyReader.ReadAsync(http, BodyReader.LongestForm, http.HttpContext.RequestAborted).ConfigureAwait(false);
        http.Body.Position = 0;
        return refusal is null ? Encoding.UTF8.GetString(form.Span) : null;
    }
}
