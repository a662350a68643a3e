using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Storage.Interactions;

/// <summary>What a client is told when the store fails.</summary>
public static class StorageRefusals
{
    /// <summary>The refusal for a failure; whoever may not do something is told why.</summary>
    /// <param name="failure">The failure.</param>
    public static Refusal Of(StorageException failure)
        => failure.Code == StorageErrorCode.Forbidden ? new(403, IssueCodes.Forbidden, failure.Message) : Of(failure.Code);

    /// <summary>The refusal for a kind of failure.</summary>
    /// <param name="code">What failed.</param>
    public static Refusal Of(StorageErrorCode code) => code switch
    {
        StorageErrorCode.Conflict => Refusals.Overtaken,
        StorageErrorCode.Forbidden => new(403, IssueCodes.Forbidden, "The scopes of the access token do not allow this."),
        StorageErrorCode.Full => new(507, IssueCodes.NoStore, "There is no room left to store it, or the record of the access."),
        StorageErrorCode.Indeterminate => new(
            503, IssueCodes.Transient, "Whether this was stored is unknown: read it back, or repeat it in a form that is safe to repeat: with If-None-Exist, If-Match, or PUT under an id of your own."),
        StorageErrorCode.TooCostly => new(503, IssueCodes.TooCostly, "This would take longer than the server allows: ask for less."),
        _ => new(503, IssueCodes.Transient, "The store cannot be reached now; try again later."),
    };
}
