using System.Globalization;
using System.Text.Json;
using FhirNaltrexone.Storage.Resources;

namespace FhirNaltrexone.Reliability.Kill;

/// <summary>Reads the log of a store after each crash and holds it against what clients were told.</summary>
internal sealed class Ledger
{
    private const int Batch = 1000;

    private readonly Dictionary<int, int> _entries = [];
    private readonly Dictionary<ResourceKey, int> _versions = [];
    private ChangePosition? _position;

    /// <summary>Transactions acknowledged but not in the store.</summary>
    public int Lost { get; private set; }

    /// <summary>Transactions of which only a part is in the store.</summary>
    public int Partial { get; private set; }

    /// <summary>Versions that do not follow the one before.</summary>
    public int Gaps { get; private set; }

    /// <summary>Transactions in the store that nobody was told of.</summary>
    public int Unacknowledged { get; private set; }

    /// <summary>Transactions in the store.</summary>
    public int Stored => _entries.Count;

    /// <summary>Whether nothing is wrong.</summary>
    public bool IsWhole => Lost + Partial + Gaps == 0;

    /// <summary>The figures.</summary>
    public override string ToString() => $"{Stored} stored ({Unacknowledged} of them not acknowledged), {Lost} lost, {Partial} partial, {Gaps} gaps in versions";

    /// <summary>Reads what is new in the log.</summary>
    public async Task CheckAsync(IResourceStore store, IReadOnlyCollection<int> acknowledged, TimeSpan patience)
    {
        var fresh = new HashSet<int>();
        var started = TimeProvider.System.GetTimestamp();
        do
        {
            await ReadAsync(store, fresh);
        }
        while (!acknowledged.All(_entries.ContainsKey) && TimeProvider.System.GetElapsedTime(started) < patience);

        Lost += acknowledged.Count(number => !_entries.ContainsKey(number));
        Partial += fresh.Count(number => _entries[number] != BundleClient.Entries);
        Unacknowledged += fresh.Except(acknowledged).Count();
    }

    private async Task ReadAsync(IResourceStore store, HashSet<int> fresh)
    {
        IReadOnlyList<LoggedChange> changes;
        do
        {
            changes = await store.ChangesAsync(_position, Batch, CancellationToken.None);
            foreach (var change in changes)
            {
                _position = change.Position;
                Note(change.Version, fresh);
            }
        }
        while (changes.Count == Batch);
    }

    private void Note(ResourceVersion version, HashSet<int> fresh)
    {
        using var resource = JsonDocument.Parse(version.Json);
        var number = int.Parse(resource.RootElement.GetProperty("code").GetProperty("text").GetString()!, CultureInfo.InvariantCulture);
        fresh.Add(number);
        _entries[number] = _entries.GetValueOrDefault(number) + 1;
        if (version.Version != _versions.GetValueOrDefault(version.Key) + 1) Gaps++;
        _versions[version.Key] = version.Version;
    }
}
