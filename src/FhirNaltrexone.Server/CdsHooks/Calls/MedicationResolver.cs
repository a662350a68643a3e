using System.Text.Json;
using FhirNaltrexone.Server.CdsHooks.Ehr;
using FhirNaltrexone.Server.CdsHooks.Prefetch;

namespace FhirNaltrexone.Server.CdsHooks.Calls;

/// <summary>Resolves the medications that orders name by reference: from what the call holds, else from the FHIR server.</summary>
internal sealed class MedicationResolver(PrefetchIntake intake, EhrSession? session, int maxReads, List<IDisposable> owned)
{
    private MedicationIndex? _index;

    /// <summary>Gathers the medications, if any order needs one.</summary>
    public async ValueTask LoadAsync()
    {
        if (!intake.HasOpenMedications)
        {
            return;
        }

        _index = new MedicationIndex();
        foreach (var found in intake.Stored.Concat(intake.Drafts))
        {
            _index.Add(found.Resource, found.FullUrl);
        }

        if (session is not null)
        {
            await Task.WhenAll(Missing().Select(ReadAsync)).ConfigureAwait(false);
        }
    }

    /// <summary>The resource for evaluation: a copy with the code of the medication, or the resource itself.</summary>
    public JsonElement Resolve(JsonElement resource)
    {
        if (_index is null
            || MedicationCopies.OpenReference(resource) is not { } reference
            || _index.Find(resource, reference) is not { } medication
            || MedicationCopies.Write(resource, medication) is not { } copy)
        {
            return resource;
        }

        owned.Add(copy);
        return copy.RootElement;
    }

    private List<string> Missing()
    {
        var missing = new List<string>();
        foreach (var found in intake.Stored.Concat(intake.Drafts))
        {
            if (MedicationCopies.OpenReference(found.Resource) is { } reference
                && !reference.StartsWith('#')
                && !reference.StartsWith("urn:", StringComparison.Ordinal)
                && _index!.Find(found.Resource, reference) is null
                && !missing.Contains(MedicationIndex.WithoutHistory(reference)))
            {
                missing.Add(MedicationIndex.WithoutHistory(reference));
            }
        }

        return missing[..Math.Min(missing.Count, maxReads)];
    }

    private async Task ReadAsync(string address)
    {
        if (session!.Access.Resolve(address) is { } uri)
        {
            var (root, failure) = await session.GetAsync(uri).ConfigureAwait(false);
            if (failure is null)
            {
                lock (owned)
                {
                    _index!.Add(root, uri.AbsoluteUri);
                    _index.Add(root, address);
                }
            }
        }
    }
}
