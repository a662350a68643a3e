using System.Security.Cryptography;
using FhirNaltrexone.Server.Subscriptions.Owners;
using FhirNaltrexone.Server.Subscriptions.Requests;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Subscriptions;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Subscriptions.Events;

/// <summary>
/// Reads the log of versions, one replica at a time, and turns it into events of subscriptions. Subscriptions themselves stand in the log: one is
/// told of the changes behind the place where it became active, no more and no fewer, whoever reads and however often somebody is killed.
/// </summary>
internal sealed class LogReader(
    IResourceStore resources,
    ISubscriptionStore store,
    Definitions definitions,
    Changes changes,
    Sights sights,
    SubscriptionSignal signal,
    IOptions<SubscriptionOptions> options,
    TimeProvider clock)
{
    private readonly string _owner = $"log/{RandomNumberGenerator.GetHexString(16, lowercase: true)}";

    // How far it has been read, as long as the log is ours beyond doubt: looking for changes then writes nothing.
    private LogPlace? _place;
    private DateTimeOffset _renewal;

    /// <summary>Reads a piece of the log. One caller at a time.</summary>
    /// <returns>Whether there may be more.</returns>
    public async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var lease = new SubscriptionLease(_owner, now, now + options.Value.Lease);
        if (await HoldAsync(lease, cancellationToken).ConfigureAwait(false) is not { } place) return false;
        var states = await store.ListAsync(cancellationToken).ConfigureAwait(false);
        if (states.Count == 0 && await SkipAsync(cancellationToken).ConfigureAwait(false)) return false;
        var read = await resources.ChangesAsync(place.Position, options.Value.LogBatch, cancellationToken).ConfigureAwait(false);
        if (read.Count == 0) return false;

        var steps = await StepsAsync(states, read, now, cancellationToken).ConfigureAwait(false);
        var isStored = await AdvanceAsync(lease, read[^1].Position, steps, cancellationToken).ConfigureAwait(false);
        if (isStored && steps.Count > 0) signal.Set();
        return isStored && read.Count == options.Value.LogBatch;
    }

    /// <summary>Gives the log to others; when the process stops.</summary>
    public async Task ReleaseAsync()
    {
        var now = clock.GetUtcNow();
        if (_place?.Position is { } position) await AdvanceAsync(new(_owner, now, now), position, [], CancellationToken.None).ConfigureAwait(false);
        _place = null;
        await store.ReleaseLogAsync(_owner, CancellationToken.None).ConfigureAwait(false);
    }

    private async Task<LogPlace?> HoldAsync(SubscriptionLease lease, CancellationToken cancellationToken)
    {
        if (_place is not null && lease.Now < _renewal) return _place;
        if (_place?.Position is { } position && await AdvanceAsync(lease, position, [], cancellationToken).ConfigureAwait(false)) return _place;
        _place = null;
        _place = await store.ClaimLogAsync(lease, cancellationToken).ConfigureAwait(false);
        _renewal = Half(lease);
        return _place;
    }

    // When the commit fails nobody knows how far the rows go: the place is asked for anew.
    private async Task<bool> AdvanceAsync(
        SubscriptionLease lease, ChangePosition position, IReadOnlyList<SubscriptionStep> steps, CancellationToken cancellationToken)
    {
        _place = null;
        if (!await store.AdvanceAsync(lease, position, steps, cancellationToken).ConfigureAwait(false)) return false;
        (_place, _renewal) = (new(position), Half(lease));
        return true;
    }

    private static DateTimeOffset Half(SubscriptionLease lease) => lease.Now + ((lease.Until - lease.Now) / 2);

    // As long as nobody has ever subscribed, nothing in the log matters: the place moves behind all that is settled, and is stored with the next
    // lease. A Subscription stored meanwhile lies behind that place, or is seen by the second question.
    private async Task<bool> SkipAsync(CancellationToken cancellationToken)
    {
        var end = await resources.CurrentPositionAsync(cancellationToken).ConfigureAwait(false);
        var history = await resources.HistoryAsync(new() { Type = "Subscription", Limit = 1 }, cancellationToken).ConfigureAwait(false);
        if (history.Count > 0) return false;
        _place = new(end);
        return true;
    }

    private async Task<List<SubscriptionStep>> StepsAsync(
        IReadOnlyList<SubscriptionState> states, IReadOnlyList<LoggedChange> read, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var steps = new List<SubscriptionStep>();
        var counting = new SortedDictionary<string, Definition>(StringComparer.Ordinal);
        foreach (var state in states.Where(state => state.IsCounting))
        {
            if (await definitions.FindAsync(state.Id, state.Version, cancellationToken).ConfigureAwait(false) is { } definition) counting[state.Id] = definition;
        }

        foreach (var version in read.Select(change => change.Version))
        {
            if (version.Key.Type == "Subscription") steps.Add(Subscription(version, counting, now));
            if (counting.Count == 0) continue;
            var change = await changes.OfAsync(version, cancellationToken).ConfigureAwait(false);
            foreach (var (id, definition) in counting)
            {
                if (await sights.IsCountedAsync(definition, change, cancellationToken).ConfigureAwait(false)) steps.Add(Count(id, version, now));
            }
        }

        return steps;
    }

    private SubscriptionStep Subscription(ResourceVersion version, SortedDictionary<string, Definition> counting, DateTimeOffset now)
    {
        var id = version.Key.Id;
        if (version.IsDeleted)
        {
            counting.Remove(id);
            return new SubscriptionStep.Remove(id);
        }

        var definition = definitions.Of(version);
        var status = SubscriptionStatuses.Of(definition.Root);
        if (status == SubscriptionStatus.Off) counting.Remove(id);
        else if (status == SubscriptionStatus.Active || counting.ContainsKey(id)) counting[id] = definition;
        return new SubscriptionStep.Put(id, version.Version, status, definition.Request?.Channel.Type ?? ChannelCodes.RestHook, now);
    }

    private static SubscriptionStep.Count Count(string id, ResourceVersion version, DateTimeOffset now) => new(
        id, new() { Number = 0, Focus = version.Key, Version = version.Version, Change = version.Change, Created = version.LastUpdated }, now);
}
