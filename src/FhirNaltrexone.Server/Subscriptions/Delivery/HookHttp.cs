using System.Net;
using FhirNaltrexone.Server.Outgoing;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Polly;
using Polly.Timeout;

namespace FhirNaltrexone.Server.Subscriptions.Delivery;

/// <summary>Builds the pipeline of calls to endpoints: quick retries, time for one try, guarded connection. The slow retries are rows.</summary>
internal static class HookHttp
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(2);

    /// <summary>Registers the client. Its own loggers are removed: they would write addresses.</summary>
    public static void AddHookHttp(this IServiceCollection services) => services
        .AddHttpClient(HookClient.Name, client => client.Timeout = Timeout.InfiniteTimeSpan)
        .RemoveAllLoggers()
        .ConfigurePrimaryHttpMessageHandler(provider => Handler(
            provider.GetRequiredService<HookOrigins>(), provider.GetRequiredService<IOptions<SubscriptionOptions>>().Value))
        .AddResilienceHandler(HookClient.Name, (pipeline, context) => Configure(
            pipeline, context.ServiceProvider.GetRequiredService<IOptions<SubscriptionOptions>>().Value));

    private static SocketsHttpHandler Handler(HookOrigins origins, SubscriptionOptions options) => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        ConnectCallback = new GuardedConnector(origins).ConnectAsync,
        ConnectTimeout = TimeSpan.FromMilliseconds(options.ConnectMilliseconds),
        PooledConnectionLifetime = ConnectionLifetime,
        UseCookies = false,
        UseProxy = false,
    };

    private static void Configure(ResiliencePipelineBuilder<HttpResponseMessage> pipeline, SubscriptionOptions options)
    {
        // Not the clock of the rules: with a fixed one no wait would end.
        pipeline.TimeProvider = TimeProvider.System;
        if (options.QuickRetries > 0)
        {
            pipeline.AddRetry(new HttpRetryStrategyOptions
            {
                BackoffType = DelayBackoffType.Exponential,
                Delay = FirstDelay,
                MaxRetryAttempts = options.QuickRetries,
                ShouldHandle = arguments => ValueTask.FromResult(IsTransient(arguments.Outcome)),
                ShouldRetryAfterHeader = false,
                UseJitter = true,
            });
        }

        pipeline.AddTimeout(TimeSpan.FromMilliseconds(options.TryMilliseconds));
    }

    private static bool IsTransient(Outcome<HttpResponseMessage> outcome) => outcome switch
    {
        { Exception: TimeoutRejectedException } => true,
        { Exception: HttpRequestException error } => error.InnerException is not ServerException,
        { Result.StatusCode: HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout } => true,
        _ => false,
    };
}
