using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Storage;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Rest.Calls;

/// <summary>Ends searches and histories that take too long: they would keep the database from others.</summary>
internal sealed class TimeLimit(IOptions<StorageOptions> options, TimeProvider clock)
{
    /// <summary>Runs a query; 503 when the time is over.</summary>
    /// <param name="query">The query.</param>
    /// <param name="cancellationToken">The client gives up.</param>
    public async Task<FhirAnswer> RunAsync(Func<CancellationToken, Task<FhirAnswer>> query, CancellationToken cancellationToken)
    {
        using var time = new CancellationTokenSource(options.Value.SearchTimeout, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancellationToken);
        try
        {
            return await query(both.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (time.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return StoreFailures.TooCostly;
        }
    }
}
