namespace FhirNaltrexone.Validation.Definitions;

/// <summary>A canonical reference: a URL, behind a bar perhaps a version, behind a hash perhaps a fragment (FHIR R4, 2.24.0.2).</summary>
/// <param name="Url">The URL.</param>
/// <param name="Version">The version; null when any will do.</param>
/// <param name="Fragment">The fragment; null when there is none.</param>
internal readonly record struct Canonical(string Url, string? Version, string? Fragment)
{
    /// <summary>Takes a text apart; every text is some canonical.</summary>
    public static Canonical Parse(string text)
    {
        var (rest, fragment) = Cut(text, '#');
        var (url, version) = Cut(rest, '|');
        return new(url, version, fragment);
    }

    private static (string Head, string? Tail) Cut(string text, char mark)
        => text.IndexOf(mark, StringComparison.Ordinal) is >= 0 and var at ? (text[..at], text[(at + 1)..]) : (text, null);
}
