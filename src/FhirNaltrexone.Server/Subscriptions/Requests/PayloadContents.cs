namespace FhirNaltrexone.Server.Subscriptions.Requests;

/// <summary>The codes of <see cref="PayloadContent"/>.</summary>
internal static class PayloadContents
{
    /// <summary>Reads a code; null when there is no such code.</summary>
    public static PayloadContent? Read(string? code) => code switch
    {
        "empty" => PayloadContent.Empty,
        "id-only" => PayloadContent.IdOnly,
        "full-resource" => PayloadContent.FullResource,
        _ => null,
    };
}
