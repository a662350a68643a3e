using FhirNaltrexone.Storage;
using Polly;
using Polly.Retry;

namespace FhirNaltrexone.Server.Operations.Jobs;

/// <summary>How work deals with a database that fails for a moment.</summary>
internal static class JobRetries
{
    private const int Attempts = 5;
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan MaxDelay = TimeSpan.FromSeconds(10);

    /// <summary>Builds the pipeline.</summary>
    public static ResiliencePipeline Build() => new ResiliencePipelineBuilder()
        .AddRetry(new RetryStrategyOptions
        {
            MaxRetryAttempts = Attempts,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = FirstDelay,
            MaxDelay = MaxDelay,
            ShouldHandle = new PredicateBuilder().Handle<StorageException>(
                error => error.Code is StorageErrorCode.Unavailable or StorageErrorCode.Conflict),
        })
        .Build();
}
