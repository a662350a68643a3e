using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace FhirNaltrexone.Storage.Interactions.Patching;

/// <summary>A JSON pointer (RFC 6901): names and indexes from the root of a document to one of its values.</summary>
internal sealed class JsonPointer
{
    private readonly string[] _tokens;

    private JsonPointer(string[] tokens) => _tokens = tokens;

    /// <summary>Whether the whole document is meant.</summary>
    public bool IsRoot => _tokens.Length == 0;

    /// <summary>The tokens that lead to the container.</summary>
    public ReadOnlySpan<string> Container => _tokens.AsSpan(0, _tokens.Length - 1);

    /// <summary>Every token.</summary>
    public ReadOnlySpan<string> Tokens => _tokens;

    /// <summary>Name or index within the container.</summary>
    public string Last => _tokens[^1];

    /// <summary>Reads a pointer.</summary>
    /// <param name="text">Empty, or tokens each with a slash before it.</param>
    /// <param name="pointer">The pointer.</param>
    /// <returns>Whether the text is one.</returns>
    public static bool TryRead(string text, [NotNullWhen(true)] out JsonPointer? pointer)
    {
        pointer = null;
        if (text.Length == 0)
        {
            pointer = new([]);
            return true;
        }

        if (text[0] != '/') return false;
        var tokens = text[1..].Split('/');
        for (var index = 0; index < tokens.Length; index++)
        {
            if (Unescape(tokens[index]) is not { } token) return false;
            tokens[index] = token;
        }

        pointer = new(tokens);
        return true;
    }

    /// <summary>Reads an index: digits without leading zeros.</summary>
    /// <param name="token">A token.</param>
    /// <param name="index">The index.</param>
    /// <returns>Whether the token is one.</returns>
    public static bool TryIndex(string token, out int index)
        => int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out index) && (token.Length == 1 || token[0] != '0');

    /// <summary>Whether the other pointer leads to a part of what this one leads to.</summary>
    /// <param name="other">Another pointer.</param>
    public bool IsAbove(JsonPointer other) => other._tokens.Length > _tokens.Length && other._tokens.AsSpan(0, _tokens.Length).SequenceEqual(_tokens);

    private static string? Unescape(string token)
    {
        for (var at = token.IndexOf('~', StringComparison.Ordinal); at >= 0; at = token.IndexOf('~', at + 1))
        {
            if (at + 1 == token.Length || token[at + 1] is not ('0' or '1')) return null;
        }

        return token.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
    }
}
