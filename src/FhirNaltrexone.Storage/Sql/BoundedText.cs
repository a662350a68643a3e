using System.Security.Cryptography;
using System.Text;

namespace FhirNaltrexone.Storage.Sql;

/// <summary>
/// Texts that are only ever compared for equality, made short enough for an index: a B-tree of PostgreSQL takes 2,704 bytes. A longer text is
/// kept as its start and its SHA-256.
/// </summary>
internal static class BoundedText
{
    private const int MaxLength = 500;
    private const int KeptLength = 400;

    public static string Of(string text)
    {
        if (text.Length <= MaxLength) return text;
        var kept = char.IsHighSurrogate(text[KeptLength - 1]) ? KeptLength - 1 : KeptLength;
        return $"{text.AsSpan(0, kept)}#{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";
    }
}
