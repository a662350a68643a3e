using System.Runtime.InteropServices;
using System.Text.Json;
using FhirNaltrexone.Server.CdsHooks.Ehr;
using FhirNaltrexone.Server.CdsHooks.Prefetch;

namespace FhirNaltrexone.Server.CdsHooks.Calls;

/// <summary>Resolves the medications that orders name by reference: from what the call holds, else from the FHIR server.</summary>
internal sealed class MedicationResolver(PrefetchIntake intake, EhrSession? session, int maxReads, List<IDisposable> owned)
{
    // Thousands of orders may name one large Medication: without a bound a body of 2 MB would grow to gigabytes of copies.
    private const int MaxCopiedBytes = 16 * 1024 * 1024;

    private MedicationIndex? _index;
    private int _copiedBytes;

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

    /// <summary>The resource for evaluation: a copy with the code of the medication, or the resource itself, which the rules then report as not judged.</summary>
    public JsonElement Resolve(JsonElement resource)
    {
        if (_index is null
            || MedicationCopies.OpenReference(resource) is not { } reference
            || _index.Find(resource, reference) is not { } medication
            || !IsAffordable(resource, medication)
            || MedicationCopies.Write(resource, medication) is not { } copy)
        {
            return resource;
        }

        owned.Add(copy);
        return copy.RootElement;
    }

    private bool IsAffordable(JsonElement resource, JsonElement medication)
    {
        var size = JsonMarshal.GetRawUtf8Value(resource).Length + JsonMarshal.GetRawUtf8Value(medication).Length;
        var isAffordable = size <= MaxCopiedBytes - _copiedBytes;
        _copiedBytes += isAffordable ? size : 0;
        return isAffordable;
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
                && !missing.Contains(FhirJson.WithoutHistory(reference)))
            {
                missing.Add(FhirJson.WithoutHistory(reference));
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
