namespace FhirNaltrexone.Storage.Search.Requests;

/// <summary>Writes criteria so that those alike are written alike.</summary>
internal static class CanonicalCriteria
{
    /// <summary>Percent-encoded; parameters and alternatives in ordinal order, each once.</summary>
    public static string Write(IReadOnlyList<KeyValuePair<string, string>> parameters)
        => QueryText.Write(parameters.Select(Sorted).Distinct().OrderBy(pair => pair.Key, StringComparer.Ordinal).ThenBy(pair => pair.Value, StringComparer.Ordinal));

    // A filter has no alternatives: its commas are part of it.
    private static KeyValuePair<string, string> Sorted(KeyValuePair<string, string> pair)
        => pair.Key == KnownNames.Filter
            ? pair
            : new(pair.Key, string.Join(',', SearchText.Split(pair.Value, ',').Where(part => part.Length > 0).Distinct().Order(StringComparer.Ordinal)));
}
