namespace FhirNaltrexone.Storage.Search.Requests;

/// <summary>Writes criteria so that those alike are written alike.</summary>
internal static class CanonicalCriteria
{
    private const string Identifier = "identifier";

    /// <summary>Type and criteria, parameters and alternatives in ordinal order, each once.</summary>
    public static string Of(string type, IReadOnlyList<KeyValuePair<string, string>> parameters)
        => $"{type}?{QueryText.Write(parameters.Select(Sorted).Distinct().OrderBy(pair => pair.Key, StringComparer.Ordinal).ThenBy(pair => pair.Value, StringComparer.Ordinal))}";

    /// <summary>One name for each identifier, without its system, which criteria may leave out; without identifiers, the criteria as a whole.</summary>
    public static IReadOnlyList<string> Names(string type, IReadOnlyList<KeyValuePair<string, string>> parameters)
    {
        var identifiers = parameters
            .Where(pair => pair.Key == Identifier)
            .SelectMany(pair => SearchText.Split(pair.Value, ','))
            .Select(value => SearchText.Split(value, '|')[^1].ToLowerInvariant())
            .Where(code => code.Length > 0)
            .Select(code => $"{type}?{Identifier}={code}")
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ToList();
        return identifiers.Count > 0 ? identifiers : [Of(type, parameters)];
    }

    // A filter has no alternatives: its commas are part of it.
    private static KeyValuePair<string, string> Sorted(KeyValuePair<string, string> pair)
        => pair.Key == KnownNames.Filter
            ? pair
            : new(pair.Key, string.Join(',', SearchText.Split(pair.Value, ',').Where(part => part.Length > 0).Distinct().Order(StringComparer.Ordinal)));
}
