namespace FhirNaltrexone.Validation.Terminology.KnownSystems;

/// <summary>Recognizes media types (BCP 13): names of RFC 6838, parameters of RFC 2045. Whether a type is registered is not looked at.</summary>
internal static class MediaTypes
{
    private const int MaxName = 127;

    public static bool IsMediaType(string text)
    {
        var parts = text.Split(';');
        return parts[0].TrimEnd().Split('/') is [var type, var subtype] && IsName(type) && IsName(subtype) && parts.Skip(1).All(IsParameter);
    }

    private static bool IsName(string text)
        => text.Length is > 0 and <= MaxName && char.IsAsciiLetterOrDigit(text[0]) && text.AsSpan().IndexOfAnyExcept(Characters.MediaName) < 0;

    private static bool IsParameter(string text)
        => text.Trim().Split('=', 2) is [var name, var value] && IsToken(name) && (IsToken(value) || IsQuoted(value));

    private static bool IsToken(string text) => text.Length > 0 && text.AsSpan().IndexOfAnyExcept(Characters.Token) < 0;

    private static bool IsQuoted(string text)
        => text.Length >= 2 && text[0] == '"' && text[^1] == '"' && !text.AsSpan(1, text.Length - 2).ContainsAny('"', '\\') && text.All(character => character >= ' ');
}
