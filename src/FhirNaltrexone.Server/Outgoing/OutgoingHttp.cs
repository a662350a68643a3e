using System.Net;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.Timeout;

namespace FhirNaltrexone.Server.Outgoing;

/// <summary>Builds what requests to other servers go through: queue, retries, circuit breaker, time for one try, guarded connection.</summary>
internal static class OutgoingHttp
{
    private const double FailureRatio = 0.5;
    private const int MinimumThroughput = 10;
    private static readonly TimeSpan SamplingDuration = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(2);

    /// <summary>Connections to allowed addresses only, without redirects, cookies and proxies.</summary>
    public static SocketsHttpHandler Handler(GuardedConnector connector, OutgoingPolicy policy) => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        ConnectCallback = connector.ConnectAsync,
        ConnectTimeout = TimeSpan.FromMilliseconds(policy.ConnectMilliseconds),
        MaxConnectionsPerServer = policy.MaxConcurrency,
        PooledConnectionLifetime = ConnectionLifetime,
        UseCookies = false,
        UseProxy = false,
    };

    /// <summary>Adds the strategies, from the outermost to the innermost.</summary>
    public static void Configure(ResiliencePipelineBuilder<HttpResponseMessage> pipeline, OutgoingPolicy policy)
    {
        // Not the clock of the rules: with a fixed one an open circuit would never close.
        pipeline.TimeProvider = TimeProvider.System;
        pipeline.AddConcurrencyLimiter(policy.MaxConcurrency, policy.MaxQueue);
        if (policy.Retries > 0) pipeline.AddRetry(Retry(policy));
        pipeline.AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions
        {
            FailureRatio = FailureRatio,
            MinimumThroughput = MinimumThroughput,
            SamplingDuration = SamplingDuration,
            BreakDuration = TimeSpan.FromSeconds(policy.BreakSeconds),
            ShouldHandle = arguments => ValueTask.FromResult(IsTransient(arguments.Outcome)),
        });
        pipeline.AddTimeout(TimeSpan.FromMilliseconds(policy.TryMilliseconds));
    }

    private static HttpRetryStrategyOptions Retry(OutgoingPolicy policy) => new()
    {
        BackoffType = DelayBackoffType.Exponential,
        Delay = policy.FirstDelay,
        MaxRetryAttempts = policy.Retries,
        ShouldHandle = arguments => ValueTask.FromResult(IsTransient(arguments.Outcome)),
        ShouldRetryAfterHeader = false,
        UseJitter = true,
    };

    private static bool IsTransient(Outcome<HttpResponseMessage> outcome) => outcome switch
    {
        { Exception: TimeoutRejectedException } => true,
        { Exception: HttpRequestException error } => error.InnerException is not ServerException,
        { Result.StatusCode: HttpStatusCode.RequestTimeout } => true,
        { Result.StatusCode: HttpStatusCode.NotImplemented } => false,
        { Result.StatusCode: >= HttpStatusCode.InternalServerError } => true,
        _ => false,
    };
}
