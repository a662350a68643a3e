using System.Net;
using System.Text.Unicode;

namespace FhirNaltrexone.Storage.Search.Requests;

/// <summary>The query part of a URL as names and values.</summary>
public static class QueryText
{
    /// <summary>Percent-encodes names and values.</summary>
    /// <param name="parameters">Names and values, decoded.</param>
    public static string Write(IEnumerable<KeyValuePair<string, string>> parameters)
        => string.Join('&', parameters.Select(pair => $"{Encode(pair.Key)}={Encode(pair.Value)}"));

    /// <summary>Decodes names and values; a plus sign stands for a space. Never fails: broken escapes stay as they are.</summary>
    /// <param name="text">Query part, with or without question mark.</param>
    public static IReadOnlyList<KeyValuePair<string, string>> Read(string text)
        => [.. text.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(ReadPair)];

    /// <summary>Whether the text is UTF-8 once percent-decoded; searching for anything else would find nothing and not say why.</summary>
    /// <param name="text">Query part or form as sent.</param>
    public static bool IsUtf8(ReadOnlySpan<byte> text) => Utf8.IsValid(WebUtility.UrlDecodeToBytes(text.ToArray(), 0, text.Length));

    private static KeyValuePair<string, string> ReadPair(string pair)
    {
        var equals = pair.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 ? new(Decode(pair), "") : new(Decode(pair[..equals]), Decode(pair[(equals + 1)..]));
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    // Colons, commas and bars are frequent in searches and harmless in a query; left as they are, links stay readable.
    private static string Encode(string text)
        => Uri.EscapeDataString(text).Replace("%3A", ":", StringComparison.Ordinal).Replace("%2C", ",", StringComparison.Ordinal)
            .Replace("%2F", "/", StringComparison.Ordinal).Replace("%7C", "|", StringComparison.Ordinal);
}
