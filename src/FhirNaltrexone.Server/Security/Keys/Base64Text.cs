using System.Buffers;
using System.Buffers.Text;

namespace FhirNaltrexone.Server.Security.Keys;

/// <summary>The base64url of JOSE (RFC 7515 §2): its own alphabet, no padding, no white space, one way only to write anything.</summary>
internal static class Base64Text
{
    private static readonly SearchValues<byte> Alphabet = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"u8);

    /// <summary>The bytes a text stands for; null when it is written in any other way.</summary>
    public static byte[]? Decode(ReadOnlySpan<byte> text)
    {
        if (text.Length % 4 == 1 || text.ContainsAnyExcept(Alphabet) || !AreSpareBitsZero(text)) return null;
        var bytes = new byte[Base64Url.GetMaxDecodedLength(text.Length)];
        return Base64Url.DecodeFromUtf8(text, bytes, out _, out var written) == OperationStatus.Done && written == bytes.Length ? bytes : null;
    }

    /// <summary>The last character may stand for more bits than are left; those must be zero, or one signature would have several texts.</summary>
    private static bool AreSpareBitsZero(ReadOnlySpan<byte> text) => (text.Length % 4) switch
    {
        2 => (Value(text[^1]) & 0b1111) == 0,
        3 => (Value(text[^1]) & 0b11) == 0,
        _ => true,
    };

    private static int Value(byte character) => (char)character switch
    {
        >= 'A' and <= 'Z' => character - 'A',
        >= 'a' and <= 'z' => character - 'a' + 26,
        >= '0' and <= '9' => character - '0' + 52,
        '-' => 62,
        _ => 63,
    };
}
