using System.Globalization;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Validation.Model;

namespace FhirNaltrexone.Storage.Indexing;

/// <summary>What a literal reference points to. Index and query read references by this one rule, so that all forms of one target meet.</summary>
/// <param name="Type">Type of a local target; null for any other.</param>
/// <param name="Id">Logical id of a local target; else the URL, without the version of a RESTful one.</param>
/// <param name="Version">Version named, when it is a number.</param>
public readonly record struct ReferenceTarget(string? Type, string Id, int? Version)
{
    private const string History = "/_history/";
    private const int MaximalIdLength = 64;

    /// <summary>Reads <c>Type/id</c>, a URL below one of our bases, any other URL, or whatever stands there; a version may follow.</summary>
    /// <param name="text">The reference, not empty.</param>
    /// <param name="bases">Base URLs under which this server is known.</param>
    public static ReferenceTarget Parse(string text, IReadOnlyList<string> bases)
    {
        var at = text.IndexOf(History, StringComparison.Ordinal);
        var path = at < 0 ? text : text[..at];
        var version = at >= 0 && int.TryParse(text.AsSpan(at + History.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : (int?)null;
        return Local(OwnBase.Behind(path, bases) is ['/', .. var rest] ? rest : path) is var (type, id) ? new(type, id, version) : new(null, IndexText.Uri(at < 0 ? text : path), version);
    }

    /// <summary>Whether a text may be a logical id: 1 to 64 letters, digits, '-' and '.'.</summary>
    /// <param name="text">A text.</param>
    public static bool IsId(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > MaximalIdLength) return false;
        foreach (var character in text)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character is not ('-' or '.')) return false;
        }

        return true;
    }

    private static (string Type, string Id)? Local(string path)
    {
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        if (slash <= 0) return null;
        var type = path[..slash];
        return ResourceTypes.Contains(type) && IsId(path.AsSpan(slash + 1)) ? (type, path[(slash + 1)..]) : null;
    }
}
