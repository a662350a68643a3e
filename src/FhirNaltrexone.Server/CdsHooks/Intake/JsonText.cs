using System.Buffers.Text;
using System.Text.Unicode;

namespace FhirNaltrexone.Server.CdsHooks.Intake;

/// <summary>Looks for text that is well-formed JSON and yet cannot be kept: it would fail much later, in a rule or in a database.</summary>
internal static class JsonText
{
    /// <summary>Says what is wrong with the text of a JSON document, or null.</summary>
    public static string? FindDefect(ReadOnlySpan<byte> json)
    {
        if (!Utf8.IsValid(json))
        {
            return "The body is not valid UTF-8.";
        }

        for (var next = json.IndexOf((byte)'\\'); next >= 0; next = json.IndexOf((byte)'\\'))
        {
            json = json[next..];
            var unit = Unit(json);
            var length = unit < 0 ? 2 : 6;
            if (unit == 0)
            {
                return "The body holds the character U+0000, which FHIR does not allow in a string.";
            }

            if (unit is >= 0xDC00 and <= 0xDFFF || (unit is >= 0xD800 and <= 0xDBFF && Unit(json[6..]) is < 0xDC00 or > 0xDFFF))
            {
                return "The body holds half of a UTF-16 surrogate pair.";
            }

            json = json[Math.Min(json.Length, unit is >= 0xD800 and <= 0xDBFF ? 12 : length)..];
        }

        return null;
    }

    /// <summary>The code unit of the escape \uXXXX that the text begins with, or -1.</summary>
    private static int Unit(ReadOnlySpan<byte> json)
        => json.Length >= 6 && json[0] == '\\' && json[1] == 'u'
            && Utf8Parser.TryParse(json.Slice(2, 4), out ushort unit, out var used, 'x') && used == 4 ? unit : -1;
}
