using System.Collections.Frozen;
using System.Text.Json;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Subscriptions.Requests;

/// <summary>Reads the headers a subscriber wants to be sent (<c>Subscription.channel.header</c>): <c>Name: value</c>.</summary>
internal static class HeaderReader
{
    private const string Path = "Subscription.channel.header";
    private const int MaxLength = 4_096;

    // Those that belong to the connection or to the body.
    private static readonly FrozenSet<string> Reserved = new[]
    {
        "Connection", "Content-Encoding", "Content-Length", "Content-Type", "Expect", "Host", "Keep-Alive", "Proxy-Authorization", "Proxy-Connection", "TE",
        "Trailer", "Transfer-Encoding", "Upgrade",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads headers and adds what is wrong with them.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Read(JsonElement channel, int maxHeaders, List<Issue> issues)
    {
        var texts = Elements.Items(channel, "header").Select(item => item.ValueKind == JsonValueKind.String ? item.GetString()! : string.Empty).ToList();
        if (texts.Count > maxHeaders) issues.Add(new(IssueCodes.TooLong, $"A subscription has at most {maxHeaders} headers.", Path));
        return [.. texts.Take(maxHeaders).Select((text, index) => Read(text, $"{Path}[{index}]", issues)).OfType<KeyValuePair<string, string>>()];
    }

    private static KeyValuePair<string, string>? Read(string text, string path, List<Issue> issues)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var (name, value) = colon < 0 ? (string.Empty, string.Empty) : (text[..colon].Trim(), text[(colon + 1)..].Trim());
        var complaint = name.Length == 0 || !name.All(IsToken) ? "A header is written as Name: value."
            : Reserved.Contains(name) ? $"The header {name} is set by the server."
            : text.Length > MaxLength || !value.All(character => character is >= ' ' and <= '~') ? "The value of a header has at most 4096 characters, all of ASCII."
            : null;
        if (complaint is null) return new(name, value);
        issues.Add(new(IssueCodes.Value, complaint, path));
        return null;
    }

    // RFC 9110, token.
    private static bool IsToken(char character) => char.IsAsciiLetterOrDigit(character) || "!#$%&'*+-.^_`|~".Contains(character, StringComparison.Ordinal);
}
