using System.Globalization;
using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Server.Outcomes;
using FhirNaltrexone.Storage;
using FhirNaltrexone.Storage.Interactions;

namespace FhirNaltrexone.Server.Rest.Calls;

/// <summary>Tells clients of failures of the database, in words that help them and say nothing of the database itself.</summary>
internal sealed class StoreFailures(RetryAfter retryAfter, ILogger<StoreFailures> logger)
{
    /// <summary>The answer to a search that took too long.</summary>
    public static FhirAnswer TooCostly { get; } = FhirAnswer.Refused(StorageRefusals.Of(StorageErrorCode.TooCostly));

    /// <summary>The answer to a failure.</summary>
    /// <param name="failure">The failure.</param>
    public FhirAnswer Of(StorageException failure)
    {
        // Whoever may not do something is no failure of the database.
        if (failure.Code != StorageErrorCode.Forbidden) logger.StorageFailed(failure.Code.ToString());
        var answer = FhirAnswer.Refused(StorageRefusals.Of(failure));
        return answer.Status != StatusCodes.Status503ServiceUnavailable || failure.Code == StorageErrorCode.TooCostly
            ? answer
            : answer with { Headers = [new("Retry-After", retryAfter.Seconds.ToString(CultureInfo.InvariantCulture))] };
    }
}
