using FhirNaltrexone.Storage.Interactions.Bundles;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Search.Requests;
using FhirNaltrexone.Validation.Content;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Loading.Work;

/// <summary>Carries out batches and transactions as the FHIR interface does.</summary>
internal sealed class LoadBundles(BundleInteractions interactions, IOptions<SearchOptions> search, TimeProvider clock)
{
    private readonly BundleContext _context = new() { Bases = search.Value.Bases };

    /// <summary>Carries out a batch or transaction.</summary>
    /// <returns>What became of each entry; one refusal when nothing was done.</returns>
    public async Task<IReadOnlyList<BundleEntryOutcome>> CarryOutAsync(ResourceContent bundle, CancellationToken cancellationToken)
    {
        var begin = clock.Now();
        var result = await interactions.ExecuteAsync(bundle, _context, cancellationToken).ConfigureAwait(false);
        return result.Refusal is { } refusal
            ? [new BundleEntryOutcome(null, null, refusal.Status, IsUnchanged: false, refusal.Issues)]
            : [.. result.Entries.Select((entry, index) => Outcome(entry, index, begin))];
    }

    private static BundleEntryOutcome Outcome(BundleEntryResult entry, int index, DateTimeOffset begin)
    {
        var result = entry.Result;
        var written = entry.Entry is { IsChange: true } && result.Resource is { IsDeleted: false } version ? version : null;
        return new(
            index,
            written?.Key.Type,
            result.Status,
            IsUnchanged: result.Status == StatusCodes.Status200OK && written?.LastUpdated < begin,
            result.Refusal?.Issues ?? []);
    }
}
