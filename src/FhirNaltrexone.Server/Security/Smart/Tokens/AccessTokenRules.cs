using FhirNaltrexone.Server.Security.Assertions;
using FhirNaltrexone.Server.Security.Keys;
using FhirNaltrexone.Storage.Access;

namespace FhirNaltrexone.Server.Security.Smart.Tokens;

/// <summary>What access tokens of one issuer must be like.</summary>
internal sealed record AccessTokenRules
{
    /// <summary>Whom they must be for.</summary>
    public required string Audience { get; init; }

    /// <summary>What they may be signed with.</summary>
    public required IReadOnlyCollection<string> Algorithms { get; init; }

    /// <summary>Whether <c>typ</c> must say that they are access tokens (RFC 9068); else it may also be JWT or missing.</summary>
    public required bool NeedsType { get; init; }

    /// <summary>How far the clock of the issuer may be off.</summary>
    public required TimeSpan Skew { get; init; }

    /// <summary>The issuer's keys.</summary>
    public required CachedKeys Keys { get; init; }

    /// <summary>Whom a token that is in order lets in; null for nobody, as when it was revoked.</summary>
    public required Func<SignedToken, Caller?> Accept { get; init; }
}
