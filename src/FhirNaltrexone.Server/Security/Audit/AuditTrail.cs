using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Storage;
using FhirNaltrexone.Storage.Access;
using FhirNaltrexone.Storage.Audit;
using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Tokens;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Security.Audit;

/// <summary>
/// Records who did what: changes within their transaction, all else before the answer goes out. What cannot be recorded does not happen. One record
/// for each patient concerned (BALP 1.1.3).
/// </summary>
internal sealed class AuditTrail(ResourceStores stores, IOptions<AuditOptions> options, TimeProvider clock)
{
    private const string Type = "AuditEvent";

    private static readonly AsyncLocal<AuditedRequest?> Ambient = new();
    private static readonly IReadOnlyList<string?> NoPatient = [null];
    private static readonly IReadOnlyList<ConsentedPart?> NoConsent = [null];

    private readonly Lazy<AuditSeal> _seal = new(() => new AuditSeal(KeyOf(options.Value)));

    /// <summary>Makes the fingerprints of the chain.</summary>
    public AuditSeal Seal => _seal.Value;

    /// <summary>Says which request the changes that follow belong to.</summary>
    public static void Begin(AuditedRequest request) => Ambient.Value = request;

    /// <summary>What records the changes of a request.</summary>
    /// <param name="context">Who asks.</param>
    public ChangeRecord ChangesOf(AccessContext context)
    {
        var request = Ambient.Value ?? new AuditedRequest(AuditedInteraction.Operation, null, null, null, null);
        return new(changes => [.. changes.SelectMany(change => Facts(change, context.Caller, request)).Select(Prepare)], Seal);
    }

    /// <summary>Records an answer that is about to go out.</summary>
    /// <param name="request">The request.</param>
    /// <param name="trace">Who asked, with what token, and what was shown.</param>
    /// <param name="status">HTTP status; null when there is none yet.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="StorageException"><see cref="StorageErrorCode.Unavailable"/> or the like: it could not be recorded.</exception>
    /// <exception cref="TokenUsedException">Another request was first with the token: there is no such answer, and no record of it.</exception>
    public Task RecordAsync(AuditedRequest request, AccessTrace trace, int? status, CancellationToken cancellationToken)
        => RecordAsync(request, trace.Context, trace.Token is { IsPending: true } pending ? pending : null, status, cancellationToken);

