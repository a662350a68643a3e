namespace FhirNaltrexone.Storage.Tokens;

/// <summary>A token that counts once.</summary>
/// <param name="Issuer">Who issued it.</param>
/// <param name="Id">Its id (<c>jti</c>), unique for the issuer.</param>
/// <param name="Expires">From when on it would be refused anyway; until then at least its use is remembered.</param>
public sealed record OneTimeToken(string Issuer, string Id, DateTimeOffset Expires);
