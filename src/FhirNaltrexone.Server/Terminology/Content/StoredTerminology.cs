using System.Text.Json;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Validation.Definitions;
using FhirNaltrexone.Validation.Terminology;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Terminology.Content;

/// <summary>
/// The terminology of the moment: that of R4, our own, and before both what clients have stored. Stored content is kept in memory, so that questions
/// never wait for the database.
/// </summary>
internal sealed class StoredTerminology(DefinitionSet definitions, IOptions<TerminologyOptions> options, ILogger<StoredTerminology> logger)
{
    /// <summary>Types that hold terminology.</summary>
    public static readonly string[] Types = ["CodeSystem", "ConceptMap", "ValueSet"];

    private readonly Lock _lock = new();
    private readonly Dictionary<ResourceKey, StoredContent> _stored = [];
    private readonly Lazy<TerminologyService> _given = new(() => new(definitions));
    private volatile TerminologyService? _service;
    private long _bytes;

    /// <summary>Answers questions about codes.</summary>
    public TerminologyService Service => _service ?? Build();

    /// <summary>Rises with every change by this process.</summary>
    public int Generation { get; private set; }

    /// <summary>Takes in versions that this process has stored; those of other types are left aside.</summary>
    public void Apply(IReadOnlyList<ResourceVersion> versions)
    {
        if (!versions.Any(version => Types.Contains(version.Key.Type))) return;
        lock (_lock)
        {
            foreach (var version in versions.Where(version => Types.Contains(version.Key.Type))) Put(version);
            Generation++;
            _service = null;
        }
    }

    /// <summary>Takes in all current resources of a type, unless this process has stored something since.</summary>
    /// <param name="type">The type.</param>
    /// <param name="versions">Its current resources.</param>
    /// <param name="generation">The generation before they were read.</param>
    /// <returns>Whether they were taken in.</returns>
    public bool Replace(string type, IReadOnlyList<ResourceVersion> versions, int generation)
    {
        lock (_lock)
        {
            if (generation != Generation) return false;
            foreach (var key in _stored.Keys.Where(key => key.Type == type).ToList()) Remove(key);
            foreach (var version in versions) Put(version);
            _service = null;
            return true;
        }
    }

    private TerminologyService Build()
    {
        lock (_lock)
        {
            return _service ??= _given.Value.With(_stored.Values
                .Where(content => content.Resource.ValueKind == JsonValueKind.Object)
                .OrderBy(content => content.LastUpdated)
                .Select(content => content.Resource));
        }
    }

    // A deletion is remembered, so that a version that comes late does not undo it; so is the service's own content, which is given anyway.
    private void Put(ResourceVersion version)
    {
        if (_stored.TryGetValue(version.Key, out var known) && known.Version >= version.Version) return;
        Remove(version.Key);
        var isLeftOut = version.IsDeleted || version.IsPublished;
        var isFull = !isLeftOut && _bytes + version.Json.Length > options.Value.MaxStoredBytes;
        if (isFull) logger.Full(options.Value.MaxStoredBytes);
        _stored[version.Key] = isFull || isLeftOut ? new(version, default, 0) : new(version, JsonDocument.Parse(version.Json).RootElement, version.Json.Length);
        _bytes += _stored[version.Key].Bytes;
    }

    private void Remove(ResourceKey key)
    {
        if (_stored.Remove(key, out var known)) _bytes -= known.Bytes;
    }

    private sealed record StoredContent(int Version, DateTimeOffset LastUpdated, JsonElement Resource, int Bytes)
    {
        public StoredContent(ResourceVersion version, JsonElement resource, int bytes)
            : this(version.Version, version.LastUpdated, resource, bytes)
        {
        }
    }
}
