using System.Text.Json;
using FhirNaltrexone.Knowledge;
using FhirNaltrexone.Knowledge.Charts;
using FhirNaltrexone.Server.CdsHooks.Ehr;
using FhirNaltrexone.Server.CdsHooks.Intake;
using FhirNaltrexone.Server.CdsHooks.Prefetch;
using FhirNaltrexone.Storage.Access;
using FhirNaltrexone.Validation.Outcomes;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.CdsHooks.Calls;

/// <summary>Makes the chart of a call: context and prefetch first, then what is missing from the client's FHIR server, then the medications.</summary>
internal sealed class ChartReader(
    EhrAccessReader accessReader,
    EhrClient client,
    ChartPolicy policy,
    IOptions<CdsHooksOptions> options,
    SiteZone site,
    IOptions<EhrOptions> ehrOptions,
    TimeProvider time,
    CdsHooksMetrics metrics)
{
    /// <summary>Reads the chart.</summary>
    /// <param name="request">The call.</param>
    /// <param name="service">The service called.</param>
    /// <param name="cancellationToken">Gives up: the caller has gone.</param>
    /// <returns>The chart, or the refusal: 400 for data of another patient, 413 for too many resources.</returns>
    public async ValueTask<(ChartReading? Reading, Refusal? Refusal)> ReadAsync(
        HookRequest request, ICdsService service, CancellationToken cancellationToken)
    {
        var intake = PrefetchIntake.Read(request, service.Prefetch(request.Hook), options.Value.TrustNullPrefetch);
        if (intake.ResourceCount > options.Value.MaxResources)
        {
            return (null, TooMany());
        }

        var found = intake.Stored;
        var guard = PrefetchIntake.Guard(request, found, intake.Drafts, intake.Appointments);
        if (PrefetchIntake.ForeignData(guard, intake.Drafts, intake.Appointments, found) is { Count: > 0 } foreign)
        {
            return (null, new Refusal(StatusCodes.Status400BadRequest, foreign));
        }

        if (intake.LeaveOutUnclear(guard)) found = intake.Stored;
        var owned = new List<IDisposable>();
        try
        {
            var (access, denial) = accessReader.Read(request.Root, request.Patient);
            var hasMedicationsElsewhere = intake.Drafts.Exists(HasMedicationElsewhere) || found.Exists(HasMedicationElsewhere);
            var session = await AskAsync(intake, hasMedicationsElsewhere, guard, access, owned, cancellationToken).ConfigureAwait(false);
            if (session is not null) found = intake.Stored;

            var medications = new MedicationResolver(found, intake.Drafts, session, ehrOptions.Value.MaxMedications, owned);
            await medications.LoadAsync().ConfigureAwait(false);
            metrics.Read(intake.Queries);

            var drafts = intake.Drafts.ConvertAll(medications.ResolveDraft);
            var stored = found.ConvertAll(medications.ResolveStored);
            var types = Queried(intake);
            var decision = await DecideAsync(request, types, stored, cancellationToken).ConfigureAwait(false);
            return (Reading(request, intake, drafts, found, stored, types, decision, denial, owned), null);
        }
        catch
        {
            owned.ForEach(item => item.Dispose());
            throw;
        }
    }

    private Refusal TooMany() => new(
        StatusCodes.Status413PayloadTooLarge, IssueCodes.TooCostly, $"The call carries more than {options.Value.MaxResources} resources.");

    private static bool HasMedicationElsewhere(Found found) => found.HasMedicationElsewhere;

    /// <summary>Puts the open queries to the FHIR server, all at once, and judges what came.</summary>
    private async ValueTask<EhrSession?> AskAsync(
        PrefetchIntake intake, bool hasMedicationsElsewhere, PatientGuard guard, EhrAccess? access, List<IDisposable> owned, CancellationToken cancellationToken)
    {
        var open = access is null ? [] : intake.ToBeAsked();
        if (access is null || (open.Count == 0 && !hasMedicationsElsewhere))
        {
            return null;
        }

        // What another server is asked cannot be taken back.
        if (AccessTrace.Current?.Token is { } token) await token.UseAsync(cancellationToken).ConfigureAwait(false);
        var budget = TimeSpan.FromMilliseconds(ehrOptions.Value.BudgetMilliseconds);
        var session = new EhrSession(client, access, budget, time, cancellationToken);
        owned.Add(session);
        await Task.WhenAll(open.Select(query => AskAsync(session, query, guard))).ConfigureAwait(false);
        if (intake.LeaveOutUnclear(guard))
        {
            foreach (var query in open.Where(query => !query.IsAnswered)) query.EhrFailure ??= IssueCodes.BusinessRule;
        }

        foreach (var query in open.OrderByDescending(query => query.Found.Count)) Limit(query, intake.ResourceCount - options.Value.MaxResources);
        return session;
    }

    /// <summary>What is too much is not read, and its type not read in full.</summary>
    private static void Limit(OpenQuery query, int excess)
    {
        if (excess <= 0) return;
        var kept = Math.Max(0, query.Found.Count - excess);
        query.Found.RemoveRange(kept, query.Found.Count - kept);
        (query.IsAnswered, query.EhrFailure) = (false, IssueCodes.TooCostly);
    }

    private async Task AskAsync(EhrSession session, OpenQuery query, PatientGuard guard)
    {
        var next = query.Answer is { Next: { } link, HasGaps: false } && session.Access.Resolve(link) is not null ? link : null;
        IReadOnlyList<Found> earlier = next is null ? [] : [.. query.Found];
        var result = await EhrQuery
            .RunAsync(session, next ?? query.Query!, query.Template.ResourceType, query.IsRead, earlier, ehrOptions.Value.MaxPages)
            .ConfigureAwait(false);
        if (result.Found.Any(found => guard.ForeignMember(found.Resource, found.Type) is not null))
        {
            query.EhrFailure = IssueCodes.Security;
            return;
        }

        query.Found.AddRange(result.Found);
        var isNarrow = !query.IsRead && session.Access.Narrows(query.Template.ResourceType);
        query.IsAnswered = result.IsComplete && !isNarrow;
        query.EhrFailure = result.Failure ?? (isNarrow ? IssueCodes.Suppressed : null);
    }

    /// <summary>What of the records may be used. What is being ordered or booked right now is no record yet.</summary>
    private async ValueTask<ChartDecision> DecideAsync(
        HookRequest request, IReadOnlyCollection<string> types, List<JsonElement> stored, CancellationToken cancellationToken)
    {
        if (AccessContext.Current is not { } context) throw new InvalidOperationException("Nobody let the call in.");
        return await policy.Decide(context.Caller, new(request.FhirServer, request.Patient.Value, types, stored), cancellationToken).ConfigureAwait(false);
    }

    private static List<string> Queried(PrefetchIntake intake)
    {
        var types = new List<string>();
        foreach (var query in intake.Queries)
        {
            if (!types.Contains(query.Template.ResourceType)) types.Add(query.Template.ResourceType);
        }

        return types;
    }

    private ChartReading Reading(
        HookRequest request,
        PrefetchIntake intake,
        List<JsonElement> drafts,
        List<Found> found,
        List<JsonElement> stored,
        List<string> types,
        ChartDecision decision,
        EhrDenial denial,
        List<IDisposable> owned)
    {
        var resources = new ResourceList();
        intake.Drafts.ForEach(draft => resources.Hide(draft.Resource));
        for (var i = 0; i < stored.Count; i++)
        {
            if (decision.Verdicts[i].IsUsable) resources.Add(stored[i], found[i].FullUrl);
        }

        var unread = intake.Unread();
        var unreadTypes = unread.Select(query => query.Template.ResourceType).Concat(resources.Lossy);
        return new ChartReading(owned)
        {
            Chart = new Chart
            {
                Scope = request.HookInstance,
                PatientId = request.Patient.Value,
                Zone = site.Zone,
                Resources = resources.Resources,
                DraftOrders = drafts,
                DraftOrdersAsSent = intake.Drafts.Count > 0 ? intake.Drafts.ConvertAll(static draft => draft.Resource) : StoredDrafts(found, decision),
                Appointments = intake.Appointments.ConvertAll(static appointment => appointment.Resource),
                Selections = ContextResources.Selections(request, intake.Drafts),
                UnreadResourceTypes = [.. unreadTypes.Distinct()],
            },
            Queried = types,
            Unread = [.. unread.Select(query => UnreadKeys.Explain(query, denial))],
            LacksSubject = unread.Any(query => query.IsRead && query.Answer.State == AnswerState.Null),
            MayLackRecords = decision.MayLackRecords,
            Consented = [.. decision.Verdicts.SelectMany(verdict => verdict.Consented ?? [])],
            Notices = [.. decision.Verdicts.Where(verdict => verdict.IsUsable).Select(verdict => verdict.Notice).OfType<string>().Distinct().Order(StringComparer.Ordinal)],
            IsBlind = intake.Queries.Count > 0 && unread.Count == intake.Queries.Count && !decision.Verdicts.Any(verdict => verdict.IsUsable),
        };
    }

    /// <summary>Orders kept as drafts, as they were read. Of several versions the same one stays as among the copies for evaluation.</summary>
    private static IReadOnlyList<JsonElement> StoredDrafts(List<Found> found, ChartDecision decision)
    {
        var drafts = new ResourceList();
        for (var i = 0; i < found.Count; i++)
        {
            if (decision.Verdicts[i].IsUsable && FhirJson.Text(found[i].Resource, "status"u8) == "draft") drafts.Add(found[i].Resource, found[i].FullUrl);
        }

        return drafts.Resources;
    }
}
