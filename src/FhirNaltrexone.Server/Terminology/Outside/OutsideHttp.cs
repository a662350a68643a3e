using System.Net;
using FhirNaltrexone.Server.Outgoing;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Polly;
using Polly.Timeout;

namespace FhirNaltrexone.Server.Terminology.Outside;

/// <summary>Builds the pipeline to the terminology server: queue, retries, circuit breaker, time for one try, guarded connection.</summary>
internal static class OutsideHttp
{
    private const double FailureRatio = 0.5;
    private const int MinimumThroughput = 10;
    private static readonly TimeSpan SamplingDuration = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(2);

    /// <summary>Registers the client. Its own loggers are removed: they would write addresses.</summary>
    public static void AddOutsideHttp(this IServiceCollection services) => services
        .AddHttpClient(OutsideServer.ClientName, (provider, client) =>
        {
            var options = Options(provider);
            client.Timeout = TimeSpan.FromMilliseconds(options.TryMilliseconds * (options.Retries + 2));
            client.MaxResponseContentBufferSize = options.MaxBytes;
        })
        .RemoveAllLoggers()
        .ConfigurePrimaryHttpMessageHandler(provider => Handler(new GuardedConnector(provider.GetRequiredService<OutsideOrigins>()), Options(provider)))
        .AddResilienceHandler(OutsideServer.ClientName, (pipeline, context) => Configure(pipeline, Options(context.ServiceProvider)));

    private static TerminologyOptions Options(IServiceProvider provider) => provider.GetRequiredService<IOptions<TerminologyOptions>>().Value;

    private static SocketsHttpHandler Handler(GuardedConnector connector, TerminologyOptions options) => new()
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

    private static void Configure(ResiliencePipelineBuilder<HttpResponseMessage> pipeline, TerminologyOptions options)
    {
        // Not the clock of the rules: with a fixed one an open circuit would never close.
        pipeline.TimeProvider = TimeProvider.System;
        pipeline.AddConcurrencyLimiter(options.MaxConcurrency, options.MaxQueue);
        if (options.Retries > 0) pipeline.AddRetry(Retry(options));
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

    private static HttpRetryStrategyOptions Retry(TerminologyOptions options) => new()
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
        { Result.StatusCode: HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests } => true,
        { Result.StatusCode: HttpStatusCode.NotImplemented } => false,
        { Result.StatusCode: >= HttpStatusCode.InternalServerError } => true,
        _ => false,
    };
}
