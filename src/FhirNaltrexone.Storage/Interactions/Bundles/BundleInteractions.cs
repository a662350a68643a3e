using System.Text.Json;
using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Interactions.Bundles.Links;
using FhirNaltrexone.Storage.Interactions.Labels;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Search.Requests;
using FhirNaltrexone.Validation.Content;

namespace FhirNaltrexone.Storage.Interactions.Bundles;

/// <summary>
/// Batches and transactions (FHIR R4, http). A transaction takes place as a whole or not at all, in the order DELETE, POST, PUT and PATCH, conditional
/// references, GET and HEAD; what it comes to does not depend on the order of its entries. Entries of a batch take place each on its own.
/// </summary>
public sealed class BundleInteractions
{
    // A small bundle can ask for the same large resource again and again. Changes are bounded by their own bytes.
    private const long MaxBytesRead = 64 * 1024 * 1024;

    private readonly IResourceStore _store;
    private readonly CriteriaReader _criteria;
    private readonly InteractionOptions _options;
    private readonly TimeProvider _clock;
    private readonly ContentPreparation _preparation;
    private readonly EditedContent _edits;
    private readonly EntryReads _reads;
    private readonly BatchRun _batch;

    /// <summary>Makes the interactions of a store.</summary>
    /// <param name="store">Where resources are.</param>
    /// <param name="interactions">Interactions with one resource of the same store.</param>
    /// <param name="extract">Makes the index entries of a resource from its type and content.</param>
    /// <param name="reader">Reads the results of patches.</param>
    /// <param name="searches">Reads searches and criteria.</param>
    /// <param name="execution">Carries searches out.</param>
    /// <param name="clock">Gives the time.</param>
    /// <param name="options">What is allowed.</param>
    /// <param name="checks">Rules for what is stored; null for none.</param>
    /// <param name="labels">Labels that the service puts on what is stored; null for none.</param>
    public BundleInteractions(
        IResourceStore store,
        ResourceInteractions interactions,
        Func<string, JsonElement, IndexEntries> extract,
        ContentReader reader,
        SearchRequestReader searches,
        SearchExecution execution,
        TimeProvider clock,
        InteractionOptions options,
        IEnumerable<WriteCheck>? checks = null,
        IEnumerable<LabelRule>? labels = null)
    {
        _store = store;
        _criteria = searches.TryReadCriteria;
        _options = options;
        _clock = clock;
        _preparation = new(extract, checks, labels);
        _edits = new(reader, _preparation, options);
        _reads = new(searches, execution, clock, options);
        _batch = new(store, interactions, _reads, options);
    }

