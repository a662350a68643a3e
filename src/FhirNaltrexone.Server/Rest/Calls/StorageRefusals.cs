using System.Globalization;
using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Storage;
using FhirNaltrexone.Validation.Outcomes;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Rest.Calls;

/// <summary>Tells clients of failures of the database, in words that help them and say nothing of the database itself.</summary>
internal sealed class StorageRefusals(IOptions<RestOptions> options, ILogger<StorageRefusals> logger)
{
    /// <summary>The answer to a failure.</summary>
    /// <param name="failure">The failure.</param>
    public FhirAnswer Of(StorageException failure)
    {
        logger.StorageFailed(failure.Code.ToString());
        return failure.Code switch
        {
            StorageErrorCode.Conflict => FhirAnswer.Refused(
                StatusCodes.Status409Conflict, IssueCodes.Conflict, "Others changed the same resources at the same time; nothing was stored. Send the request again."),
            StorageErrorCode.Full => FhirAnswer.Refused(
                StatusCodes.Status507InsufficientStorage, IssueCodes.NoStore, "There is no room to store it; nothing was stored. Reading goes on."),
            StorageErrorCode.TooCostly => TooCostly,
            StorageErrorCode.Indeterminate => Later(
                "The database failed while storing: nobody knows whether the change took place. Sending it again is safe with If-None-Exist, If-Match or an id of your own (PUT)."),
            _ => Later("The database is not to be reached just now; nothing was stored. Try again."),
        };
    }

    /// <summary>The answer to a search that took too long.</summary>
    public static FhirAnswer TooCostly { get; } = FhirAnswer.Refused(
        StatusCodes.Status503ServiceUnavailable, IssueCodes.TooCostly, "The search took longer than this server allows; narrow it down.");

    private FhirAnswer Later(string text)
        => FhirAnswer.Refused(StatusCodes.Status503ServiceUnavailable, IssueCodes.Transient, text) with
        {
            Headers = [new("Retry-After", options.Value.RetryAfterSeconds.ToString(CultureInfo.InvariantCulture))],
        };
}
