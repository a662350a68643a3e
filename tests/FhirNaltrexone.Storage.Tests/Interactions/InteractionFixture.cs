using System.Text;
using System.Text.Json;
using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Interactions;
using FhirNaltrexone.Storage.Interactions.Bundles;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Search.Parameters;
using FhirNaltrexone.Storage.Search.Requests;
using FhirNaltrexone.Testing.Reference;
using FhirNaltrexone.Validation.Content;
using Microsoft.Extensions.Time.Testing;

namespace FhirNaltrexone.Storage.Tests.Interactions;

/// <summary>Interactions on an empty store, with a clock that stands still.</summary>
internal sealed class InteractionFixture : IDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, 250, TimeSpan.Zero);

    private static readonly ContentReader Reader = new();
    private static readonly SearchOptions SearchOptions = new() { Bases = ["http://example.org/fhir"] };
    private static readonly IndexExtractor Extractor = new(SearchParameterSet.Core, new() { Bases = SearchOptions.Bases });

    private readonly MemoryResourceStore? _memory;

    /// <param name="store">Where resources are; the reference model unless another is given.</param>
    public InteractionFixture(IResourceStore? store = null)
    {
        Store = store ?? (_memory = new());
        Interactions = new(Store, Extract, Searches.TryReadCriteria, Reader, Clock, Options);
        Bundles = new(Store, Interactions, Extract, Reader, Searches, new(SearchOptions), Clock, Options);
    }

    public static SearchRequestReader Searches { get; } = new(SearchParameterSet.Core, new NoCodeSets(), SearchOptions);

    public IResourceStore Store { get; }

    public FakeTimeProvider Clock { get; } = new(Start);

    public InteractionOptions Options { get; } = new();

    public ResourceInteractions Interactions { get; }

    public BundleInteractions Bundles { get; }

    public static IndexEntries Extract(string type, JsonElement root) => Extractor.Extract(type, root);

    public static ResourceKey Key(string reference) => new(reference.Split('/')[0], reference.Split('/')[1]);

    public static ResourceContent Content(string json)
    {
        var reading = Reader.FromJson(Encoding.UTF8.GetBytes(json));
        Assert.Empty(reading.Issues);
        return reading.Content!;
    }

    public static string Text(InteractionResult result) => Encoding.UTF8.GetString(result.Resource!.Json.Span);

    public static JsonElement Json(InteractionResult result) => JsonDocument.Parse(result.Resource!.Json).RootElement;

    public Task<InteractionResult> Create(string json, string? ifNoneExist = null)
        => Interactions.CreateAsync(Content(json), ifNoneExist, TestContext.Current.CancellationToken);

    public Task<InteractionResult> Put(string reference, string json, string? ifMatch = null, string? ifNoneMatch = null)
        => Interactions.UpdateAsync(
            Key(reference), Content(json), new() { IfMatch = ifMatch, IfNoneMatch = ifNoneMatch }, TestContext.Current.CancellationToken);

    public Task<InteractionResult> Delete(string reference, string? ifMatch = null)
        => Interactions.DeleteAsync(Key(reference), new() { IfMatch = ifMatch }, TestContext.Current.CancellationToken);

    public Task<InteractionResult> Read(string reference, ReadConditions? conditions = null)
        => Interactions.ReadAsync(Key(reference), conditions ?? ReadConditions.None, TestContext.Current.CancellationToken);

    public Task<InteractionResult> ReadVersion(string reference, string version)
        => Interactions.ReadVersionAsync(Key(reference), version, ReadConditions.None, TestContext.Current.CancellationToken);

    public async Task<int> VersionsOf(string reference)
        => (await Store.HistoryAsync(
            new() { Type = Key(reference).Type, Id = Key(reference).Id, Limit = 100 }, TestContext.Current.CancellationToken)).Count;

    public async Task<long> AllVersions() => await Store.CountHistoryAsync(new() { Limit = 1 }, TestContext.Current.CancellationToken);

    public Task<BundleResult> Execute(string bundle, BundleContext? context = null)
        => Bundles.ExecuteAsync(
            Content(bundle), context ?? new() { Bases = SearchOptions.Bases }, TestContext.Current.CancellationToken);

    /// <summary>The ids that a search finds, newest first.</summary>
    public async Task<string[]> Search(string type, string query)
    {
        var request = Searches.Read(type, null, QueryText.Read(query), isStrict: true, Start).Value!;
        var page = await Store.SearchAsync(request.Query, TestContext.Current.CancellationToken);
        return [.. page.Matches.Select(match => match.Key.Id)];
    }

    public void Dispose() => _memory?.Dispose();
}
