namespace FhirNaltrexone.Server.Security.Assertions;

/// <summary>Why an assertion is refused. For log and metrics: who is refused is never told.</summary>
internal enum AssertionDefect
{
    /// <summary>None: it is accepted.</summary>
    None,

    /// <summary>There is no bearer token, or more than one.</summary>
    Missing,

    /// <summary>It is longer than any honest one.</summary>
    TooLong,

    /// <summary>It is no signed JWT in compact form, or a member is not what it must be.</summary>
    Malformed,

    /// <summary><c>typ</c> is not JWT.</summary>
    Type,

    /// <summary><c>alg</c> is unknown, symmetric, none, or not for this client.</summary>
    Algorithm,

    /// <summary><c>crit</c> demands what is not understood.</summary>
    Critical,

    /// <summary><c>kid</c> is missing.</summary>
    KeyId,

    /// <summary><c>iss</c> is not that of a registered client.</summary>
    Issuer,

    /// <summary><c>jku</c> is not the registered one.</summary>
    KeySetAddress,

    /// <summary><c>sub</c> is not the client.</summary>
    Subject,

    /// <summary><c>aud</c> does not hold the address of the endpoint.</summary>
    Audience,

    /// <summary><c>exp</c> is missing or over.</summary>
    Expired,

    /// <summary><c>iat</c> is missing or in the future.</summary>
    IssuedAt,

    /// <summary><c>nbf</c> is in the future.</summary>
    NotBefore,

    /// <summary>It is good for too long.</summary>
    Lifetime,

    /// <summary><c>tenant</c> is not one of the client's.</summary>
    Tenant,

    /// <summary><c>jti</c> is missing or cannot be kept.</summary>
    TokenId,

    /// <summary>The keys of the client cannot be had.</summary>
    KeysUnavailable,

    /// <summary>The client has no key with this <c>kid</c>, or more than one, or the key does not fit <c>alg</c>.</summary>
    Key,

    /// <summary>The signature is not by that key.</summary>
    Signature,

    /// <summary>It was used before.</summary>
    Replayed,

    /// <summary>The client is not registered for the service.</summary>
    Service,
}
