using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Storage.Search.Requests;

namespace FhirNaltrexone.Server.Rest.Calls;

/// <summary>Links of a page of search results.</summary>
/// <param name="address">Absolute URL of the search, without its query.</param>
/// <param name="form">Parameters about the form of the answer, which later pages keep.</param>
internal sealed class SearchLinks(string address, IReadOnlyList<KeyValuePair<string, string>> form)
{
    /// <summary>What was really used.</summary>
    /// <param name="search">The search.</param>
    /// <param name="page">Token of the page; null for the first.</param>
    public BundleLink Self(SearchRequest search, string? page)
        => new("self", With([.. search.Parameters.Where(pair => !form.Contains(pair)), .. string.IsNullOrEmpty(page) ? [] : Token(page), .. form]));

    /// <summary>The page behind this one.</summary>
    /// <param name="token">Its token.</param>
    public BundleLink Next(string token) => new("next", With([.. Token(token), .. form]));

    private static KeyValuePair<string, string>[] Token(string token) => [new(PagingTokens.ParameterName, token)];

    private string With(IReadOnlyList<KeyValuePair<string, string>> parameters)
        => parameters.Count == 0 ? address : $"{address}?{QueryText.Write(parameters)}";
}
