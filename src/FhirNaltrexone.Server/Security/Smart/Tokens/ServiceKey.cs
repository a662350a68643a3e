using System.Numerics;
using System.Security.Cryptography;
using FhirNaltrexone.Server.Security.Keys;
using FhirNaltrexone.Storage;
using Microsoft.IdentityModel.Tokens;

namespace FhirNaltrexone.Server.Security.Smart.Tokens;

/// <summary>
/// The key that access tokens of this service are signed with (ES256). It is derived from a secret of the database, so that all replicas have the same,
/// and no file holds it.
/// </summary>
internal sealed class ServiceKey(IServiceSecrets secrets)
{
    /// <summary>Algorithm of its signatures.</summary>
    public const string Algorithm = "ES256";

    private const string Name = "access-token-key";
    private const int IdBytes = 12;
    private const int CoordinateBytes = 32;

    // 128 bits more than the order has: then the remainder is as good as evenly spread (FIPS 186-5, A.2.1).
    private const int SeedBytes = 48;

    private static readonly BigInteger Order = new(
        Convert.FromHexString("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551"), isUnsigned: true, isBigEndian: true);

    private readonly Lock _lock = new();
    private volatile Material? _material;

    /// <summary>Signs the text of a token.</summary>
    /// <param name="make">Makes header and claims for the id of the key.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The signature as RFC 7518 §3.4 has it, with what was signed.</returns>
    public async ValueTask<(string Text, byte[] Signature)> SignAsync(Func<string, string> make, CancellationToken cancellationToken)
    {
        var material = await GetAsync(cancellationToken).ConfigureAwait(false);
        var text = make(material.Id);
        lock (_lock) return (text, material.Key.SignData(System.Text.Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256));
    }

    /// <summary>The public part.</summary>
    public async ValueTask<CachedKeys> PublicAsync(CancellationToken cancellationToken) => (await GetAsync(cancellationToken).ConfigureAwait(false)).Public;

    private async ValueTask<Material> GetAsync(CancellationToken cancellationToken)
        => _material ??= Make(await secrets.GetAsync(Name, cancellationToken).ConfigureAwait(false));

    private static Material Make(ReadOnlyMemory<byte> secret)
    {
        var seed = HKDF.DeriveKey(HashAlgorithmName.SHA256, secret.ToArray(), SeedBytes, info: System.Text.Encoding.ASCII.GetBytes(Name));
        var scalar = (new BigInteger(seed, isUnsigned: true, isBigEndian: true) % (Order - 1)) + 1;
        var bytes = scalar.ToByteArray(isUnsigned: true, isBigEndian: true);
        var key = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = [.. new byte[CoordinateBytes - bytes.Length], .. bytes] });
        var open = key.ExportParameters(includePrivateParameters: false);
        var id = Convert.ToHexStringLower(SHA256.HashData([.. open.Q.X!, .. open.Q.Y!])[..IdBytes]);
        var verification = new VerificationKey(new ECDsaSecurityKey(ECDsa.Create(open)), EllipticCurves.P256, Algorithm, 2 * CoordinateBytes);
        return new(id, key, CachedKeys.Fixed(new KeySet([KeyValuePair.Create<string, VerificationKey?>(id, verification)])));
    }

    private sealed record Material(string Id, ECDsa Key, CachedKeys Public);
}
