using FhirNaltrexone.Storage;
using FhirNaltrexone.Storage.Search.Requests;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Rest.Calls;

/// <summary>The tokens of page links, with the key that all replicas share. The key is fetched once, when first needed.</summary>
internal sealed class SearchPaging(IServiceSecrets secrets, SearchRequestReader reader, IOptions<SearchOptions> options)
{
    private const string KeyName = "search-paging";

    private PagingTokens? _tokens;

    /// <summary>The tokens.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<PagingTokens> TokensAsync(CancellationToken cancellationToken)
        => _tokens ??= new PagingTokens(await secrets.GetAsync(KeyName, cancellationToken).ConfigureAwait(false), reader, options.Value);
}
