namespace FhirNaltrexone.Validation.Terminology.KnownSystems;

/// <summary>Recognizes URIs (RFC 3986): a scheme, a colon, and characters a URI may have.</summary>
internal static class Uris
{
    private const string Others = "-._~:/?#[]@!$&'()*+,;=%";

    public static bool IsUri(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && colon < text.Length - 1 && char.IsAsciiLetter(text[0])
            && text.AsSpan(0, colon).IndexOfAnyExcept(Characters.Scheme) < 0
            && text.All(character => char.IsAsciiLetterOrDigit(character) || Others.Contains(character, StringComparison.Ordinal))
            && HasWholeEscapes(text);
    }

    private static bool HasWholeEscapes(string text)
    {
        for (var index = text.IndexOf('%', StringComparison.Ordinal); index >= 0; index = text.IndexOf('%', index + 1))
        {
            if (index + 2 >= text.Length || !char.IsAsciiHexDigit(text[index + 1]) || !char.IsAsciiHexDigit(text[index + 2])) return false;
        }

        return true;
    }
}
