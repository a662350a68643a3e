using System.Security.Cryptography;

namespace FhirNaltrexone.Server.Security.Keys;

/// <summary>The curves of RFC 7518.</summary>
internal static class EllipticCurves
{
    public const string P256 = "P-256";
    public const string P384 = "P-384";
    public const string P521 = "P-521";

    /// <summary>The curve with a name and the bytes of a coordinate on it; null for others.</summary>
    public static (ECCurve Curve, int Bytes)? Find(string? name) => name switch
    {
        P256 => (ECCurve.NamedCurves.nistP256, 32),
        P384 => (ECCurve.NamedCurves.nistP384, 48),
        P521 => (ECCurve.NamedCurves.nistP521, 66),
        _ => null,
    };
}
