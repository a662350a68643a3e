using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Validation.Model;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Storage.Interactions.Bundles.Links;

/// <summary>
/// The entries of a bundle by fullUrl. An absolute link means the entry that has it as fullUrl; a relative one counts only from an entry whose own fullUrl
/// is RESTful, and then means the entry with the same base. The id within a resource means nothing.
/// </summary>
internal sealed class EntryUrls
{
    private const string History = "/_history/";

    private readonly Dictionary<string, int> _entries = new(StringComparer.Ordinal);

    /// <summary>Takes entries that leave a resource behind.</summary>
    /// <param name="entries">All entries.</param>
    /// <returns>A refusal when two of them have the same fullUrl.</returns>
    public Refusal? Add(IReadOnlyList<BundleEntry> entries)
    {
        foreach (var entry in entries)
        {
            if (entry is not { IsChange: true, FullUrl: { } url } || entry.Method == EntryMethod.Delete) continue;
            if (!_entries.TryAdd(url, entry.Index)) return BundleRefusals.SameUrl(entries[_entries[url]], entry);
        }

        return null;
    }

    /// <summary>The entries that create resources under ids of the server: what entries of a batch must not refer to.</summary>
    /// <param name="entries">All entries.</param>
    public static EntryUrls OfCreates(IReadOnlyList<BundleEntry> entries)
    {
        var urls = new EntryUrls();
        foreach (var entry in entries)
        {
            if (entry is { Method: EntryMethod.Post, IsChange: true, FullUrl: { } url }) urls._entries.TryAdd(url, entry.Index);
        }

        return urls;
    }

    /// <summary>The entry a link points to.</summary>
    /// <param name="link">Any link.</param>
    /// <param name="from">Base of the entry that holds it, see <see cref="BaseOf"/>.</param>
    /// <returns>Null when it points to no entry.</returns>
    public LinkTarget? Find(string link, string? from)
    {
        if (_entries.Count == 0 || link.Length == 0) return null;
        var hash = link.IndexOf('#', StringComparison.Ordinal);
        if (hash == 0) return null;
        var (plain, fragment) = hash < 0 ? (link, "") : (link[..hash], link[hash..]);
        var full = IsAbsolute(plain) ? plain : from is null ? null : from + plain;
        if (full is null) return null;
        if (_entries.TryGetValue(full, out var entry)) return new(entry, -1, false, fragment);
        var version = full.LastIndexOf(History, StringComparison.Ordinal);
        return version > 0 && _entries.TryGetValue(full[..version], out entry) ? new(entry, -1, true, fragment) : null;
    }

    /// <summary>What a fullUrl has before type and id; null when it is not RESTful.</summary>
    /// <param name="fullUrl">Any fullUrl, or null.</param>
    public static string? BaseOf(string? fullUrl)
    {
        if (fullUrl is null || !(fullUrl.StartsWith("http://", StringComparison.Ordinal) || fullUrl.StartsWith("https://", StringComparison.Ordinal))) return null;
        var parts = fullUrl.Split('/');
        return parts.Length >= 5 && ResourceTypes.Contains(parts[^2]) && ResourceKey.IsId(parts[^1])
            ? fullUrl[..^(parts[^2].Length + parts[^1].Length + 1)]
            : null;
    }

    private static bool IsAbsolute(string link)
    {
        var colon = link.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && link.AsSpan(0, colon).IndexOf('/') < 0;
    }
}
