using FhirNaltrexone.Validation.Outcomes;
using Microsoft.Net.Http.Headers;

namespace FhirNaltrexone.Server.Rest.Negotiation;

/// <summary>Chooses the format of an answer: <c>_format</c> comes before Accept (FHIR R4, http, mime types).</summary>
internal static class AcceptedFormat
{
    private static readonly FhirFormat[] Offers = [FhirFormat.Json, FhirFormat.Xml];

    /// <summary>The refusal when nothing we write is accepted.</summary>
    public static Refusal Refusal { get; } = new(
        StatusCodes.Status406NotAcceptable,
        IssueCodes.NotSupported,
        "This server answers as application/fhir+json or application/fhir+xml, FHIR version 4.0; _format or Accept asks for something else.");

    /// <summary>The format to answer in, or null when the client accepts none of ours (406).</summary>
    /// <param name="format">Value of <c>_format</c>, decoded; null or empty for none.</param>
    /// <param name="accept">Values of the header Accept.</param>
    public static FhirFormat? Choose(string? format, IList<string?> accept)
        => string.IsNullOrEmpty(format) ? ByHeader(accept) : ByName(format);

    /// <summary>Whether a format of FHIR is accepted by its name, not only by a wildcard.</summary>
    /// <param name="accept">Values of the header Accept.</param>
    public static bool IsNamed(IEnumerable<string?> accept) => Wishes(accept).Any(wish => Named(wish) is not null);

    /// <summary>Media types in the order of the client's liking: quality, then how exactly they are named, then place.</summary>
    /// <param name="accept">Values of the header Accept; what cannot be read is passed over.</param>
    public static IReadOnlyList<MediaTypeHeaderValue> Wishes(IEnumerable<string?> accept)
        => [.. Read(accept).Where(type => type.Quality is not 0).OrderByDescending(type => type.Quality ?? 1).ThenBy(Vagueness)];

    // A plus sign in a URL means a space: application/fhir+json arrives so when a client forgets to encode it.
    private static FhirFormat? ByName(string format)
        => MediaTypeHeaderValue.TryParse(format.Trim().Replace(' ', '+'), out var type)
            ? FhirVersions.IsOurs(type) ? Named(type) : null
            : FhirFormat.Find(format.Trim().ToLowerInvariant());

    private static FhirFormat? ByHeader(IList<string?> accept)
    {
        if (accept.Count == 0 || accept.All(string.IsNullOrWhiteSpace)) return FhirFormat.Json;
        var refused = Read(accept).Where(type => type.Quality is 0).Select(Named).OfType<FhirFormat>().ToList();
        return Wishes(accept)
            .Where(FhirVersions.IsOurs)
            .Select(wish => Named(wish) ?? Offers.FirstOrDefault(offer => Covers(wish) && !refused.Contains(offer)))
            .FirstOrDefault(found => found is not null);
    }

    private static List<MediaTypeHeaderValue> Read(IEnumerable<string?> accept)
    {
        var types = new List<MediaTypeHeaderValue>();
        foreach (var part in accept.OfType<string>().SelectMany(value => value.Split(',', StringSplitOptions.RemoveEmptyEntries)))
        {
            if (MediaTypeHeaderValue.TryParse(part.Trim(), out var type)) types.Add(type);
            else if (FhirFormat.Find(part.Trim()) is { } brief) types.Add(new MediaTypeHeaderValue(brief.MediaType));
        }

        return types;
    }

    private static FhirFormat? Named(MediaTypeHeaderValue type) => FhirFormat.Find(type.MediaType.ToString().ToLowerInvariant());

    private static bool Covers(MediaTypeHeaderValue range)
        => range.MatchesAllTypes || (range.MatchesAllSubTypes && range.Type.Equals("application", StringComparison.OrdinalIgnoreCase));

    private static int Vagueness(MediaTypeHeaderValue type) => type.MatchesAllTypes ? 2 : type.MatchesAllSubTypes ? 1 : 0;
}
