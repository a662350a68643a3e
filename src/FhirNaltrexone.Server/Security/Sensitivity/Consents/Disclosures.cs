using System.Text.Json;
using FhirNaltrexone.Server.Security.Sensitivity.Labels;
using FhirNaltrexone.Storage.Access;
using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Resources;

namespace FhirNaltrexone.Server.Security.Sensitivity.Consents;

/// <summary>
/// Decides what may be shown to a caller. Decisions belong to versions themselves, never to places in a list. A resource that names several patients
/// needs all of them; one of a patient whom nobody can tell is not shown, nor a sensitive one of nobody.
/// </summary>
internal sealed class Disclosures(Labeller labeller, FactsReader facts, IndirectPatients patients, PatientConsents consents, IndexingOptions indexing, TimeProvider clock)
{
    /// <summary>Those of some versions that may be shown, in their order.</summary>
    /// <param name="context">The request: it is told what consents permit of records under 42 CFR Part 2.</param>
    /// <param name="reader">Reads as the service itself.</param>
    /// <param name="versions">Versions, none a deletion.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<IReadOnlyList<ResourceVersion>> FilterAsync(
        AccessContext context, IResourceReader reader, IReadOnlyList<ResourceVersion> versions, CancellationToken cancellationToken)
    {
        if (versions.All(IsOfNobody)) return versions;
        var caller = context.Caller;
        var medications = await MedicationsAsync(reader, versions, cancellationToken).ConfigureAwait(false);
        var read = new List<ResourceFacts?>();
        foreach (var version in versions) read.Add(IsOfNobody(version) ? null : await ReadAsync(caller, reader, version, medications, cancellationToken).ConfigureAwait(false));
        var foreign = read.OfType<ResourceFacts>().Where(one => !IsHeld(caller, one));
        var known = await consents.FindAsync(reader, foreign.SelectMany(one => one.Patients).ToHashSet(StringComparer.Ordinal), cancellationToken).ConfigureAwait(false);
        var question = Question(caller, known);
        return [.. versions.Zip(read).Where(pair => pair.Second is null || IsPermitted(pair.First, pair.Second)).Select(pair => pair.First)];

        bool IsPermitted(ResourceVersion version, ResourceFacts resource)
        {
            var (isPermitted, consented) = Judge(question, resource, known);

            // An account of disclosures is not accounted for in its turn: the record of the access tells of it, and one that is sent would make the next.
            if (consented is not null && !version.IsPublished) context.Permit(version, consented);
            return isPermitted;
        }
    }

    /// <summary>What is asked for a caller now.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="known">Consents of the patients concerned.</param>
    public ConsentQuestion Question(Caller caller, PatientConsents.Known known)
        => new(caller, clock.GetUtcNow(), labeller.Policy, indexing) { Related = known.Related };

    /// <summary>Whether a resource may be shown.</summary>
    public static bool IsPermitted(ConsentQuestion question, ResourceFacts resource, PatientConsents.Known known) => Judge(question, resource, known).IsPermitted;

    /// <summary>Whether a resource may be shown, and where it falls under 42 CFR Part 2 the consents that had to permit it; null for none.</summary>
    public static (bool IsPermitted, IReadOnlyList<ConsentedRecord>? Consented) Judge(ConsentQuestion question, ResourceFacts resource, PatientConsents.Known known)
    {
        if (IsHeld(question.Caller, resource)) return (true, null);
        if (resource.HasUnknownPatient) return (ConsentDecision.IsOpen(resource), null);
        if (resource.Patients.Count == 0) return (!resource.Protection.IsProtected, null);
        List<ConsentedRecord>? consented = null;
        foreach (var patient in resource.Patients)
        {
            if (IsSelf(question, patient) || patient == question.Caller.Emergency?.Patient) continue;
            var (isPermitted, by) = ConsentDecision.Decide(question, resource, known.Consents[patient]);
            if (!isPermitted) return (false, null);
            if (by is not null && resource.Protection.IsOfPart2)
                (consented ??= []).Add(new(resource.Name ?? resource.Reference, patient, by.Reference, resource.Labels));
        }

        return (true, consented);
    }

    /// <summary>Whether a version is content of the service that no consent is asked for: all but its accounts of disclosures, which are of patients.</summary>
    private static bool IsOfNobody(ResourceVersion version) => version.IsPublished && version.Key.Type != "Provenance";

    // Showing somebody the records they hold is no disclosure.
    private static bool IsHeld(Caller caller, ResourceFacts resource) => resource.Holder is { } holder && holder == caller.Holder;

    // Nobody needs a consent to see their own records (42 CFR 2.23).
    private static bool IsSelf(ConsentQuestion question, string patient)
        => question.Caller.User is { Length: > 0 } user && ReferenceTarget.Parse(user, question.Indexing.Bases) is { Type: "Patient" } self && self.Id == patient;

    private async ValueTask<ResourceFacts> ReadAsync(
        Caller caller, IResourceReader reader, ResourceVersion version, Dictionary<string, JsonElement> medications, CancellationToken cancellationToken)
    {
        using var document = JsonDocument.Parse(version.Json);
        var root = document.RootElement;
        var medication = facts.MedicationOf(root) is { } name && medications.TryGetValue(name, out var found) ? found : (JsonElement?)null;
        var read = facts.Read(version.Key.Type, version.Key.Id, root, medication);
        if (IsHeld(caller, read)) return read;
        read = await patients.CompleteAsync(reader, read, root, cancellationToken).ConfigureAwait(false);
        return read.Protection.IsOfPart2 ? read with { Name = $"{version.Key}/_history/{version.Version}" } : read;
    }

    private async ValueTask<Dictionary<string, JsonElement>> MedicationsAsync(
        IResourceReader reader, IReadOnlyList<ResourceVersion> versions, CancellationToken cancellationToken)
    {
        var wanted = new HashSet<ResourceKey>();
        foreach (var version in versions.Where(version => version.Json.Span.IndexOf("\"medicationReference\""u8) >= 0))
        {
            using var document = JsonDocument.Parse(version.Json);
            if (facts.MedicationOf(document.RootElement) is { } name && ReferenceTarget.Parse(name, []) is { Type: "Medication" } target)
                wanted.Add(new("Medication", target.Id));
        }

        var found = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var medication in wanted.Count == 0 ? [] : await reader.ReadManyAsync(wanted, cancellationToken).ConfigureAwait(false))
        {
            if (medication.IsDeleted) continue;
            using var document = JsonDocument.Parse(medication.Json);
            found[medication.Key.ToString()] = document.RootElement.Clone();
        }

        return found;
    }
}
