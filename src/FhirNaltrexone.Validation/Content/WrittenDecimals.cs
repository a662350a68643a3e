using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace FhirNaltrexone.Validation.Content;

/// <summary>
/// Keeps decimals as they are written (FHIR R4, datatypes, decimal: precision is preserved) where the SDK would round them to 28 digits or write out
/// their exponent: the SDK gets an integer that stands for each, in whose place the digits are put back afterwards. Texts that look like such numbers
/// share the way, since XML does not tell them apart.
/// </summary>
internal sealed partial class WrittenDecimals
{
    // A stand-in: a kind, a mark found nowhere else in the text, a place in the list. It can stand wherever the number can: it is an id and base64 too.
    private const char Number = '9';
    private const char NoNumber = 'x';
    private const int MarkLength = 15;
    private const int PlaceLength = 8;

    // An integer of R4 has no more digits than this, and is no decimal that has to be kept.
    private const int IntegerLength = 11;

    private static readonly XNamespace Xhtml = "http://www.w3.org/1999/xhtml";

    private readonly List<string> _texts = [];
    private readonly string _mark;

    // By chance, so that nobody can write a text that holds one mark after the other and has each looked for.
    private WrittenDecimals(Func<string, bool> isTaken)
    {
        do _mark = RandomNumberGenerator.GetString("0123456789", MarkLength);
        while (isTaken(_mark));
    }

    /// <summary>Replaces the numbers of a JSON text that the SDK would change.</summary>
    /// <param name="json">The text; afterwards one with stand-ins.</param>
    /// <returns>What puts them back; null when there are none.</returns>
    public static WrittenDecimals? Hide(ref ReadOnlySpan<byte> json)
    {
        WrittenDecimals? hidden = null;
        MemoryStream? copy = null;
        var copied = 0;
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = Nesting.Answer });
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.Number || Encoding.ASCII.GetString(reader.ValueSpan) is not { } text || IsKept(text)) continue;
            hidden ??= InJson(json);
            copy ??= new MemoryStream(json.Length + 1024);
            copy.Write(json[copied..(int)reader.TokenStartIndex]);
            copy.Write(Encoding.ASCII.GetBytes(hidden.StandIn(Number, text)));
            copied = (int)reader.BytesConsumed;
        }

        if (copy is null) return null;
        copy.Write(json[copied..]);
        json = copy.GetBuffer().AsSpan(0, (int)copy.Length);
        return hidden;
    }

    /// <summary>Reads an XML text, with stand-ins for what the SDK would change. What is no decimal of R4 gets one that is no number: the SDK refuses it.</summary>
    /// <param name="xml">A text that has passed the guard.</param>
    /// <param name="hidden">What puts them back; null when there are none.</param>
    public static XmlReader Read(ReadOnlyMemory<byte> xml, out WrittenDecimals? hidden)
    {
        hidden = null;
        if (!IsAnyChanged(xml)) return XmlGuard.Reader(xml);
        using var reader = XmlGuard.Reader(xml);
        var document = XDocument.Load(reader, LoadOptions.SetLineInfo | LoadOptions.PreserveWhitespace);
        var all = document.ToString(SaveOptions.DisableFormatting);
        hidden = new WrittenDecimals(mark => all.Contains(mark, StringComparison.Ordinal));
        foreach (var value in document.Descendants().Select(element => element.Attribute("value")).OfType<XAttribute>())
        {
            if (!IsChanged(value.Value)) continue;
            var text = value.Value.Trim();
            value.Value = value.Value.Replace(text, hidden.StandIn(Decimal().IsMatch(text) ? Number : NoNumber, text), StringComparison.Ordinal);
        }

        // Read from a document, white space between elements looks like text.
        document.DescendantNodes().OfType<XText>().Where(text => text.Parent?.Name.Namespace != Xhtml && string.IsNullOrWhiteSpace(text.Value)).Remove();
        return document.CreateReader();
    }

    /// <summary>Puts the digits back.</summary>
    /// <param name="text">JSON or XML in UTF-8 with stand-ins.</param>
    public ReadOnlyMemory<byte> Restore(ReadOnlyMemory<byte> text)
    {
        var mark = Encoding.ASCII.GetBytes(_mark);
        var restored = new MemoryStream(text.Length);
        var rest = text.Span;
        while (rest.IndexOf(mark) is > 0 and var at)
        {
            restored.Write(rest[..(at - 1)]);
            rest = rest[(at + mark.Length)..];
            restored.Write(Encoding.ASCII.GetBytes(_texts[int.Parse(rest[..PlaceLength], NumberStyles.None, CultureInfo.InvariantCulture)]));
            rest = rest[PlaceLength..];
        }

        restored.Write(rest);
        return restored.GetBuffer().AsMemory(0, (int)restored.Length);
    }

    private static WrittenDecimals InJson(ReadOnlySpan<byte> json)
    {
        var all = json.ToArray();
        return new WrittenDecimals(mark => all.AsSpan().IndexOf(Encoding.ASCII.GetBytes(mark)) >= 0);
    }

    private static bool IsAnyChanged(ReadOnlyMemory<byte> xml)
    {
        using var reader = XmlGuard.Reader(xml);
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.GetAttribute("value") is { } value && IsChanged(value)) return true;
        }

        return false;
    }

    private static bool IsChanged(string value)
        => value.AsSpan().Trim() is { IsEmpty: false } text
        && (char.IsAsciiDigit(text[0]) || text[0] is '-' or '+' or '.')
        && !(text.Length <= IntegerLength && text.IndexOfAny('.', 'e', 'E') < 0)
        && NumberLike().IsMatch(text)
        && !IsKept(text);

    /// <summary>Whether a decimal of .NET keeps each character: negative zero loses its sign.</summary>
    private static bool IsKept(ReadOnlySpan<char> text)
        => decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
        && !(number == 0 && text[0] == '-')
        && text.SequenceEqual(number.ToString(CultureInfo.InvariantCulture));

    private string StandIn(char kind, string text)
    {
        _texts.Add(text);
        return kind + _mark + (_texts.Count - 1).ToString("D8", CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"\A[-+]?[0-9]*\.?[0-9]*([eE][-+]?[0-9]+)?\z", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex NumberLike();

    [GeneratedRegex(@"\A-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?\z", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Decimal();
}
