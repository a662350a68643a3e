using System.Net;
using FhirNaltrexone.Server.Outgoing;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Polly;
using Polly.Timeout;

namespace FhirNaltrexone.Server.CdsHooks.Ehr;

/// <summary>Builds the pipeline of outgoing calls, one for each server: queue, retries, circuit breaker, time for one try, guarded connection.</summary>
internal static class EhrHttp
{
    private const double FailureRatio = 0.5;
    private const int MinimumThroughput = 10;
    private static readonly TimeSpan SamplingDuration = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(15);
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(2);

    /// <summary>Registers the client. Its own loggers are removed: they would write addresses, and with them ids of patients.</summary>
    public static void AddEhrHttp(this IServiceCollection services) => services
        .AddHttpClient(EhrClient.Name, client => client.Timeout = Timeout.InfiniteTimeSpan)
        .RemoveAllLoggers()
        .ConfigurePrimaryHttpMessageHandler(provider => Handler(
            new GuardedConnector(provider.GetRequiredService<EhrOrigins>()), provider.GetRequiredService<IOptions<EhrOptions>>().Value))
        .AddResilienceHandler(EhrClient.Name, (pipeline, context) => Configure(
            pipeline, context.ServiceProvider.GetRequiredService<IOptions<EhrOptions>>().Value))
        .SelectPipelineByAuthority();

    private static SocketsHttpHandler Handler(GuardedConnector connector, EhrOptions options) => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        ConnectCallback = connector.ConnectAsync,
        ConnectTimeout = TimeSpan.FromMilliseconds(options.ConnectMilliseconds),
        MaxConnectionsPerServer = options.MaxConcurrency,
        PooledConnectionLifetime = ConnectionLifetime,
        UseCookies = false,
        UseProxy = false,
    };

    private static void Configure(ResiliencePipelineBuilder<HttpResponseMessage> pipeline, EhrOptions options)
    {
        // Not the clock of the rules: with a fixed one an open circuit would never close.
        pipeline.TimeProvider = TimeProvider.System;
        pipeline.AddConcurrencyLimiter(options.MaxConcurrency, options.MaxQueue);
        if (options.Retries > 0)
        {
            pipeline.AddRetry(Retry(options));
        }

        pipeline.AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions
        {
            FailureRatio = FailureRatio,
            MinimumThroughput = MinimumThroughput,
            SamplingDuration = SamplingDuration,
            BreakDuration = TimeSpan.FromSeconds(options.BreakSeconds),
            ShouldHandle = arguments => ValueTask.FromResult(IsTransient(arguments.Outcome)),
        });
        pipeline.AddTimeout(TimeSpan.FromMilliseconds(options.TryMilliseconds));
    }

    private static HttpRetryStrategyOptions Retry(EhrOptions options) => new()
    {
        BackoffType = DelayBackoffType.Exponential,
        Delay = FirstDelay,
        MaxRetryAttempts = options.Retries,
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
