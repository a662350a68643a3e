using System.Collections.Frozen;

namespace FhirNaltrexone.Server.Security.Keys;

/// <summary>A signature algorithm of RFC 7518 that tokens may use: asymmetric ones only.</summary>
/// <param name="Name">Its name (<c>alg</c>).</param>
/// <param name="Curve">Curve the key must have; null for RSA.</param>
internal sealed record SignatureAlgorithm(string Name, string? Curve)
{
    private static readonly FrozenDictionary<string, SignatureAlgorithm> Known = new SignatureAlgorithm[]
    {
        new("RS384", null), new("ES384", EllipticCurves.P384), new("RS256", null), new("RS512", null), new("PS256", null), new("PS384", null),
        new("PS512", null), new("ES256", EllipticCurves.P256), new("ES512", EllipticCurves.P521),
    }.ToFrozenDictionary(algorithm => algorithm.Name, StringComparer.Ordinal);

    /// <summary>What clients may use unless configured (CDS Hooks 2.0 and SMART 2.2 recommend these).</summary>
    public static IList<string> Defaults { get; } = ["RS384", "ES384"];

    /// <summary>The names of all.</summary>
    public static IEnumerable<string> Names => Known.Keys.Order(StringComparer.Ordinal);

    /// <summary>The algorithm with a name; null when there is none, as for <c>none</c> and every symmetric one.</summary>
    public static SignatureAlgorithm? Find(string name) => Known.GetValueOrDefault(name);
}
