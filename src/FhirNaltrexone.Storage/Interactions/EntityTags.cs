using System.Globalization;
using FhirNaltrexone.Storage.Resources;

namespace FhirNaltrexone.Storage.Interactions;

/// <summary>
/// A list of entity tags as in If-Match: <c>W/"3"</c>, <c>"3"</c>, several with commas, or <c>*</c>. A bare <c>3</c>, as some clients send, is taken too.
/// Weak and strong tags compare alike, for versions never differ by encoding alone.
/// </summary>
internal readonly record struct EntityTags
{
    private readonly IReadOnlyList<string>? _tags;

    private EntityTags(IReadOnlyList<string>? tags) => _tags = tags;

    /// <summary>Reads a list.</summary>
    /// <param name="text">Value of the header.</param>
    /// <param name="tags">The list.</param>
    /// <returns>Whether the text is one.</returns>
    public static bool TryRead(string text, out EntityTags tags)
    {
        var trimmed = text.AsSpan().Trim();
        tags = new(null);
        if (trimmed is "*") return true;
        var list = new List<string>();
        foreach (var part in trimmed.Split(','))
        {
            if (TagOf(trimmed[part].Trim()) is not { } tag) return false;
            list.Add(tag);
        }

        tags = new(list);
        return true;
    }

    /// <summary>Whether the version is one of these; a deletion or nothing never is.</summary>
    /// <param name="current">The newest version, or null.</param>
    public bool Matches(ResourceVersion? current)
        => current is { IsDeleted: false } && (_tags is null || _tags.Contains(current.Version.ToString(CultureInfo.InvariantCulture)));

    private static string? TagOf(ReadOnlySpan<char> text)
    {
        if (text.StartsWith("W/", StringComparison.Ordinal)) text = text[2..];
        if (text.Length >= 2 && text[0] == '"' && text[^1] == '"') text = text[1..^1];
        return text.IsEmpty || text.ContainsAny("\" ") ? null : text.ToString();
    }
}
