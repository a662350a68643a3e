using FhirNaltrexone.Storage.Jobs;

namespace FhirNaltrexone.Server.Operations.Jobs;

/// <summary>Sends a file part by part, as it is stored to whoever takes gzip.</summary>
internal static class JobFileBody
{
    private const string MediaType = "application/fhir+ndjson";

    // Long enough for a part on a slow line; each part begun prolongs it.
    private static readonly TimeSpan KeptWhileFetched = TimeSpan.FromMinutes(15);

    /// <summary>Sends the file. Until it is sent the job does not expire.</summary>
    public static async Task WriteAsync(HttpContext context, IJobStore store, TimeProvider clock, string job, JobFile file)
    {
        var response = context.Response;
        var isPacked = TakesGzip(context.Request);
        response.ContentType = MediaType;
        response.Headers.Vary = "Accept-Encoding";
        if (isPacked) response.Headers.ContentEncoding = "gzip";
        for (var part = 1; part <= file.Chunks; part++)
        {
            await store.KeepAsync(job, clock.GetUtcNow() + KeptWhileFetched, context.RequestAborted).ConfigureAwait(false);
            if (await store.ReadChunkAsync(job, file.File, part, context.RequestAborted).ConfigureAwait(false) is not { } chunk)
            {
                // Cancelled while it was fetched: half a file must not look like a whole one.
                context.Abort();
                return;
            }

            await response.Body.WriteAsync(isPacked ? chunk.Content : NdjsonChunks.Unpack(chunk), context.RequestAborted).ConfigureAwait(false);
        }
    }

    private static bool TakesGzip(HttpRequest request)
        => request.GetTypedHeaders().AcceptEncoding.Any(coding => coding.Value == "gzip" && coding.Quality is null or > 0);
}
