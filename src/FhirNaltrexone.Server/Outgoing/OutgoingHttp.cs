using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.Timeout;

namespace FhirNaltrexone.Server.Outgoing;

/// <summary>Sets up what requests to other servers go through: queue, retries, circuit breaker, time for one try, guarded connection.</summary>
internal static class OutgoingHttp
{
    private const double FailureRatio = 0.5;
    private const int MinimumThroughput = 10;
    private static readonly TimeSpan SamplingDuration = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(2);

    /// <summary>Adds a client that reaches allowed addresses only. Its own loggers are removed: they would write addresses, and with them ids and secrets.</summary>
    /// <param name="services">The services.</param>
    /// <param name="name">Name of the client.</param>
    /// <param name="origins">Where it may go.</param>
    /// <param name="policy">How patiently it asks.</param>
    public static IHttpResiliencePipelineBuilder AddOutgoingHttp(
        this IServiceCollection services, string name, Func<IServiceProvider, AllowedOrigins> origins, Func<IServiceProvider, OutgoingPolicy> policy)
    {
        services.AddKeyedSingleton(name, (provider, _) => policy(provider));
        return services
            .AddHttpClient(name, (provider, client) => Configure(client, Policy(provider, name)))
            .RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(provider => Handler(new GuardedConnector(origins(provider)), Policy(provider, name)))
            .AddResilienceHandler(name, (pipeline, context) => Configure(pipeline, Policy(context.ServiceProvider, name)));
    }

    private static OutgoingPolicy Policy(IServiceProvider provider, string name) => provider.GetRequiredKeyedService<OutgoingPolicy>(name);

    private static void Configure(HttpClient client, OutgoingPolicy policy)
    {
        client.Timeout = policy.Patience ?? Timeout.InfiniteTimeSpan;
        if (policy.MaxBytes is { } most) client.MaxResponseContentBufferSize = most;
    }

    /// <summary>Without redirects, which would lead past the list; without cookies and proxies.</summary>
    private static SocketsHttpHandler Handler(GuardedConnector connector, OutgoingPolicy policy) => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = policy.Unpacks,
        ConnectCallback = connector.ConnectAsync,
        ConnectTimeout = TimeSpan.FromMilliseconds(policy.ConnectMilliseconds),
        MaxConnectionsPerServer = policy.MaxConcurrency ?? int.MaxValue,
        PooledConnectionLifetime = ConnectionLifetime,
        UseCookies = false,
        UseProxy = false,
    };

    /// <summary>Adds the strategies, from the outermost to the innermost.</summary>
    private static void Configure(ResiliencePipelineBuilder<HttpResponseMessage> pipeline, OutgoingPolicy policy)
    {
        // Not the clock of the rules: with a fixed one an open circuit would never close.
        pipeline.TimeProvider = TimeProvider.System;
        if (policy is { MaxConcurrency: { } most, MaxQueue: { } waiting }) pipeline.AddConcurrencyLimiter(most, waiting);
        if (policy.Retries > 0) pipeline.AddRetry(Retry(policy));
        if (policy.BreakSeconds is { } pause) pipeline.AddCircuitBreaker(Breaker(policy, TimeSpan.FromSeconds(pause)));
        if (policy.TryMilliseconds is { } time) pipeline.AddTimeout(TimeSpan.FromMilliseconds(time));
    }

    private static HttpRetryStrategyOptions Retry(OutgoingPolicy policy) => new()
    {
        BackoffType = DelayBackoffType.Exponential,
        Delay = policy.FirstDelay,
        MaxRetryAttempts = policy.Retries,
        ShouldHandle = arguments => ValueTask.FromResult(IsTransient(arguments.Outcome, policy)),
        ShouldRetryAfterHeader = policy.HeedsRetryAfter,
        UseJitter = true,
    };

    private static HttpCircuitBreakerStrategyOptions Breaker(OutgoingPolicy policy, TimeSpan pause) => new()
    {
        FailureRatio = FailureRatio,
        MinimumThroughput = MinimumThroughput,
        SamplingDuration = SamplingDuration,
        BreakDuration = pause,
        ShouldHandle = arguments => ValueTask.FromResult(IsTransient(arguments.Outcome, policy)),
    };

    private static bool IsTransient(Outcome<HttpResponseMessage> outcome, OutgoingPolicy policy) => outcome switch
    {
        { Exception: TimeoutRejectedException } => true,
        { Exception: HttpRequestException error } => error.InnerException is not ServerException,
        { Result: { } answer } => policy.IsTransient(answer.StatusCode),
        _ => false,
    };
}