    /// <summary>Carries out a batch or transaction.</summary>
    /// <param name="bundle">A Bundle, well-formed.</param>
    /// <param name="context">What came along with it.</param>
    /// <param name="cancellationToken">Gives up before the commit.</param>
    /// <exception cref="StorageException">The store failed during a transaction, conflicts left aside.</exception>
    public async Task<BundleResult> ExecuteAsync(ResourceContent bundle, BundleContext context, CancellationToken cancellationToken)
    {
        var isBatch = TypeOf(bundle.Root) == "batch";
        if (!isBatch && TypeOf(bundle.Root) != "transaction") return BundleResult.Refused(BundleRefusals.WrongType);
        JsonElement[] items = bundle.Root.TryGetProperty("entry", out var list) && list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray()] : [];
        if (items.Length > _options.MaxEntries) return BundleResult.Refused(BundleRefusals.TooMany(_options.MaxEntries));
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(_options.BundleSeconds), _clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return isBatch
                ? await BatchAsync(items, context, both.Token).ConfigureAwait(false)
                : await TransactionAsync(items, context, both.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return BundleResult.Refused(BundleRefusals.TooSlow(_options.BundleSeconds));
        }
    }

    private static string? TypeOf(JsonElement bundle)
        => bundle.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String ? type.GetString() : null;

    private async Task<BundleResult> BatchAsync(JsonElement[] items, BundleContext context, CancellationToken cancellationToken)
    {
        var reader = new EntryReader(context.Bases);
        var results = new BundleEntryResult[items.Length];
        var entries = new List<BundleEntry>(items.Length);
        for (var index = 0; index < items.Length; index++)
        {
            if (!reader.TryRead(items[index], index, out var entry, out var refusal)) results[index] = BundleEntryResult.Refused(null, refusal);
            else if (context.Check?.Invoke(entry) is { } defects) results[index] = BundleEntryResult.Refused(entry, defects);
            else entries.Add(entry);
        }

        var urls = EntryUrls.OfCreates(entries);
        var read = 0L;
        foreach (var entry in entries)
        {
            results[entry.Index] = read > MaxBytesRead && !entry.IsChange
                ? BundleEntryResult.Refused(entry, BundleRefusals.TooMuch.In(entry, "request.url"))
                : await RunAloneAsync(entry, urls, context, cancellationToken).ConfigureAwait(false);
            read += entry.IsChange ? 0 : results[entry.Index].Size;
        }

        return new() { Entries = results };
    }

    // What was done before the time ran out stays done, so that the client must be told of it.
    private async Task<BundleEntryResult> RunAloneAsync(BundleEntry entry, EntryUrls urls, BundleContext context, CancellationToken cancellationToken)
    {
        try
        {
            return await _batch.RunAsync(entry, urls, context, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return BundleEntryResult.Refused(entry, BundleRefusals.TooSlow(_options.BundleSeconds).In(entry, "request"));
        }
    }

    private async Task<BundleResult> TransactionAsync(JsonElement[] items, BundleContext context, CancellationToken cancellationToken)
    {
        var reader = new EntryReader(context.Bases);
        var entries = new List<BundleEntry>(items.Length);
        foreach (var item in items)
        {
            if (!reader.TryRead(item, entries.Count, out var entry, out var unread)) return BundleResult.Refused(unread);
            entries.Add(entry);
        }

        var now = _clock.Now();
        if (!new TransactionPlanner(_criteria, now).TryPlan(entries, out var plan, out var refusal)) return BundleResult.Refused(refusal);
        if (!entries.Exists(entry => entry.IsChange))
        {
            return await _store.ReadSnapshotAsync((state, token) => AnswerAsync(plan, state, null, context, token), cancellationToken).ConfigureAwait(false);
        }

        await new Foresight(plan, _preparation, _options).PrepareAsync(_store, cancellationToken).ConfigureAwait(false);
        try
        {
            return await _store.WriteAsync((unit, token) => ChangeAsync(plan, unit, context, token), cancellationToken).ConfigureAwait(false);
        }
        catch (StorageException exception) when (exception.Code == StorageErrorCode.Conflict)
        {
            return BundleResult.Refused(Refusals.Overtaken);
        }
    }

    private async ValueTask<Decision<BundleResult>> ChangeAsync(
        TransactionPlan plan, IUnitOfWork unit, BundleContext context, CancellationToken cancellationToken)
    {
        var now = _clock.Now();
        var run = new TransactionRun(plan, unit, new Revisions(now, _options), _preparation, _edits, _options);
        if (await run.RunAsync(cancellationToken).ConfigureAwait(false) is { } refusal) return Decision.Rollback(BundleResult.Refused(refusal));
        var result = await AnswerAsync(plan, unit, run, context, cancellationToken).ConfigureAwait(false);
        return result.Refusal is null ? Decision.Commit(result) : Decision.Rollback(result);
    }

    private async ValueTask<BundleResult> AnswerAsync(
        TransactionPlan plan, IResourceReader reader, TransactionRun? run, BundleContext context, CancellationToken cancellationToken)
    {
        var results = new BundleEntryResult[plan.Entries.Count];
        var read = 0L;
        foreach (var entry in plan.Entries)
        {
            if (read > MaxBytesRead && !entry.IsChange) return BundleResult.Refused(BundleRefusals.TooMuch.In(entry, "request.url"));
            var result = run?.ResultOf(entry.Index) is { } change
                ? BundleEntryResult.Of(entry, change)
                : await _reads.AnswerAsync(reader, entry, context, cancellationToken).ConfigureAwait(false);
            if (result.Result.Refusal is { } refusal) return BundleResult.Refused(refusal.In(entry, "request.url"));
            results[entry.Index] = result;
            read += entry.IsChange ? 0 : result.Size;
        }

        return new() { IsTransaction = true, Entries = results };
    }
}
