namespace FhirNaltrexone.Storage.Search.Requests.Filters;

/// <summary>Short names of code systems that filters may use (FHIR R4, search_filter).</summary>
internal static class FilterSystems
{
    private static readonly Dictionary<string, string> Urls = new()
    {
        ["loinc"] = "http://loinc.org",
        ["snomed"] = "http://snomed.info/sct",
        ["rxnorm"] = "http://www.nlm.nih.gov/research/umls/rxnorm",
        ["ucum"] = "http://unitsofmeasure.org",
    };

    /// <summary>The token with the URL of its system.</summary>
    public static string Replace(string token)
    {
        var bar = token.IndexOf('|', StringComparison.Ordinal);
        return bar > 0 && Urls.TryGetValue(token[..bar], out var url) ? url + token[bar..] : token;
    }
}
