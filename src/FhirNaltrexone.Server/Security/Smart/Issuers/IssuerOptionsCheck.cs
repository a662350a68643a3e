using FhirNaltrexone.Server.Outgoing;
using FhirNaltrexone.Server.Security.Clients;
using FhirNaltrexone.Server.Security.Keys;

namespace FhirNaltrexone.Server.Security.Smart.Issuers;

/// <summary>Finds what is wrong with configured issuers.</summary>
internal static class IssuerOptionsCheck
{
    private const int MostSkew = 300;

    /// <summary>A sentence for each defect.</summary>
    /// <param name="issuers">The issuers as bound.</param>
    /// <param name="section">What they were bound from.</param>
    /// <param name="isHttpAllowed">Whether key sets may be fetched without TLS.</param>
    public static IEnumerable<string> Complaints(IList<IssuerOptions> issuers, IConfigurationSection section, bool isHttpAllowed) =>
    [
        .. section.GetChildren().SelectMany(issuer => KnownSettings.Unknown(issuer, typeof(IssuerOptions))).Select(path => $"{path} is no setting of an issuer."),
        .. issuers.SelectMany((issuer, n) => Of(issuer, isHttpAllowed).Select(complaint => $"{section.Path}:{n}: {complaint}")),
        .. issuers.GroupBy(issuer => issuer.Issuer, StringComparer.Ordinal).Where(group => group.Skip(1).Any()).Select(group => $"{section.Path}: '{group.Key}' is there twice."),
    ];

    private static IEnumerable<string> Of(IssuerOptions issuer, bool isHttpAllowed)
    {
        if (issuer.Issuer.Length == 0) yield return "Issuer must not be empty.";
        if (issuer.Audience.Length == 0) yield return "Audience must not be empty: tokens for anybody would be good here.";
        if (AllowedOrigins.Complain(issuer.JwksUri, isHttpAllowed) is { } complaint) yield return $"JwksUri {complaint}";
        if (issuer.SkewSeconds is < 0 or > MostSkew) yield return $"SkewSeconds must be 0 to {MostSkew}.";
        if (issuer.Purpose is { } purpose && !PurposesOfUse.Contains(purpose)) yield return $"Purpose '{purpose}' is no code of v3-PurposeOfUse, such as TREAT, HPAYMT or HOPERAT.";
        foreach (var name in issuer.Algorithms.Where(name => SignatureAlgorithm.Find(name) is null))
            yield return $"Algorithms holds '{name}'; known are {string.Join(", ", SignatureAlgorithm.Names)}.";
    }
}
