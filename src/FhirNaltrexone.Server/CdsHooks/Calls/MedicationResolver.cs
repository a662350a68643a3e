using System.Text.Json;
using FhirNaltrexone.Knowledge.Charts;
using FhirNaltrexone.Server.CdsHooks.Ehr;
using FhirNaltrexone.Server.CdsHooks.Prefetch;

namespace FhirNaltrexone.Server.CdsHooks.Calls;

/// <summary>Resolves the medications that orders name by reference: from what the call holds, else from the FHIR server.</summary>
internal sealed class MedicationResolver(List<Found> stored, List<Found> drafts, EhrSession? session, int maxReads, List<IDisposable> owned)
{
    private MedicationCodes? _codes;

    /// <summary>Gathers the medications, if any order needs one.</summary>
    public async ValueTask LoadAsync()
    {
        if (!stored.Exists(found => found.HasOpenMedication) && !drafts.Exists(draft => draft.HasOpenMedication))
        {
            return;
        }

        _codes = new MedicationCodes(owned);
        foreach (var found in stored.Concat(drafts))
        {
            _codes.Add(found.Resource, found.FullUrl);
        }

        if (session is not null)
        {
            var missing = _codes.Missing(stored.Concat(drafts).Select(found => found.Resource));
            await Task.WhenAll(missing.Take(maxReads).Select(ReadAsync)).ConfigureAwait(false);
        }
    }

    /// <summary>The resource for evaluation: a copy with the code or the name of the medication, or the resource itself, which the rules then report as not judged.</summary>
    public JsonElement Resolve(Found found) => _codes?.Resolve(found.Resource) ?? found.Resource;

    private async Task ReadAsync(string address)
    {
        if (session!.Access.Resolve(address) is { } uri)
        {
            var (root, failure) = await session.GetAsync(uri).ConfigureAwait(false);
            if (failure is null)
            {
                lock (owned)
                {
                    _codes!.Add(root, uri.AbsoluteUri);
                    _codes.Add(root, address);
                }
            }
        }
    }
}
