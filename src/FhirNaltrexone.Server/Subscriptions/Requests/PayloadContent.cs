namespace FhirNaltrexone.Server.Subscriptions.Requests;

/// <summary>How much a notification tells (extension backport-payload-content).</summary>
internal enum PayloadContent
{
    /// <summary>That something happened.</summary>
    Empty,

    /// <summary>And to what.</summary>
    IdOnly,

    /// <summary>And what it is like now.</summary>
    FullResource,
}
