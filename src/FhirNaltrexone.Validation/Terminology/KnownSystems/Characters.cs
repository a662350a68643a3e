using System.Buffers;

namespace FhirNaltrexone.Validation.Terminology.KnownSystems;

/// <summary>Characters that the grammars of the Internet allow.</summary>
internal static class Characters
{
    private const string Alphanumeric = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    /// <summary>In a scheme, after its first letter (RFC 3986, section 3.1).</summary>
    public static readonly SearchValues<char> Scheme = SearchValues.Create(Alphanumeric + "+-.");

    /// <summary>In the name of a media type, after its first character (RFC 6838, section 4.2).</summary>
    public static readonly SearchValues<char> MediaName = SearchValues.Create(Alphanumeric + "!#$&-^_.+");

    /// <summary>In a token (RFC 2045, section 5.1).</summary>
    public static readonly SearchValues<char> Token = SearchValues.Create(Alphanumeric + "!#$%&'*+-.^_`{|}~");
}
