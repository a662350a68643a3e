using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Search.Expressions;

namespace FhirNaltrexone.Storage.Search.Requests.Values;

/// <summary>Reads URIs (FHIR R4, uri parameters).</summary>
internal static class UriReading
{
    public static UriTest? Read(ReadingContext context, UriMatch match, IReadOnlyList<string> raw)
    {
        var uris = raw.Select(SearchText.Unescape).Distinct().ToList();
        if (match is not (UriMatch.Above or UriMatch.Below) || !uris.Exists(IsUrn)) return Of(match, uris);
        context.Fail("':above' and ':below' apply to URLs; a URN has no hierarchy.");
        return null;
    }

    /// <summary>A test in the form the entries have.</summary>
    public static UriTest Of(UriMatch match, IEnumerable<string> uris)
        => new(match, [.. match == UriMatch.Exact ? uris.Select(IndexText.Uri) : uris]);

    private static bool IsUrn(string uri) => uri.StartsWith("urn:", StringComparison.OrdinalIgnoreCase);
}
