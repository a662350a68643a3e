using System.Collections.Concurrent;
using Microsoft.IdentityModel.Tokens;

namespace FhirNaltrexone.Server.Security.Keys;

/// <summary>A public key that signatures are checked with. What a check needs is made once for each algorithm.</summary>
/// <param name="key">The key.</param>
/// <param name="curve">Its curve; null for RSA.</param>
/// <param name="algorithm">The one algorithm it is for (<c>alg</c> of the key); null for any that fits.</param>
/// <param name="signatureBytes">Length of its signatures.</param>
internal sealed class VerificationKey(AsymmetricSecurityKey key, string? curve, string? algorithm, int signatureBytes)
{
    // Providers are kept here: the cache of the library would outlive the key.
    private static readonly CryptoProviderFactory Providers = new() { CacheSignatureProviders = false };

    private readonly ConcurrentDictionary<string, SignatureProvider> _providers = new(StringComparer.Ordinal);

    /// <summary>Whether the key is of the kind an algorithm asks for.</summary>
    public bool Fits(SignatureAlgorithm asked) => asked.Curve == curve && (algorithm is null || algorithm == asked.Name);

    /// <summary>Whether a signature is by this key.</summary>
    /// <param name="asked">Algorithm; it must fit.</param>
    /// <param name="signed">Holds what was signed, at its beginning.</param>
    /// <param name="length">Length of that.</param>
    /// <param name="signature">The signature.</param>
    public bool Verify(SignatureAlgorithm asked, byte[] signed, int length, byte[] signature)
        => signature.Length == signatureBytes
            && _providers.GetOrAdd(asked.Name, static (name, key) => Providers.CreateForVerifying(key, name), key)
                .Verify(signed, 0, length, signature, 0, signature.Length);
}
