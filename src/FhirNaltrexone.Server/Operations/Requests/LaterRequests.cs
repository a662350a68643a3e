using System.IO.Compression;
using System.Text.Json;
using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Server.Operations.Jobs;
using FhirNaltrexone.Server.Outcomes;
using FhirNaltrexone.Storage.Access;
using FhirNaltrexone.Storage.Jobs;
using FhirNaltrexone.Validation.Outcomes;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Operations.Requests;

/// <summary>Takes in FHIR requests whose clients prefer to be told later (<c>Prefer: respond-async</c>).</summary>
internal sealed class LaterRequests(RequestDelegate next, JobQueue queue, ServerBase address, IOptions<JobOptions> options)
{
    private const string Prefer = "Prefer";
    private const string RespondAsync = "respond-async";

    private static readonly string[] KeptHeaders =
    [
        "Content-Type", "Content-Encoding", "If-Match", "If-None-Match", "If-None-Exist", "If-Modified-Since", "Accept-Language",
    ];

    // These answer at once, or are jobs of their own.
    private static readonly string[] OwnWays = ["/$export", "/$import", "/metadata"];

    private static readonly Refusal NotInEmergency = new(
        403, IssueCodes.Forbidden, "An emergency opens records while it lasts, and nothing that is answered later: ask without Prefer: respond-async.");

    public Task InvokeAsync(HttpContext context)
    {
        if (!IsMeant(context.Request)) return next(context);
        return AccessContext.Current is { Caller.Emergency: not null }
            ? OperationOutcomes.WriteAsync(context.Response, NotInEmergency, context.RequestAborted)
            : TakeInAsync(context);
    }

    private static bool IsMeant(HttpRequest request)
        => request.Path.StartsWithSegments(ServerBase.Path, out var rest)
            && request.Headers[Prefer].Any(value => value!.Contains(RespondAsync, StringComparison.OrdinalIgnoreCase))
            && IsWorthWaiting(request.Method, rest)
            && !rest.StartsWithSegments($"/{JobAddresses.Path}")
            && !Array.Exists(OwnWays, way => rest.Value!.TrimEnd('/').EndsWith(way, StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads, searches, operations and bundles. A change of one resource is answered at once, which stays legal: it takes no time.</summary>
    private static bool IsWorthWaiting(string method, PathString path)
    {
        if (HttpMethods.IsGet(method)) return true;
        var text = path.Value.AsSpan().TrimEnd('/');
        var last = text[(text.LastIndexOf('/') + 1)..];
        return HttpMethods.IsPost(method) && (last.IsEmpty || last[0] is '$' or '_');
    }

    private async Task TakeInAsync(HttpContext context)
    {
        var request = context.Request;
        context.Request.LiftBodyLimit();
        var limit = request.HasFormContentType ? Math.Min(BodyReader.LongestForm, options.Value.MaxBodyBytes) : options.Value.MaxBodyBytes;
        var body = await BodyAsync(request, limit, context.RequestAborted).ConfigureAwait(false);
        if (body is null)
        {
            var refusal = new Refusal(413, IssueCodes.TooLong, $"The body has more than {limit} bytes.");
            await OperationOutcomes.WriteAsync(context.Response, refusal, context.RequestAborted).ConfigureAwait(false);
            return;
        }

        var job = await queue.AddAsync(
            RequestWork.KindName, JsonSerializer.Serialize(Read(request)), body.Length == 0 ? [] : [Pack(body)], context.RequestAborted).ConfigureAwait(false);
        if (job is not null) context.Response.Headers["Preference-Applied"] = RespondAsync;
        await JobAccepted.WriteAsync(context, address.Of(request), job, options.Value.RetryAfterSeconds).ConfigureAwait(false);
    }

    private static StoredRequest Read(HttpRequest request)
    {
        var headers = KeptHeaders.Where(name => request.Headers.ContainsKey(name)).ToDictionary(name => name, name => request.Headers[name].ToString());
        headers[Prefer] = string.Join(", ", request.Headers[Prefer].SelectMany(value => value!.Split([',', ';'], StringSplitOptions.TrimEntries))
            .Where(value => !value.Equals(RespondAsync, StringComparison.OrdinalIgnoreCase)));
        return new(
            request.Method, request.Scheme, request.Host.Value ?? string.Empty, request.PathBase.Value ?? string.Empty, request.Path.Value!, request.QueryString.Value ?? string.Empty, headers);
    }

    private static async Task<byte[]?> BodyAsync(HttpRequest request, int limit, CancellationToken cancellationToken)
    {
        if (request.ContentLength > limit) return null;
        using var bytes = new MemoryStream();
        var chunk = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(chunk, cancellationToken).ConfigureAwait(false)) > 0)
        {
            bytes.Write(chunk, 0, read);
            if (bytes.Length > limit) return null;
        }

        return bytes.ToArray();
    }

    private static JobChunk Pack(byte[] body)
    {
        using var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(body);
        return new() { File = 1, Chunk = 1, Role = JobFileRole.Input, Type = "body", Lines = 1, Content = buffer.ToArray() };
    }
}
