using System.Text;

namespace FhirNaltrexone.Validation.Content;

/// <summary>Line and column of a place in a text, both from 1, the column in characters.</summary>
internal static class TextPosition
{
    /// <summary>The place in words, to be put behind a sentence.</summary>
    /// <param name="text">UTF-8.</param>
    /// <param name="offset">Byte in it.</param>
    public static string Describe(ReadOnlySpan<byte> text, int offset)
    {
        var before = text[..Math.Clamp(offset, 0, text.Length)];
        var lineStart = before.LastIndexOf((byte)'\n') + 1;
        return $"line {before.Count((byte)'\n') + 1}, column {Encoding.UTF8.GetCharCount(before[lineStart..]) + 1}";
    }

    /// <summary>Byte offset of a place given as a JSON reader gives it.</summary>
    /// <param name="text">UTF-8.</param>
    /// <param name="line">Line, from 0.</param>
    /// <param name="octet">Byte in the line, from 0.</param>
    public static int Offset(ReadOnlySpan<byte> text, long line, long octet)
    {
        var start = 0;
        for (; line > 0; line--) start += text[start..].IndexOf((byte)'\n') + 1;
        return start + (int)octet;
    }
}
