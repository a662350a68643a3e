using System.Text.Json;
using FhirNaltrexone.Knowledge.Charts;
using FhirNaltrexone.Server.CdsHooks.Ehr;
using FhirNaltrexone.Server.CdsHooks.Prefetch;

namespace FhirNaltrexone.Server.CdsHooks.Calls;

/// <summary>
/// Resolves the medications that orders name by reference: from what the call holds, else from the FHIR server. Drafts come first, they are what is
/// judged: there are limits to what is read and copied.
/// </summary>
internal sealed class MedicationResolver(List<Found> stored, List<Found> drafts, EhrSession? session, int maxReads, List<IDisposable> owned)
{
    // Equal ids may be of two medications, those beside drafts being of the moment only: each order takes first what came with it.
    private MedicationCodes? _forDrafts;
    private MedicationCodes? _forStored;

    /// <summary>Gathers the medications, if any order needs one.</summary>
    public async ValueTask LoadAsync()
    {
        if (!stored.Exists(found => found.HasOpenMedication) && !drafts.Exists(draft => draft.HasOpenMedication))
        {
            return;
        }

        _forDrafts = Codes(drafts, stored);
        _forStored = Codes(stored, drafts);
        if (session is not null)
        {
            var missing = Missing(_forDrafts, drafts).Union(Missing(_forStored, stored));
            await Task.WhenAll(missing.Take(maxReads).Select(ReadAsync)).ConfigureAwait(false);
        }
    }

    /// <summary>The draft for evaluation: a copy with the code or name of the medication, else the draft itself, which rules report as not judged.</summary>
    public JsonElement ResolveDraft(Found draft) => _forDrafts?.Resolve(draft.Resource) ?? draft.Resource;

    /// <summary>The stored resource for evaluation, likewise.</summary>
    public JsonElement ResolveStored(Found found) => _forStored?.Resolve(found.Resource) ?? found.Resource;

    private MedicationCodes Codes(List<Found> first, List<Found> then)
    {
        var codes = new MedicationCodes(owned);
        foreach (var found in first.Concat(then))
        {
            codes.Add(found.Resource, found.FullUrl);
        }

        return codes;
    }

    private static IReadOnlyList<string> Missing(MedicationCodes codes, List<Found> orders) => codes.Missing(orders.Select(found => found.Resource));

    private async Task ReadAsync(string address)
    {
        if (session!.Access.Resolve(address) is { } uri)
        {
            var (root, failure) = await session.GetAsync(uri).ConfigureAwait(false);
            if (failure is null)
            {
                lock (owned)
                {
                    foreach (var codes in new[] { _forDrafts!, _forStored! })
                    {
                        codes.Add(root, uri.AbsoluteUri);
                        codes.Add(root, address);
                    }
                }
            }
        }
    }
}
