using System.Text;
using System.Text.Json;
using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Resources;

namespace FhirNaltrexone.Storage.Tests.Compliance.Agreement;

/// <summary>
/// A store's life: each step changes, deletes, revives or leaves alone each resource, all in one unit of work. So one store serves for many
/// sets of data, and old versions, deletions and numbers out of the order of writing come by themselves.
/// </summary>
internal sealed class World(Dice dice)
{
    private readonly Dictionary<ResourceKey, (int Version, bool IsDeleted)> _versions = [];
    private readonly Dictionary<ResourceKey, IndexEntries> _entries = [];
    private readonly ResourceDraw _draw = new(dice);
    private DateTimeOffset _now = Version.Start;

    /// <summary>What the resources of a type are found by.</summary>
    public IReadOnlyList<IndexEntries> Entries(string type) => [.. Vocabulary.Keys.Where(key => key.Type == type && _entries.ContainsKey(key)).Select(key => _entries[key])];

    /// <summary>What the next step writes.</summary>
    public IReadOnlyList<ResourceWrite> Step()
    {
        Pass();
        return [.. Vocabulary.Keys.OrderBy(_ => dice.Below(1_000_000)).ToList().Select(Next).OfType<ResourceWrite>()];
    }

    private ResourceWrite? Next(ResourceKey key)
    {
        if (dice.Chance(30)) Pass();
        var isThere = _versions.TryGetValue(key, out var before) && !before.IsDeleted;
        return dice.Below(10) switch
        {
            < 3 => null,
            < 5 when isThere => Write(key, before.Version + 1, ResourceChange.Delete),
            < 5 => null,
            _ => Write(key, before.Version + 1, isThere ? ResourceChange.Update : ResourceChange.CreateAs),
        };
    }

    private ResourceWrite Write(ResourceKey key, int version, ResourceChange change)
    {
        _versions[key] = (version, change == ResourceChange.Delete);
        _entries.Remove(key);
        var write = Version.Make(key, version, change, at: _now);
        if (change == ResourceChange.Delete) return write with { Json = ReadOnlyMemory<byte>.Empty };
        var json = Encoding.UTF8.GetBytes(_draw.Draw(key).ToJsonString());
        using var document = JsonDocument.Parse(json);
        _entries[key] = TestSearch.Extractor.Extract(key.Type, document.RootElement);
        return write with { Json = json, Index = _entries[key] };
    }

    private void Pass() => _now = _now.AddMilliseconds(1 + dice.Below(10_000_000));
}
