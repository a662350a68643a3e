using System.Text.Json;
using FhirNaltrexone.Server.Security.Sensitivity.Labels;
using FhirNaltrexone.Storage;
using FhirNaltrexone.Storage.Access;
using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Resources;

namespace FhirNaltrexone.Server.Security.Sensitivity.Consents;

/// <summary>
/// Decides about records of hook calls. A consent counts when it names the patient of the FHIR server the call names; a call that names none may be about
/// anybody with that id. Without one, or when the database cannot be asked in time, sensitive records are not used.
/// </summary>
internal sealed class ChartDisclosures(FactsReader facts, PatientConsents consents, Disclosures disclosures, IResourceStore store, IndexingOptions indexing)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Whether each record may be used.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="server">Base URL of the FHIR server of the call; null for none.</param>
    /// <param name="patient">Logical id of the patient of the call: each record is about them, however it names them.</param>
    /// <param name="resources">The records, codes of medications put in.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<IReadOnlyList<ChartVerdict>> DecideAsync(
        Caller caller, string? server, string patient, IReadOnlyList<JsonElement> resources, CancellationToken cancellationToken)
    {
        if (caller.IsUnrestricted) return [.. resources.Select(_ => new ChartVerdict(true, false))];
        var read = resources.Select(resource => Read(resource, server, patient)).ToList();
        if (!caller.IsBound || caller.IsRecordHolder || caller.Emergency is not null) return [.. read.Select(one => new ChartVerdict(true, one.Protection.IsProtected))];
        var known = await FindAsync(read, cancellationToken).ConfigureAwait(false);
        var question = disclosures.Question(caller, known);
        return [.. read.Select(one => new ChartVerdict(Disclosures.IsPermitted(question, one, known), one.Protection.IsProtected))];
    }

    private async ValueTask<PatientConsents.Known> FindAsync(List<ResourceFacts> read, CancellationToken cancellationToken)
    {
        // What is asked about patients is asked as the service itself: the client need not be allowed to read consents.
        using var access = AccessContext.Enter(Caller.Service);
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        time.CancelAfter(Patience);
        var patients = read.SelectMany(one => one.Patients).ToHashSet(StringComparer.Ordinal);
        try
        {
            return await store.ReadSnapshotAsync((reader, token) => consents.FindAsync(reader, patients, token), time.Token).ConfigureAwait(false);
        }
        catch (Exception error) when (error is StorageException || (error is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return PatientConsents.Nothing(patients);
        }
    }

    private ResourceFacts Read(JsonElement resource, string? server, string patient)
    {
        var type = ResourceLabels.Text(resource, "resourceType") ?? string.Empty;
        var read = facts.Read(type, ResourceLabels.Text(resource, "id"), resource, null);
        return read with { Patients = read.Patients.Append(patient).Select(named => Elsewhere(named, server)).ToHashSet(StringComparer.Ordinal) };
    }

    /// <summary>A patient as consents name them: ours by id, those of another server by URL.</summary>
    private string Elsewhere(string patient, string? server)
    {
        if (!ReferenceTarget.IsId(patient)) return patient;
        return server is null ? $"urn:unknown:Patient/{patient}" : ReferenceTarget.Parse($"{server.TrimEnd('/')}/Patient/{patient}", indexing.Bases).Id;
    }
}
