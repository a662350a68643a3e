using System.Security.Cryptography;
using System.Text;

namespace FhirNaltrexone.Server.Subscriptions;

/// <summary>
/// The id of a subscription as the log may have it: as it is when the server made it; one that a client made may say whom it watches, and is told by the
/// beginning of its SHA-256, <c>~1a2b3c4d</c>.
/// </summary>
internal static class LoggedId
{
    private const int Bytes = 4;
    private const int ServerLength = 32;

    /// <summary>Writes it.</summary>
    public static string Of(string id)
        => id.Length == ServerLength && id.All(char.IsAsciiHexDigitLower) ? id : $"~{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)).AsSpan(0, Bytes))}";
}
