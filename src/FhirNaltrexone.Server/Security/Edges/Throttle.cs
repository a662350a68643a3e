using System.Globalization;
using System.Threading.RateLimiting;
using FhirNaltrexone.Server.Outcomes;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Security.Edges;

/// <summary>Answers whoever asks too often: 429, and when to come again.</summary>
internal static class Throttle
{
    private static readonly Refusal TooMany = new(
        StatusCodes.Status429TooManyRequests, IssueCodes.Throttled, "Too many requests; Retry-After says when to come again, in seconds.");

    /// <summary>Ends the response.</summary>
    public static Task WriteAsync(HttpContext context, TimeSpan pause)
    {
        context.Response.Headers.RetryAfter = Seconds(pause);
        return OperationOutcomes.WriteAsync(context.Response, TooMany, context.RequestAborted);
    }

    /// <summary>When to come again.</summary>
    public static TimeSpan Pause(RateLimitLease lease) => lease.TryGetMetadata(MetadataName.RetryAfter, out var time) ? time : TimeSpan.Zero;

    /// <summary>A pause in whole seconds, as in <c>Retry-After</c>.</summary>
    public static string Seconds(TimeSpan pause) => Math.Max(1, (int)Math.Ceiling(pause.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
}
