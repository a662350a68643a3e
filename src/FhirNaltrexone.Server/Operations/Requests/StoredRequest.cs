namespace FhirNaltrexone.Server.Operations.Requests;

/// <summary>An HTTP request that is answered later.</summary>
/// <param name="Method">Method.</param>
/// <param name="Scheme">Scheme of the address it came to.</param>
/// <param name="Host">Host and port of that address.</param>
/// <param name="PathBase">Path the server lies under.</param>
/// <param name="Path">Path.</param>
/// <param name="Query">Query with question mark, or empty.</param>
/// <param name="Headers">Headers that have a meaning for the answer.</param>
internal sealed record StoredRequest(
    string Method, string Scheme, string Host, string PathBase, string Path, string Query, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>Whether doing it twice, because the process died before the answer was kept, may do more than doing it once.</summary>
    public bool IsOnceOnly => !HttpMethods.IsGet(Method) && !HttpMethods.IsHead(Method)
        && !(HttpMethods.IsPost(Method) && Path.EndsWith("/_search", StringComparison.Ordinal));
}
