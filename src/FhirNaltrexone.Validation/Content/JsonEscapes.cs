using System.Buffers.Text;

namespace FhirNaltrexone.Validation.Content;

/// <summary>Looks at the escapes of a JSON string for characters that no FHIR string may hold.</summary>
internal static class JsonEscapes
{
    private const int Null = 0;

    /// <summary>What is wrong with the string, or null.</summary>
    /// <param name="raw">The string as written, without its quotes; its escapes are well-formed.</param>
    public static string? FindDefect(ReadOnlySpan<byte> raw)
    {
        for (var at = raw.IndexOf((byte)'\\'); at >= 0 && at < raw.Length; at = Next(raw, at))
        {
            var kind = raw[at + 1];
            if (kind is (byte)'b' or (byte)'f') return "A string holds a control character that FHIR forbids";
            if (kind == 'u' && Defect(raw, ref at) is { } defect) return defect;
            at += kind == 'u' ? 6 : 2;
        }

        return null;
    }

    private static int Next(ReadOnlySpan<byte> raw, int from)
    {
        if (from >= raw.Length) return -1;
        var step = raw[from..].IndexOf((byte)'\\');
        return step < 0 ? -1 : from + step;
    }

    private static string? Defect(ReadOnlySpan<byte> raw, ref int at)
    {
        var unit = (char)Unit(raw, at);
        if (unit == Null) return "A string holds the character U+0000, which FHIR forbids and databases cannot keep";
        if (unit < ' ' && unit is not ('\t' or '\r' or '\n')) return "A string holds a control character that FHIR forbids";
        if (unit >= '\uFFFE') return "A string holds a code point that is no character";
        if (char.IsLowSurrogate(unit)) return "A string holds half of a surrogate pair";
        if (!char.IsHighSurrogate(unit)) return null;
        at += 6;
        return at + 6 <= raw.Length && raw[at] == '\\' && raw[at + 1] == 'u' && char.IsLowSurrogate((char)Unit(raw, at))
            ? null
            : "A string holds half of a surrogate pair";
    }

    private static int Unit(ReadOnlySpan<byte> raw, int at)
        => Utf8Parser.TryParse(raw.Slice(at + 2, 4), out int unit, out _, 'x') ? unit : Null;
}
