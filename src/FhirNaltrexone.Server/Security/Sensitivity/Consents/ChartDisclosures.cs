using System.Text.Json;
using FhirNaltrexone.Server.Security.Sensitivity.Labels;
using FhirNaltrexone.Storage;
using FhirNaltrexone.Storage.Access;
using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Resources;

namespace FhirNaltrexone.Server.Security.Sensitivity.Consents;

/// <summary>
/// Decides about records of hook calls, and whether any may be missing, of those or of the stored ones. Whoever holds the records may use them all. For
/// others a consent counts when it names the patient of the FHIR server the call names; a call that names none may be about anybody with that id. Without
/// one sensitive records are not used; when the database cannot be asked in time, none that a consent may deny, and any may be missing.
/// </summary>
internal sealed class ChartDisclosures(FactsReader facts, PatientConsents consents, Disclosures disclosures, IResourceStore store, IndexingOptions indexing)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Whether each record may be used, and whether any may be missing.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="records">The records of the call.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<ChartDecision> DecideAsync(Caller caller, ChartRecords records, CancellationToken cancellationToken)
    {
        if (caller.IsUnrestricted) return new([.. records.Resources.Select(_ => new ChartVerdict(true, null))], false);
        if (caller.IsRecordHolder) return new(OfHolder(caller, records.Resources), false);
        var read = records.Resources.Select((resource, place) => Read(resource, place, records.Server, records.Patient)).ToList();
        var patient = Elsewhere(records.Patient, records.Server);
        if (await FindAsync([.. read.SelectMany(one => one.Patients), patient], cancellationToken).ConfigureAwait(false) is not { } known)
            return new([.. read.Select(one => new ChartVerdict(ConsentDecision.IsOpen(one), Notice(caller, one.Protection)))], true);
        var question = disclosures.Question(caller, known);
        List<ChartVerdict> verdicts = [.. read.Select(one => Judge(question, one, known))];
        return new(verdicts, verdicts.Exists(verdict => !verdict.IsUsable) || MayLack(question, patient, records.Types, known));
    }

    /// <summary>Whether a stored record of a patient of ours may be withheld; yes when the consents cannot be read.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="patient">Logical id.</param>
    /// <param name="types">Types that are asked for.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<bool> MayLackAsync(Caller caller, string patient, IReadOnlyCollection<string> types, CancellationToken cancellationToken)
    {
        if (caller.IsUnrestricted) return false;
        return await FindAsync([patient], cancellationToken).ConfigureAwait(false) is not { } known || MayLack(disclosures.Question(caller, known), patient, types, known);
    }

    /// <summary>Whoever holds the records may use them all. What a record is about is read as long as it may bring a notice that none before it brought.</summary>
    private List<ChartVerdict> OfHolder(Caller caller, IReadOnlyList<JsonElement> resources)
    {
        var verdicts = new List<ChartVerdict>(resources.Count);
        var (isPart2Told, isOtherTold) = (false, false);
        foreach (var resource in resources)
        {
            string? notice = null;
            if (caller.IsProgramme ? !isPart2Told : !isOtherTold) notice = Notice(caller, facts.ProtectionOf(Type(resource), resource));
            else if (!isPart2Told && facts.IsOfPart2(Type(resource), resource)) notice = DisclosureTexts.Part2Text;
            isPart2Told |= notice == DisclosureTexts.Part2Text;
            isOtherTold |= notice == DisclosureTexts.RedisclosureText;
            verdicts.Add(new(true, notice));
        }

        return verdicts;
    }

    /// <summary>
    /// Whether a record that may exist could be withheld. Where consents permit all that the policy labels, a record that is withheld all the same, for a
    /// label of another kind, is told too: silence would be worse.
    /// </summary>
    private static bool MayLack(ConsentQuestion question, string patient, IReadOnlyCollection<string> types, PatientConsents.Known known)
        => types.Any(type => !Disclosures.IsPermitted(question, ResourceFacts.Unseen(type, patient, question.Policy), known));

    private static ChartVerdict Judge(ConsentQuestion question, ResourceFacts resource, PatientConsents.Known known)
    {
        var (isPermitted, consented) = Disclosures.Judge(question, resource, known);
        return new(isPermitted, Notice(question.Caller, resource.Protection), consented);
    }

    /// <summary>What a programme brings along is its own, labelled or not.</summary>
    private static string? Notice(Caller caller, Protection protection)
        => !protection.IsProtected ? null
            : protection.IsOfPart2 || caller.IsProgramme ? DisclosureTexts.Part2Text
            : DisclosureTexts.RedisclosureText;

    /// <summary>The consents; null when they cannot be read.</summary>
    private async ValueTask<PatientConsents.Known?> FindAsync(HashSet<string> patients, CancellationToken cancellationToken)
    {
        // What is asked about patients is asked as the service itself: the client need not be allowed to read consents.
        using var access = AccessContext.Enter(Caller.Service);
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        time.CancelAfter(Patience);
        try
        {
            return await store.ReadSnapshotAsync((reader, token) => consents.FindAsync(reader, patients, token), time.Token).ConfigureAwait(false);
        }
        catch (Exception error) when (error is StorageException || (error is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return null;
        }
    }

    private static string Type(JsonElement resource) => ResourceLabels.Text(resource, "resourceType") ?? string.Empty;

    private ResourceFacts Read(JsonElement resource, int place, string? server, string patient)
    {
        var type = Type(resource);
        var read = facts.Read(type, ResourceLabels.Text(resource, "id"), resource, null);

        // Who holds a record is what the service says of what it has stored; here the client sends it.
        return read with
        {
            Holder = null,
            Name = read.Protection.IsOfPart2 ? Name(resource, place, type, server) : null,
            Patients = read.Patients.Append(patient).Select(named => Elsewhere(named, server)).ToHashSet(StringComparer.Ordinal),
        };
    }

    /// <summary>A record as an account of disclosures names it: where it is, with its version. One without an id has no place.</summary>
    private string Name(JsonElement resource, int place, string type, string? server)
    {
        if (ResourceLabels.Text(resource, "id") is not { } id || !ReferenceTarget.IsId(id)) return $"{type} without id, record {place + 1} of the call";
        var name = ForeignName.Of($"{type}/{id}", server, indexing.Bases);
        return resource.TryGetProperty("meta", out var meta) && ResourceLabels.Text(meta, "versionId") is { } version && ReferenceTarget.IsId(version)
            ? $"{name}/_history/{version}"
            : name;
    }

    /// <summary>A patient as consents name them: ours by id, those of another server by URL.</summary>
    private string Elsewhere(string patient, string? server)
        => ReferenceTarget.IsId(patient) ? ForeignName.OfPatient(patient, server, indexing.Bases) : patient;
}
