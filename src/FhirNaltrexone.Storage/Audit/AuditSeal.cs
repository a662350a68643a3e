using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace FhirNaltrexone.Storage.Audit;

/// <summary>
/// Makes the fingerprints of the audit chain: each covers the record, its place, and the fingerprint before it. With a key, whoever can write to the
/// database but does not have the key cannot make a chain anew.
/// </summary>
/// <param name="key">Key of HMAC-SHA-256; null for plain SHA-256.</param>
public sealed class AuditSeal(byte[]? key)
{
    /// <summary>What the first record follows.</summary>
    public const string Origin = "0000000000000000000000000000000000000000000000000000000000000000";

    /// <summary>Fingerprint of the stored JSON of a record, in hexadecimal.</summary>
    /// <param name="json">UTF-8, exactly as stored.</param>
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Performance", "CA1822", Justification = "All fingerprints are made in one place.")]
    public string OfContent(ReadOnlySpan<byte> json) => Convert.ToHexStringLower(SHA256.HashData(json));

    /// <summary>Fingerprint of a link, in hexadecimal.</summary>
    /// <param name="before">Fingerprint of the link before.</param>
    /// <param name="position">Place in the chain, 1 for the first.</param>
    /// <param name="id">Id of the AuditEvent.</param>
    /// <param name="recorded">When it was stored.</param>
    /// <param name="content">Fingerprint of its content.</param>
    public string OfLink(string before, long position, string id, DateTimeOffset recorded, string content)
    {
        var text = Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture, $"{before}\n{position}\n{id}\n{recorded.ToUnixTimeMilliseconds()}\n{content}"));
        return Convert.ToHexStringLower(key is null ? SHA256.HashData(text) : HMACSHA256.HashData(key, text));
    }
}