    private async Task RecordAsync(AuditedRequest request, AccessContext? context, PendingToken? pending, int? status, CancellationToken cancellationToken)
    {
        var patients = new SortedSet<string>(context?.Concerned ?? [], StringComparer.Ordinal);
        if (status is null or < StatusCodes.Status400BadRequest)
        {
            foreach (var version in context?.Disclosed ?? []) AddMentioned(patients, version);
        }

        var consented = IsShown(status) ? context?.Consented ?? [] : [];
        patients.UnionWith(consented.Select(record => record.Patient));
        if (patients.Count == 0 && context?.Caller.Patient is { } own) patients.Add(own);
        var events = Facts(request, context, status, patients, consented).Select(Prepare).ToList();
        await StoreAsync(pending, events, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Whether records go out with an answer: not with one that tells that nothing has changed.</summary>
    private static bool IsShown(int? status) => status is null or (< StatusCodes.Status400BadRequest and not StatusCodes.Status304NotModified);

    /// <summary>
    /// One for each patient, and further ones where a disclosure that a consent permitted takes several. The form of somebody who was not let in was for
    /// nothing: whoever can reach the service could fill the database with such.
    /// </summary>
    private IEnumerable<AuditFact> Facts(
        AuditedRequest request, AccessContext? context, int? status, SortedSet<string> patients, IReadOnlyList<ConsentedRecord> consented)
    {
        var now = clock.Now();
        var consentedOf = consented.ToLookup(record => record.Patient);
        var told = context is null ? request with { Form = null } : request;
        var isFirst = true;
        foreach (var patient in patients.Count == 0 ? NoPatient : [.. patients])
        {
            IEnumerable<ConsentedPart?> parts = NoConsent;
            if (patient is not null && consentedOf.Contains(patient)) parts = ConsentedPart.Of(consentedOf[patient], request.Notice);
            foreach (var part in parts)
            {
                if (!isFirst) told = told.Repeated;
                isFirst = false;
                yield return Fact(patient) with { Consented = part };
            }
        }

        AuditFact Fact(string? patient) => new()
        {
            Request = told,
            Caller = context?.Caller,
            User = context?.Named,
            Recorded = now,
            Outcome = AuditFact.OutcomeOf(status ?? StatusCodes.Status200OK),
            Status = status,
            Resource = request.Resource,
            Patient = patient,
        };
    }

    private async Task StoreAsync(PendingToken? pending, List<ResourceWrite> events, CancellationToken cancellationToken)
    {
        var isFirst = true;
        try
        {
            isFirst = await stores.Resources.WriteAsync((unit, token) => StoreAsync(unit, pending, events, token), cancellationToken).ConfigureAwait(false);
        }
        catch (StorageException error) when (error.Code == StorageErrorCode.Conflict)
        {
            // No other change of the same record can have come first: the client has nothing to read again.
            throw new StorageException(StorageErrorCode.Unavailable, "The access could not be recorded.", error);
        }

        pending?.Settle(isFirst);
    }

    /// <summary>Records that what was read is about to be sent to a client; to nobody in particular, in an open service, it needs no record.</summary>
    /// <param name="context">Whom it is for, and what was read.</param>
    /// <param name="resource">What asks for it, as <c>Type/id</c>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task RecordSendingAsync(AccessContext context, string resource, CancellationToken cancellationToken)
        => context.Caller.IsUnrestricted
            ? Task.CompletedTask
            : RecordAsync(new(AuditedInteraction.Sending, null, null, null, resource), context, null, null, cancellationToken);

    /// <summary>Records that records which consents permit were written into a file for a client, before the file can be fetched.</summary>
    /// <param name="context">Whom it is for.</param>
    /// <param name="records">What was written.</param>
    /// <param name="query">The request that asked for it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task RecordFileAsync(AccessContext context, IReadOnlyList<ConsentedRecord> records, string query, CancellationToken cancellationToken)
    {
        var request = new AuditedRequest(AuditedInteraction.Operation, null, null, query, null) { Notice = DisclosureTexts.ExportText };
        var patients = new SortedSet<string>(records.Select(record => record.Patient), StringComparer.Ordinal);
        return StoreAsync(null, [.. Facts(request, context, null, patients, records).Select(Prepare)], cancellationToken);
    }

    private async ValueTask<Decision<bool>> StoreAsync(
        IUnitOfWork unit, PendingToken? pending, IReadOnlyList<ResourceWrite> events, CancellationToken cancellationToken)
    {
        if (pending is not null && !await pending.TryUseAsync(unit, cancellationToken).ConfigureAwait(false)) return Decision.Rollback(false);
        var written = await unit.WriteAsync(events, cancellationToken).ConfigureAwait(false);
        await unit.ChainAsync(written, Seal, cancellationToken).ConfigureAwait(false);
        return Decision.Commit(true);
    }

    // What was looked up in a record of access is told in the record of that.
    private static void AddMentioned(SortedSet<string> patients, ResourceVersion version)
    {
        if (version.Key.Type != Type) patients.UnionWith(PatientMentions.Of(version));
    }

    private static byte[]? KeyOf(AuditOptions options) => options.KeyFile is { } file ? File.ReadAllBytes(file) : null;

    private static IEnumerable<AuditFact> Facts(AuditedChange change, Caller caller, AuditedRequest request)
    {
        var patients = new SortedSet<string>(StringComparer.Ordinal);
        AddMentioned(patients, change.Version);
        if (change.Before is { } before) AddMentioned(patients, before);
        var made = AuditedInteraction.Of(change.Version.Change);
        foreach (var patient in patients.Count == 0 ? NoPatient : [.. patients])
        {
            yield return new()
            {
                Request = request with { Interaction = made, Query = request.Interaction.Action == 'E' ? null : request.Query },
                Caller = caller,
                Recorded = change.Version.LastUpdated,
                Resource = $"{change.Version.Key}/_history/{change.Version.Version}",
                Patient = patient,
            };
        }
    }

    /// <summary>
    /// Stored as content of the service: clients may read records with the right scope, and nobody changes them. <see cref="AuditIndexing"/> makes the
    /// index.
    /// </summary>
    private static ResourceWrite Prepare(AuditFact fact)
    {
        var id = Guid.CreateVersion7(fact.Recorded).ToString();
        return new()
        {
            Key = new(Type, id),
            Version = 1,
            LastUpdated = fact.Recorded,
            Change = ResourceChange.Publish,
            Json = AuditEventJson.Write(fact, id),
            Index = IndexEntries.Empty,
        };
    }
}
