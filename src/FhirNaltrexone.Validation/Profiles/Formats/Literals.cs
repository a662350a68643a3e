using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace FhirNaltrexone.Validation.Profiles.Formats;

/// <summary>Whether literals are written as FHIR R4 demands (2.24.0.1), dates and times left out.</summary>
internal static class Literals
{
    private const int MaxIdLength = 64;
    private const int UuidLength = 36;
    private const int MaxTextLength = 1024 * 1024;

    private static readonly SearchValues<byte> IdCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-."u8);
    private static readonly SearchValues<byte> Digits = SearchValues.Create("0123456789"u8);
    private static readonly SearchValues<byte> LowerHex = SearchValues.Create("0123456789abcdef"u8);
    private static readonly SearchValues<byte> Base64 = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"u8);
    private static readonly SearchValues<byte> AsciiSpace = SearchValues.Create(" \t\r\n\f\v"u8);

    public static bool IsInteger(ReadOnlySpan<byte> text)
        => Utf8Parser.TryParse(text, out int _, out var used) && used == text.Length && text[0] != '+' && IsPlain(text is [(byte)'-', ..] ? text[1..] : text);

    public static bool IsUnsigned(ReadOnlySpan<byte> text) => IsInteger(text) && text[0] != '-';

    public static bool IsPositive(ReadOnlySpan<byte> text) => IsUnsigned(text) && text[0] != '0';

    /// <summary>Whether there is more than white space, and no more than R4 lets a string hold (2.24.0.1: 1,048,576 characters).</summary>
    public static bool IsText(ReadOnlySpan<byte> text)
        => IsMoreThanSpace(text) && (text.Length <= MaxTextLength || Encoding.UTF8.GetCharCount(text) <= MaxTextLength);

    public static bool IsCode(ReadOnlySpan<byte> text)
    {
        if (!HasSpace(text)) return true;
        var wasSpace = true;
        while (Rune.DecodeFromUtf8(text, out var rune, out var length) == OperationStatus.Done)
        {
            var isSpace = Rune.IsWhiteSpace(rune);
            if (isSpace && wasSpace) return false;
            wasSpace = isSpace;
            text = text[length..];
        }

        return !wasSpace;
    }

    public static bool IsId(ReadOnlySpan<byte> text) => text.Length <= MaxIdLength && text.IndexOfAnyExcept(IdCharacters) < 0;

    public static bool IsUri(ReadOnlySpan<byte> text) => !HasSpace(text);

    public static bool IsOid(ReadOnlySpan<byte> text)
    {
        if (!text.StartsWith("urn:oid:"u8)) return false;
        var arcs = text["urn:oid:".Length..];
        var count = 0;
        foreach (var range in arcs.Split((byte)'.'))
        {
            var arc = arcs[range];
            if (count++ == 0 ? arc is not [>= (byte)'0' and <= (byte)'2'] : !IsPlain(arc) || arc.IndexOfAnyExcept(Digits) >= 0) return false;
        }

        return count > 1;
    }

    public static bool IsUuid(ReadOnlySpan<byte> text)
    {
        if (!text.StartsWith("urn:uuid:"u8)) return false;
        var uuid = text["urn:uuid:".Length..];
        if (uuid.Length != UuidLength) return false;
        for (var at = 0; at < UuidLength; at++)
        {
            if (at is 8 or 13 or 18 or 23 ? uuid[at] != '-' : !LowerHex.Contains(uuid[at])) return false;
        }

        return true;
    }

    /// <summary>White space may stand between the characters, as where lines are broken.</summary>
    public static bool IsBase64(ReadOnlySpan<byte> text)
    {
        var (characters, padding) = (0, 0);
        foreach (var one in text)
        {
            if (AsciiSpace.Contains(one)) continue;
            if (one == '=') padding++;
            else if (padding > 0 || !Base64.Contains(one)) return false;
            characters++;
        }

        return characters > 0 && characters % 4 == 0 && padding <= 2;
    }

    private static bool IsMoreThanSpace(ReadOnlySpan<byte> text)
    {
        if (text[0] > ' ' && text[0] < 0x80) return true;
        while (Rune.DecodeFromUtf8(text, out var rune, out var length) == OperationStatus.Done)
        {
            if (!Rune.IsWhiteSpace(rune)) return true;
            text = text[length..];
        }

        return false;
    }

    private static bool IsPlain(ReadOnlySpan<byte> digits) => digits is [_] or [not (byte)'0', ..];

    private static bool HasSpace(ReadOnlySpan<byte> text)
    {
        if (text.IndexOfAny(AsciiSpace) >= 0) return true;
        if (Ascii.IsValid(text)) return false;
        while (Rune.DecodeFromUtf8(text, out var rune, out var length) == OperationStatus.Done)
        {
            if (Rune.IsWhiteSpace(rune)) return true;
            text = text[length..];
        }

        return false;
    }
}
