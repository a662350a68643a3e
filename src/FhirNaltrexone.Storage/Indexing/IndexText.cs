using System.Security.Cryptography;
using System.Text;

namespace FhirNaltrexone.Storage.Indexing;

/// <summary>
/// The form in which texts are kept in entries, bounded so that a row of an index never grows beyond what a database takes (PostgreSQL: 2,704
/// bytes). Queries must bring their values into the same form. What is compared as a whole keeps its identity however long it is: the end gives
/// way to a hash of all. Folded strings are cut off: what lies beyond cannot be found by <c>:contains</c>.
/// </summary>
public static class IndexText
{
    /// <summary>Most characters of a code.</summary>
    public const int TokenLength = 256;

    /// <summary>Most characters of a URI, a code system, the target of a reference.</summary>
    public const int UriLength = 512;

    /// <summary>Most characters of a string.</summary>
    public const int StringLength = 400;

    private const int HashLength = 64;

    /// <summary>A code: lower case.</summary>
    /// <param name="code">As written.</param>
    public static string Token(string code) => Bounded(code.ToLowerInvariant(), TokenLength);

    /// <summary>A URI.</summary>
    /// <param name="uri">As written.</param>
    public static string Uri(string uri) => Bounded(uri, UriLength);

    /// <summary>A string as written, for <c>:exact</c>.</summary>
    /// <param name="text">As written.</param>
    public static string Exact(string text) => Bounded(text, StringLength);

    /// <summary>A string folded and cut.</summary>
    /// <param name="text">As written.</param>
    public static string Folded(string text) => Cut(TextFolding.Fold(Cut(text, StringLength * 4)), StringLength).TrimEnd(' ');

    private static string Bounded(string text, int limit) => text.Length <= limit
        ? text
        : $"{Cut(text, limit - HashLength - 1)}#{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";

    private static string Cut(string text, int limit)
        => text.Length <= limit ? text : text[..(char.IsHighSurrogate(text[limit - 1]) ? limit - 1 : limit)];
}
